import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { readComparison, readLookup, readSwitch } from './comparisons';
import { readExpectation } from './expectations';
import { nextSibling } from './nodes';
import { newScanBudget, readObject, readStrayObject } from './objects';
import { readAlias, readPropertyUnion } from './unions';
import { readAssignment, readDefault } from './written-values';

/**
 * All records that a syntax tree of `@lezer/javascript` has between two offsets (UTF-16 code units), in order
 * of their start: those whose node touches the stretch.
 */
export function recordsInTree(
  tree: Tree,
  source: KeyedSource,
  from = 0,
  to = tree.length,
): StateRecord[] {
  const records: StateRecord[] = [];
  const budget = newScanBudget();
  /** For each brace that is open, whether the tree has errors directly within. */
  const broken: boolean[] = [];
  let anyError = false;
  let groups = 0;
  const add = (found: readonly StateRecord[]) => {
    for (const record of found) records.push(record);
    groups++;
  };
  const addStray = (ref: SyntaxNodeRef) => {
    if (!anyError || !isStrayObject(ref.node)) return;
    const record = readStrayObject(source, ref.from, budget);
    if (record) records.push(record);
  };
  tree.iterate({
    from,
    to,
    enter(ref) {
      if (ref.type.isError) {
        anyError = true;
        if (broken.length > 0) broken[broken.length - 1] = true;
        return;
      }
      if (isBrace(ref)) broken.push(false);
      add(readCode(source, ref, groups));
    },
    leave(ref) {
      switch (ref.name) {
        case 'ObjectExpression':
        case 'ObjectType': {
          const record = readObject(source, ref.node, broken.pop() ?? false, budget);
          if (record) records.push(record);
          break;
        }
        case 'Block':
          broken.pop();
          addStray(ref);
          break;
        case 'ObjectPattern':
          addStray(ref);
          break;
        case 'ClassBody':
          broken.pop();
          break;
      }
    },
  });
  return records.sort((a, b) => a.range.start - b.range.start);
}

/** Whether an error within the node is of what is between its braces. */
export function isBrace({ name }: SyntaxNodeRef): boolean {
  return (
    name === 'ObjectExpression' || name === 'ObjectType' || name === 'ClassBody' || name === 'Block'
  );
}

/** The records of the literals that belong together by a node, which is no object. */
export function readCode(
  source: KeyedSource,
  ref: SyntaxNodeRef,
  group: number,
): readonly StateRecord[] {
  switch (ref.name) {
    case 'BinaryExpression':
      return [...readComparison(source, ref.node, group), ...readDefault(source, ref.node, group)];
    case 'AssignmentExpression':
      return readAssignment(source, ref.node, group);
    case 'SwitchStatement':
      return readSwitch(source, ref.node, group);
    case 'CallExpression':
      return [...readLookup(source, ref.node, group), ...readExpectation(source, ref.node, group)];
    case 'TypeAliasDeclaration':
      return readAlias(source, ref.node, group);
    case 'PropertyType':
    case 'PropertyDeclaration':
      return readPropertyUnion(source, ref.node, group);
  }
  return [];
}

/** Whether a block or pattern would be an object, had the text before or within it been finished. */
export function isStrayObject(node: SyntaxNode): boolean {
  const parent = node.parent?.name;
  if (node.name === 'ObjectPattern') {
    if (parent !== 'AssignmentExpression' && parent !== 'ParamList') return false;
    return nextSibling(node)?.type.isError === true;
  }
  // What follows an object that the parser gave up on, it takes for statements.
  return parent === 'LabeledStatement' || endsInError(node.prevSibling);
}

/** Whether the last that is in a node is an error: of the statements before a block, its colon or comma. */
function endsInError(node: SyntaxNode | null): boolean {
  let last = node;
  for (let depth = 0; last && depth < 4; depth++) {
    if (last.type.isError) return true;
    last = last.lastChild;
  }
  return false;
}

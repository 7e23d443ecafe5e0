import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { StateRecord } from '../record';
import { readComparison, readLookup, readSwitch } from './typescript-code';
import { nextSibling } from './typescript-nodes';
import { newScanBudget, readObject, readStrayObject } from './typescript-objects';
import type { TextSource } from './typescript-strings';
import { readAlias, readPropertyUnion } from './typescript-unions';

/**
 * All records that a syntax tree of `@lezer/javascript` has between two offsets (UTF-16 code units), in order
 * of their start: those whose node touches the stretch.
 */
export function recordsInTree(
  tree: Tree,
  source: TextSource,
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
      switch (ref.name) {
        case 'ObjectExpression':
        case 'ObjectType':
        case 'ClassBody':
        case 'Block':
          broken.push(false);
          break;
        case 'BinaryExpression':
          add(readComparison(source, ref.node, groups));
          break;
        case 'SwitchStatement':
          add(readSwitch(source, ref.node, groups));
          break;
        case 'CallExpression':
          add(readLookup(source, ref.node, groups));
          break;
        case 'TypeAliasDeclaration':
          add(readAlias(source, ref.node, groups));
          break;
        case 'PropertyType':
        case 'PropertyDeclaration':
          add(readPropertyUnion(source, ref.node, groups));
          break;
      }
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

/** Whether a block or pattern would be an object, had the text before or within it been finished. */
function isStrayObject(node: SyntaxNode): boolean {
  if (node.name === 'ObjectPattern') {
    const parent = node.parent?.name;
    if (parent !== 'AssignmentExpression' && parent !== 'ParamList') return false;
    return nextSibling(node)?.type.isError === true;
  }
  // What follows an object that the parser gave up on, it takes for statements.
  return node.prevSibling?.type.isError === true || node.parent?.name === 'LabeledStatement';
}

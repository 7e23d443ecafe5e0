import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import {
  firstChild,
  LONGEST_NAME,
  nextSibling,
  readIdentifier,
  readStateName,
  type StateName,
} from '../../syntax/typescript/nodes';
import type { Range } from '../../text/range';
import { memberSubject, type NamedState, type Names, type Subject } from './paths';
import { childrenOf, isFunction } from './walk';

/** More declarations than this in a row copy no states. */
const LONGEST_RUN = 8;

/** A name that a pattern gives to a state field, as in `{ task_state: t }`. */
export interface Bound {
  readonly name: string;
  readonly field: StateName;
}

/** The names that an object pattern gives to state fields, except for those with a value of their own. */
function readPattern(source: KeyedSource, pattern: SyntaxNode): Bound[] {
  return pattern.getChildren('PatternProperty').flatMap((property) => {
    const key = firstChild(property);
    if (!key || key.name === 'Spread' || property.getChild('Equals')) return [];
    const renamed = nextSibling(key)?.name === ':';
    const target = renamed ? property.getChild('VariableDefinition') : key;
    const field = readStateName(source, key);
    const identifier = target && readIdentifier(source, target);
    return field && identifier ? [{ name: identifier.name, field }] : [];
  });
}

/** The names that a `const` gives to state fields of a path: `const state = server.vm_state`. */
function readCopies(source: KeyedSource, declaration: SyntaxNode): [string, Subject][] {
  const isRun = isOnlyCopies(source, declaration);
  return copiesIn(source, declaration).map(({ name, subject }): [string, Subject] => {
    // Of one path at one time: what is copied later may be of another state, and is another server.
    const time = isRun ? firstOfRun(source, declaration).from : subject.name.range.start;
    const receiver = `{${time} ${subject.receiver}}`;
    return [name, { receiver, name: subject.name }];
  });
}

/** Whether a receiver stands for what a name is a copy of, as `readDestructured` gives it. */
export function isCopy(receiver: string): boolean {
  return receiver.startsWith('{') && receiver.includes(' ');
}

function copiesIn(source: KeyedSource, declaration: SyntaxNode) {
  if (firstChild(declaration)?.name !== 'const') return [];
  return declaration.getChildren('VariableDefinition').flatMap((definition) => {
    let equals = nextSibling(definition);
    if (equals?.name === 'TypeAnnotation') equals = nextSibling(equals);
    const value = equals?.name === 'Equals' ? nextSibling(equals) : null;
    const subject = value && memberSubject(source, value);
    const name = readIdentifier(source, definition)?.name;
    return subject && name ? [{ name, subject }] : [];
  });
}

function isOnlyCopies(source: KeyedSource, declaration: SyntaxNode): boolean {
  const count = declaration.getChildren('Equals').length;
  return count > 0 && copiesIn(source, declaration).length === count;
}

/** The first of the declarations that follow each other and only copy states. */
function firstOfRun(source: KeyedSource, declaration: SyntaxNode): SyntaxNode {
  let first = declaration;
  for (let left = LONGEST_RUN; left > 0; left--) {
    const before = first.prevSibling;
    if (before?.name !== 'VariableDeclaration' || !isOnlyCopies(source, before)) break;
    first = before;
  }
  return first;
}

/**
 * The names in a function that stand for the state fields of something for good: those of a pattern in its
 * parameters or of a `const`, and copies, where nothing else has the name.
 */
export function readDestructured(source: KeyedSource, scope: SyntaxNode): Names {
  const names = new Map<string, NamedState>();
  const taken = new Map<string, number>();
  const cursor = scope.cursor();
  cursor.iterate((ref) => {
    if (ref.from !== scope.from || ref.to !== scope.to || ref.name !== scope.name) {
      if (ref.name === 'VariableDefinition') {
        const name = source.read(ref.from, Math.min(ref.to, ref.from + LONGEST_NAME));
        taken.set(name, (taken.get(name) ?? 0) + 1);
        return false;
      }
      if (isFunction(ref)) return false;
    }
    if (ref.name === 'VariableDeclaration') {
      const block = blockOf(ref.node, scope);
      for (const [name, subject] of readCopies(source, ref.node))
        names.set(name, { subject, block });
    }
    if (ref.name !== 'ObjectPattern') return undefined;
    if (!isConstant(ref.node)) return undefined;
    const block = blockOf(ref.node, scope);
    for (const { name, field } of readPattern(source, ref.node)) {
      // No path begins so: the names keep what was read, whatever becomes of the object.
      names.set(name, { subject: { receiver: `{${ref.from}}`, name: field }, block });
    }
    return undefined;
  });
  if (names.size > 0) dropChanged(source, scope, names);
  return new Map([...names].filter(([name]) => taken.get(name) === 1));
}

/** Whether a pattern declares parameters or constants, or is part of one that does. */
function isConstant(pattern: SyntaxNode): boolean {
  for (let outer = pattern.parent; outer; outer = outer.parent) {
    if (outer.name === 'ParamList') return true;
    if (outer.name === 'VariableDeclaration') return firstChild(outer)?.name === 'const';
    if (!outer.name.includes('Pattern')) return false;
  }
  return false;
}

const BLOCKS = new Set(['Block', 'SwitchBody', 'ForStatement']);

/** The block that a declaration is in; the whole function for its parameters. */
function blockOf(declaration: SyntaxNode, scope: SyntaxNode): Range {
  for (let outer = declaration.parent; outer && outer.from >= scope.from; outer = outer.parent) {
    if (outer.name === 'ParamList') break;
    if (BLOCKS.has(outer.name)) return { start: outer.from, end: outer.to };
  }
  return { start: scope.from, end: scope.to };
}

const ASSIGNING = new Set([
  'AssignmentExpression',
  'PostfixExpression',
  'UnaryExpression',
  'ForOfSpec',
  'ForInSpec',
]);

const DECLARING = new Set(['const', 'let', 'var', 'using']);

/** Drops the names that are given another value anywhere, in functions within too. */
function dropChanged(source: KeyedSource, scope: SyntaxNode, names: Map<string, NamedState>): void {
  scope.cursor().iterate((ref) => {
    if (!ASSIGNING.has(ref.name)) return;
    for (const target of childrenOf(ref.node)) {
      if (target.name === 'LogicOp' || DECLARING.has(target.name)) return;
      if (target.name === '(' || target.name === 'ArithOp') continue;
      if (target.name === 'VariableName') names.delete(source.read(target.from, target.to));
      if (!target.name.endsWith('Pattern')) return;
      target.cursor().iterate((inner) => {
        // In a pattern that assigns, the grammar has no other node for a name.
        if (inner.name === 'VariableDefinition') names.delete(source.read(inner.from, inner.to));
      });
      return;
    }
  });
}

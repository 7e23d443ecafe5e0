import type { SyntaxNode, Tree } from '@lezer/common';
import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';
import { firstChild, isLiteral, nextSibling, unwrap } from './nodes';
import { decode } from './strings';

/** Where a string is no value: the member of an enum, an attribute, a key. Those of an array are its own. */
const NO_VALUE: ReadonlySet<string> = new Set(['EnumBody', 'JSXAttribute']);

/** More types of a union are not looked at. */
const MOST_TYPES = 200;
const COMMENT = /\/[/*]/;

/**
 * What has to be replaced so that another value can stand in the place of a literal: the literal, with the
 * assertions round it that the value does not satisfy (`'x' as const` for null, `'x' as 'x'` for any other).
 * @param outer the literal with its quotes
 * @returns undefined where the value cannot stand at all, as null in an enum, or a comment would be lost
 */
export function replacedRange(
  tree: Tree,
  source: TextSource,
  outer: Range,
  value: string | null,
): Range | undefined {
  let node = nodeOf(tree, outer);
  let range = outer;
  for (let parent = node?.parent; node && parent; node = parent, parent = node.parent) {
    if (value === null && (NO_VALUE.has(parent.name) || isKeyOf(node, parent))) return undefined;
    const type = assertedType(parent, node);
    if (type === undefined) break;
    if (type && !accepts(source, type, value)) range = { start: parent.from, end: parent.to };
  }
  const around = source.read(range.start, outer.start) + source.read(outer.end, range.end);
  return COMMENT.test(around) ? undefined : range;
}

/** The node that is exactly the literal; null where a broken text was read otherwise than by its tree. */
function nodeOf(tree: Tree, { start, end }: Range): SyntaxNode | null {
  let node: SyntaxNode | null = tree.resolveInner(start, 1);
  while (node && (node.from > start || node.to < end)) node = node.parent;
  return node?.from === start && node.to === end ? node : null;
}

/**
 * The type that an expression asserts of the value in it.
 * @returns null where it asserts none, as parentheses; undefined where it is more than the value
 */
function assertedType(parent: SyntaxNode, value: SyntaxNode): SyntaxNode | null | undefined {
  switch (parent.name) {
    case 'ParenthesizedExpression':
      return null;
    case 'PostfixExpression':
      return parent.lastChild?.name === 'LogicOp' ? null : undefined;
    case 'PrefixCast': {
      const bracket = firstChild(parent);
      return bracket && nextSibling(bracket);
    }
    case 'BinaryExpression': {
      const operator = nextSibling(value);
      const isAssertion = operator?.name === 'as' || operator?.name === 'satisfies';
      return isAssertion && operator ? nextSibling(operator) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether the value can be asserted to be of the type. A type by its name is taken to accept any value. */
function accepts(source: TextSource, wrapped: SyntaxNode, value: string | null): boolean {
  const type = unwrap(wrapped);
  if (type.name === 'UnionType') {
    for (let part = firstChild(type); part; part = nextSibling(part)) {
      if (part.name !== 'LogicOp' && accepts(source, part, value)) return true;
    }
    return false;
  }
  if (isLiteral(type)) {
    return value !== null && decode(source.read(type.from + 1, type.to - 1)) === value;
  }
  if (type.name === 'NullType') return value === null;
  const isPrimitive = type.name === 'const' || source.read(type.from, type.to) === 'string';
  return value !== null || !isPrimitive;
}

/**
 * What null replaces in the place of a value: a constant assertion goes with it, which null cannot have.
 * @param value the value as it is written, quotes included; UTF-16 code units
 * @returns undefined where null cannot stand
 */
export function nullRangeIn(tree: Tree, { start, end }: Range): Range | undefined {
  let node: SyntaxNode = tree.resolveInner(start, 1);
  if (start < end && node.to < end) return { start, end };
  for (let isBare = true; node.parent; node = node.parent) {
    const { parent } = node;
    if (NO_VALUE.has(parent.name) || isKeyOf(node, parent) || hasNull(parent)) return undefined;
    if (parent.name === 'PrefixCast') {
      if (parent.getChild('const')) return undefined;
    } else if (parent.name === 'BinaryExpression' && firstChild(parent)?.from === node.from) {
      const operator = nextSibling(node);
      if (operator?.name !== 'as' && operator?.name !== 'satisfies') break;
      const isConst = operator.name === 'as' && parent.lastChild?.name === 'const';
      // A comment between them would be lost.
      const isPlain = isBare && node.nextSibling?.nextSibling?.name === 'const';
      if (isConst) return isPlain ? { start, end: parent.to } : undefined;
    } else if (parent.name !== 'ParenthesizedExpression') break;
    isBare = false;
  }
  return { start, end };
}

/** Whether a node is the name of a property: null there is the name `null`. */
function isKeyOf(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.name !== 'Property' && parent.name !== 'PropertyType') return false;
  const next = nextSibling(node);
  return node.name === 'PropertyDefinition' || next?.name === ':' || next?.name === ']';
}

/** Whether a node is a union of types with null among them; in unions of many, those that follow are not looked at. */
function hasNull(node: SyntaxNode): boolean {
  const open = [outermostUnion(node)];
  for (let left = MOST_TYPES; left > 0; left--) {
    const union = open.pop();
    if (union?.name !== 'UnionType') break;
    if (union.getChild('NullType')) return true;
    open.push(...union.getChildren('UnionType'));
  }
  return false;
}

function outermostUnion(node: SyntaxNode): SyntaxNode {
  let union = node;
  for (let left = MOST_TYPES; left > 0 && union.parent?.name === 'UnionType'; left--) {
    union = union.parent;
  }
  return union;
}

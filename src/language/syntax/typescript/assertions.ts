import type { SyntaxNode, Tree } from '@lezer/common';
import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';
import { firstChild, isLiteral, nextSibling, unwrap } from './nodes';
import { decode } from './strings';

/**
 * What has to be replaced so that another value can stand in the place of a literal: the literal, with the
 * assertions round it that the value does not satisfy (`'x' as const` for null, `'x' as 'x'` for any other).
 * @param outer the literal with its quotes
 * @returns undefined where the value cannot stand at all, as null in an enum
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
    if (parent.name === 'EnumBody') return value === null ? undefined : range;
    const type = assertedType(parent, node);
    if (type === undefined) return range;
    if (type && !accepts(source, type, value)) range = { start: parent.from, end: parent.to };
  }
  return range;
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

import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { KeyMeaning } from '../../records/keys';
import type { Quote } from '../../records/record';
import type { Range } from '../../text/range';
import { wordAt } from './recovery/tokens';
import {
  asQuote,
  decode,
  detach,
  missingAfter,
  nothing,
  opaque,
  readLiteral,
  type Written,
} from './strings';

/** The longest key, in code units as written, that can name a field: the rest may be escapes. */
export const LONGEST_KEY = 128;

/** Longer names, in code units, are nobody's. */
export const LONGEST_NAME = 128;

/** The operators that compare for equality. */
export const EQUALITY: ReadonlySet<string> = new Set(['===', '!==', '==', '!=']);

/** A name that names a state field. */
export interface StateName extends KeyMeaning {
  readonly spelling: string;
  readonly range: Range;
  readonly quote: Quote;
}

/** The first child that is no comment. */
export function firstChild(node: SyntaxNode): SyntaxNode | null {
  return skipComments(node.firstChild);
}

/** The next sibling that is no comment. */
export function nextSibling(node: SyntaxNode): SyntaxNode | null {
  return skipComments(node.nextSibling);
}

function skipComments(node: SyntaxNode | null): SyntaxNode | null {
  let next = node;
  while (next && (next.name === 'LineComment' || next.name === 'BlockComment')) {
    next = next.nextSibling;
  }
  return next;
}

/** Whether nothing was written where a node was due: what the parser puts there is empty. */
export function isMissing(node: SyntaxNode | null): boolean {
  return node === null || node.from === node.to;
}

/** Whether a node is a string, or a template without substitutions, of an expression or a type. */
export function isLiteral(node: SyntaxNode): boolean {
  if (node.name === 'String') return true;
  if (node.name !== 'TemplateString' && node.name !== 'TemplateType') return false;
  return node.getChild('Interpolation') === null;
}

/** An identifier as written; while half-typed, Lezer's node may take in the space behind it. */
export function readIdentifier(
  source: KeyedSource,
  node: SyntaxNode,
  longest = LONGEST_NAME,
): { name: string; range: Range } | undefined {
  if (node.to - node.from > longest) return undefined;
  const name = wordAt(source.read(node.from, node.to), 0);
  if (name === '') return undefined;
  return { name: detach(name), range: { start: node.from, end: node.from + name.length } };
}

/**
 * What an identifier or string node names, if it is a state field.
 * @param meaningOf what a name means, where it is not the same everywhere
 */
export function readStateName(
  source: KeyedSource,
  node: SyntaxNode,
  meaningOf = (name: string) => source.keys.read(name),
): StateName | undefined {
  const length = node.to - node.from;
  if (length < source.keys.shortest || length > LONGEST_KEY) return undefined;
  if (isLiteral(node)) {
    const spelling = decode(source.read(node.from + 1, node.to - 1));
    const meaning = meaningOf(spelling);
    if (!meaning) return undefined;
    const quote = asQuote(source.read(node.from, node.from + 1));
    // While half-typed a string may end with its line instead of its quote.
    if (source.read(node.to - 1, node.to) !== quote) return undefined;
    return { ...meaning, spelling, range: { start: node.from + 1, end: node.to - 1 }, quote };
  }
  const identifier = readIdentifier(source, node, LONGEST_KEY);
  const meaning = identifier && meaningOf(identifier.name);
  if (!meaning) return undefined;
  return { ...meaning, spelling: identifier.name, range: identifier.range, quote: '' };
}

/** An expression or type without the parentheses, casts, `as`, `satisfies` and `!` round it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  for (let inner = node; ; ) {
    const next = unwrapOnce(inner);
    if (!next || next.type.isError) return inner;
    inner = next;
  }
}

function unwrapOnce(node: SyntaxNode): SyntaxNode | null {
  const first = firstChild(node);
  if (!first) return null;
  switch (node.name) {
    case 'ParenthesizedExpression':
    case 'ParenthesizedType':
      return nextSibling(first);
    case 'LiteralType':
      return isLiteral(first) ? first : null;
    case 'PrefixCast':
      return skipComments(node.lastChild);
    case 'PostfixExpression':
      return nextSibling(first)?.name === 'LogicOp' ? first : null;
    case 'BinaryExpression': {
      const operator = nextSibling(first)?.name;
      return operator === 'as' || operator === 'satisfies' ? first : null;
    }
    default:
      return null;
  }
}

/**
 * What an expression or type says as a value. Where there is none, it is missing behind `after`, the end of
 * the token that calls for one.
 */
export function readValue(source: KeyedSource, node: SyntaxNode | null, after: number): Written {
  if (node === null || isMissing(node)) return missingAfter(source, after);
  const core = unwrap(node);
  const { from, to } = core;
  if (isLiteral(core)) return readLiteral(source, from, to);
  switch (core.name) {
    case 'null':
    case 'NullType':
      return nothing(from, to);
    case 'VariableName':
    case 'TypeName':
      if (to - from === 9 && source.read(from, to) === 'undefined') return nothing(from, to);
      break;
    case 'UnaryExpression': {
      const operand = firstChild(core)?.name === 'void' ? core.lastChild : null;
      if (operand?.name === 'Number' && source.read(operand.from, operand.to) === '0') {
        return nothing(from, to);
      }
      break;
    }
  }
  return opaque(node.from, node.to);
}

/**
 * The sides of a comparison for equality, both ways round, and where its operator ends.
 * @param node a `BinaryExpression`
 * @returns undefined where it compares in another way, or not at all
 */
export function comparedSides(
  source: KeyedSource,
  node: SyntaxNode,
):
  | {
      readonly sides: readonly (readonly [SyntaxNode | null, SyntaxNode | null])[];
      readonly behindOperator: number;
    }
  | undefined {
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  if (!left || operator?.name !== 'CompareOp') return undefined;
  if (!EQUALITY.has(source.read(operator.from, operator.to))) return undefined;
  const right = nextSibling(operator);
  const sides = [
    [left, right],
    [right, left],
  ] as const;
  return { sides, behindOperator: operator.to };
}

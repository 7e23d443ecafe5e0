import type { SyntaxNode } from '@lezer/common';
import { LONGEST_OWN_KEY } from '../../../records/key-names';
import type { KeyedSource } from '../../../records/keyed-source';
import { unquote } from '../scalars';
import { contentOf, valueNode } from './nodes';

/** Longest key that is looked at, quotes included; every character of it may be written as an escape. */
const LONGEST_KEY = 10 * LONGEST_OWN_KEY + 2;

/** A key of a mapping. */
export interface Key {
  readonly scalar: SyntaxNode;
  readonly spelling: string;
  /** How long its quotes are: 1, or 0 for a plain key. */
  readonly quotes: number;
  readonly colon: SyntaxNode;
  /** What stands behind the colon, anchors and tags passed over. */
  readonly value: SyntaxNode | undefined;
}

/** The pairs of a mapping that have a key and a colon. */
export function* pairsOf(mapping: SyntaxNode, source: KeyedSource): Generator<Key> {
  for (let child = mapping.firstChild; child; child = child.nextSibling) {
    const key = child.name === 'Pair' ? readKey(child, source) : undefined;
    if (key) yield key;
  }
}

function readKey(pair: SyntaxNode, source: KeyedSource): Key | undefined {
  const key = pair.firstChild;
  if (key?.name !== 'Key' || !key.firstChild) return undefined;
  const scalar = contentOf(key.firstChild);
  if (!scalar || scalar.to - scalar.from > LONGEST_KEY) return undefined;
  const quotes = scalar.name === 'QuotedLiteral' ? 1 : 0;
  if (quotes === 0 && scalar.name !== 'Literal') return undefined;
  const written = source.read(scalar.from, scalar.to);
  const spelling = quotes === 0 ? written : unquote(written);
  let colon = key.nextSibling;
  while (colon && colon.name !== ':') colon = colon.nextSibling;
  if (spelling === undefined || !colon) return undefined;
  const value = valueNode(colon);
  return { scalar, spelling, quotes, colon, value: value && contentOf(value) };
}

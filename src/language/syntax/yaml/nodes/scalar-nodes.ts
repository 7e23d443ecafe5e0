import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { LONGEST_SCALAR, readPlain, readQuoted, type Written } from '../scalars';

/** What a plain or quoted scalar says; undefined for other nodes and for prose. */
export function readScalar(
  { name, from, to }: SyntaxNode,
  source: KeyedSource,
): Written | undefined {
  if (to - from > LONGEST_SCALAR) return undefined;
  if (name === 'Literal') return readPlain(source.read(from, to), from);
  return name === 'QuotedLiteral' ? readQuoted(source.read(from, to), from) : undefined;
}

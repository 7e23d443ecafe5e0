import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';

/** The range of a comment; the grammars count a carriage return before the line feed as a part of it. */
export function commentRange(from: number, to: number, source: TextSource): Range {
  return { start: from, end: source.read(to - 1, to) === '\r' ? to - 1 : to };
}

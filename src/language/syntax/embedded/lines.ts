import type { Range } from '../../text/range';

const LINE = /[^\n\r]*(?:\r\n|[\n\r]|$)/y;

/** The lines of a text, each with its line break, without a byte order mark. Offsets are UTF-16 code units. */
export function* linesIn(text: string): Generator<Range> {
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    LINE.lastIndex = start;
    const end = start + (LINE.exec(text)?.[0].length ?? 0);
    yield { start, end };
    start = end;
  }
}

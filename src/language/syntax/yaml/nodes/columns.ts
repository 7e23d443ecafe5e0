import type { TextSource } from '../../../text/source';

const CHUNK = 256;

/** How many characters precede an offset on its line; a byte order mark is none. UTF-16 code units. */
export function columnOf(source: TextSource, offset: number): number {
  for (let to = offset; to > 0; to -= CHUNK) {
    const from = Math.max(0, to - CHUNK);
    const chunk = source.read(from, to);
    const lineBreak = Math.max(chunk.lastIndexOf('\n'), chunk.lastIndexOf('\r'));
    if (lineBreak >= 0) return offset - from - lineBreak - 1;
  }
  return source.read(0, 1) === '\ufeff' ? offset - 1 : offset;
}

import type { Input } from '@lezer/common';
import type { TextSource } from '../../text/source';

/** How much is read of the text at once, in UTF-16 code units. */
const BLOCK = 512;

/**
 * A source as the parser reads it: in blocks, of which it has the last two at hand, for it looks back from where it
 * is and ahead, character by character.
 */
export function inputOf(source: TextSource): Input {
  let last = { start: 0, text: '' };
  let other = last;
  return {
    length: source.length,
    lineChunks: false,
    chunk(from) {
      const start = from - (from % BLOCK);
      if (start !== last.start || last.text === '') {
        [last, other] = [other, last];
        if (start !== last.start || last.text === '') {
          last = { start, text: source.read(start, Math.min(start + BLOCK, source.length)) };
        }
      }
      return last.text.slice(from - start);
    },
    read: (from, to) => source.read(from, to),
  };
}

import type { EmbeddedRegion, RegionFinder } from '../region';
import { DOUBLE_QUOTED, stringRegion } from '../strings';

/** A key of a state within a string: its closing quote is escaped. */
const KEY = /state\\+"/i;
/** How much longer than a match can be what is searched in parts. */
const KEYS = /state\\+"/gi;
/** What a string of JSON begins with that is an object or a list. */
const BEGINNING = /^(?:\s|\\[nrt])*[{[]/;
const LOOKED_AT = 64;

/** JSON in the strings of JSON. */
export const jsonStrings: RegionFinder = {
  mayFind: (text) => KEY.test(text),
  find(text) {
    const regions: EmbeddedRegion[] = [];
    // Before it no string is open.
    let floor = 0;
    // Whether the part since then has no quote, so that a string would begin before it.
    for (const { index } of text.matchAll(KEYS)) {
      if (index < floor) continue;
      const start = stringStart(text, index, floor);
      floor = index;
      if (start === undefined) continue;
      const end = stringEnd(text, index);
      floor = end + 1;
      if (BEGINNING.test(text.slice(start, start + LOOKED_AT))) {
        regions.push(stringRegion(text, start, end, DOUBLE_QUOTED, 'json'));
      }
    }
    return regions;
  },
};

/** Behind the quote that opens the string round an offset; undefined where there is none behind the floor. */
function stringStart(text: string, offset: number, floor: number): number | undefined {
  for (
    let at = text.lastIndexOf('"', offset - 1);
    at >= floor;
    at = text.lastIndexOf('"', at - 1)
  ) {
    if (!isEscaped(text, at, floor)) return at + 1;
    if (at === 0) break;
  }
  return undefined;
}

function isEscaped(text: string, at: number, floor: number): boolean {
  let first = at;
  while (first > floor && text.charAt(first - 1) === '\\') first--;
  return (at - first) % 2 === 1;
}

/** Where the string ends that an offset is in: at its quote, or with its line. */
function stringEnd(text: string, offset: number): number {
  let at = offset;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"' || char === '\n' || char === '\r') return at;
    if (char === '\\') at++;
  }
  return text.length;
}

import type { Quote, Range, StateRecord } from '../record';
import type { KeySlot } from './reader';
import { endOfLine, nextCode, startOfLine } from './yaml-lines';

/** Longest line on which a key is looked for, to either side of the cursor. */
const LONGEST_LINE = 1024;

/** A line up to the cursor: its indentation, the marks of sequences included, and what is typed of a key. */
const BEFORE = /^( *(?:- +)*)(["']?)((?:\w[\w.:-]*)?)$/;
/** The line behind it: the rest of the key, a closing quote, and a colon or nothing. */
const BEHIND = /^((?:[\w.-]|:(?=\w))*)(["']?)([ \t]*:(?=[ \t]|$)|[ \t]*$|[ \t]+#.*$)/;
/** A colon ends a key, except where it is the prefix's and the name is still to follow. */
const UNFINISHED = /^os[-_]?ext[\w-]*:$/i;

/** A key on a line of its own, or the place for one. */
interface LineKey {
  readonly indentation: string;
  readonly outer: Range;
  readonly quote: Quote;
  readonly hasValue: boolean;
}

/** The place for a key in a record at an offset (UTF-16 code units), or undefined where none can be typed. */
export function slotAt(
  text: string,
  records: readonly StateRecord[],
  offset: number,
): KeySlot | undefined {
  const around = findLast(
    records,
    ({ range }) => isBrace(text, range) && range.start < offset && offset <= range.end,
  );
  if (around) return flowSlot(text, around, offset);
  const key = keyOnLine(text, offset);
  const record = key && mappingOf(text, records, key);
  if (!record) return undefined;
  const { outer, quote, hasValue } = key;
  return { record, outer, quote, hasValue, after: '' };
}

function keyOnLine(text: string, offset: number): LineKey | undefined {
  const before = BEFORE.exec(text.slice(startOfLine(text, offset), offset));
  const behind = BEHIND.exec(text.slice(offset, endOfLine(text, offset)));
  if (!before || !behind) return undefined;
  const [, indentation = '', quote = '', typed = ''] = before;
  const [, rest = '', closing = '', separator = ''] = behind;
  if (closing !== '' && closing !== quote) return undefined;
  const hasValue = separator.endsWith(':');
  if (typed.endsWith(':') && quote === '' && rest === '') {
    if (!UNFINISHED.test(typed) || separator.trim() !== '') return undefined;
  }
  const start = offset - typed.length - quote.length;
  const outer = { start, end: offset + rest.length + closing.length };
  return { indentation, outer, quote: quote as Quote, hasValue };
}

/** The block mapping that a line's key belongs to, or would. */
function mappingOf(
  text: string,
  records: readonly StateRecord[],
  { indentation, outer, hasValue }: LineKey,
): StateRecord | undefined {
  const column = indentation.length;
  const lineStart = outer.start - column;
  const next = nextCode(text, endOfLine(text, outer.end));
  if (!hasValue && continuesAbove(text, next, column)) return undefined;
  const isFirst = indentation.includes('-');
  const record = findLast(
    records,
    ({ range }) => range.start <= outer.start && isBlockAt(text, range, column),
  );
  if (record?.range.start === outer.start) return record;
  if (record && !isFirst && nextCode(text, record.range.end) >= lineStart) return record;
  return hasValue
    ? undefined
    : records.find(({ range }) => range.start === next && isBlockAt(text, range, column));
}

/** Whether what follows a line needs the lines above it, so that no key can come between. */
function continuesAbove(text: string, next: number, column: number): boolean {
  const nextColumn = next - startOfLine(text, next);
  return (
    next < text.length &&
    (nextColumn > column ||
      /[\]}]/.test(text.charAt(next)) ||
      (nextColumn === column && /-\s/.test(text.slice(next, next + 2))))
  );
}

import type { Quote, StateRecord } from '../../records/record';
import type { Range } from '../../text/range';
import type { KeyPosition } from '../reader';
import { endOfLine, LONGEST_LINE, nextCode, startOfLine } from './lines';
import { isClosed } from './scalars';

/** A line up to the cursor: its indentation, the marks of sequences included, and what is typed of a key. */
const BEFORE = /^( *(?:- +)*)(["']?)((?:\w[\w.:-]*)?)$/;
/** The line behind it: the rest of the key, a closing quote, and a colon or nothing. */
const BEHIND = /^((?:[\w.-]|:(?=\w))*)(["']?)([ \t]*:(?=[ \t]|$)|[ \t]*$|[ \t]+#.*$)/;
/** As much behind a quote that is not closed as can be of a key. */
const OPEN_KEY = /^["'][\w.:-]*/;
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
): KeyPosition | undefined {
  const around = records.findLast(({ range }) => isInBraces(text, range, offset));
  if (around) return flowSlot(text, around, offset);
  const key = keyOnLine(text, offset);
  const record = key && mappingOf(text, records, key);
  if (!record) return undefined;
  const { outer, quote, hasValue } = key;
  return { record, outer, quote, hasValue, after: '' };
}

function keyOnLine(text: string, offset: number): LineKey | undefined {
  const lineStart = startOfLine(text, offset);
  const lineEnd = endOfLine(text, offset);
  if (lineEnd - lineStart >= LONGEST_LINE) return undefined;
  const before = BEFORE.exec(text.slice(lineStart, offset));
  const behind = BEHIND.exec(text.slice(offset, lineEnd));
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
  const record = records.findLast(
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

/** Whether a mapping is in block style, with its keys at a column. */
function isBlockAt(text: string, { start }: Range, column: number): boolean {
  const lineStart = start - column;
  const isLineStart = lineStart === 0 || /[\n\r\ufeff]/.test(text.charAt(lineStart - 1));
  return isLineStart && /^[ ?-]*$/.test(text.slice(lineStart, start)) && text.charAt(start) !== '{';
}

function isInBraces(text: string, { start, end }: Range, offset: number): boolean {
  if (start >= offset || text.charAt(start) !== '{') return false;
  return offset < end || (text.charAt(end - 1) !== '}' && offset <= nextCode(text, end));
}

/** A place behind the brace or a comma of a flow mapping, or a key there. */
function flowSlot(text: string, record: StateRecord, offset: number): KeyPosition | undefined {
  let depth = 0;
  let isKeyNext = false;
  let at = record.range.start;
  while (at < offset) {
    const first = text.charAt(at);
    const end = endOfToken(text, at);
    if (first === '#' && offset <= end) return undefined;
    const isBlank = /[\s#]/.test(first);
    const canGrow = /["']/.test(first) ? !isClosed(text, at, end) : !/[,:[\]{}]/.test(first);
    if (!isBlank && (offset < end || (offset === end && canGrow))) {
      return isKeyNext && depth === 1
        ? typedSlot(text, record, { start: at, end }, offset)
        : undefined;
    }
    if (!isBlank) isKeyNext = first === '{' || first === ',';
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    at = end;
  }
  if (!isKeyNext || depth !== 1) return undefined;
  const slot = slotIn(text, record, { start: offset, end: offset }, '');
  return slot.hasValue ? undefined : slot;
}

/** The place of a key that is typed in part. A quote that is not closed takes with it what can be of a key. */
function typedSlot(
  text: string,
  record: StateRecord,
  { start, end }: Range,
  offset: number,
): KeyPosition | undefined {
  const quote = (/["']/.exec(text.charAt(start))?.[0] ?? '') as Quote;
  const isWhole = quote === '' || isClosed(text, start, end);
  if (isWhole) return slotIn(text, record, { start, end }, quote);
  const typed = OPEN_KEY.exec(text.slice(start, Math.min(end, start + LONGEST_LINE)))?.[0] ?? quote;
  const outer = { start, end: start + typed.length };
  return offset <= outer.end ? slotIn(text, record, outer, quote) : undefined;
}

function slotIn(text: string, record: StateRecord, outer: Range, quote: Quote): KeyPosition {
  const next = nextCode(text, outer.end);
  const mark = next < record.range.end ? text.charAt(next) : '';
  const hasValue = mark === ':';
  return { record, outer, quote, hasValue, after: /^[,}:]?$/.test(mark) ? '' : ',' };
}

/** The end of what begins at an offset in flow style: blanks, a comment, a quoted or plain word, or a mark. */
function endOfToken(text: string, start: number): number {
  const first = text.charAt(start);
  if (/\s/.test(first)) return skip(text, start, /\S/g);
  if (first === '#') return skip(text, start, /[\n\r]/g);
  if (first === '"' || first === "'") return endOfQuoted(text, start);
  if (/[,[\]{}]/.test(first)) return start + 1;
  let end = start;
  for (;;) {
    end = skip(text, end, /[\s,:[\]{}]/g);
    if (text.charAt(end) !== ':' || /[\s,[\]{}]|^$/.test(text.charAt(end + 1))) break;
    end++;
  }
  // The colon of the prefix, behind which the name is still to follow.
  if (end - start < LONGEST_LINE && UNFINISHED.test(text.slice(start, end + 1))) return end + 1;
  return Math.max(end, start + 1);
}

/** The end of a quoted scalar, or of its line where it is not closed on it. */
function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  const stop = quote === '"' ? /["\\\n\r]/g : /['\n\r]/g;
  let at = skip(text, start + 1, stop);
  while (text.charAt(at) === '\\' || (quote === "'" && text.startsWith("''", at))) {
    at = skip(text, at + 2, stop);
  }
  return text.charAt(at) === quote ? at + 1 : at;
}

function skip(text: string, start: number, stop: RegExp): number {
  stop.lastIndex = start;
  return stop.exec(text)?.index ?? text.length;
}

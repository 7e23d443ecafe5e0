import type { ParsedDocument } from '../document/parsed-document';
import type { Quote, StateField, StateRecord } from '../records/record';
import { lineBreakFrom } from '../text/line-index';

/** Where a member can be written into a record. */
export interface InsertionPlace {
  readonly offset: number;
  /** The quote of the key next to it. */
  readonly quote: Quote;
  /** The member with what has to be written before and behind it. */
  write(pair: string): string;
  /** Whether it was found by what looks like a comment, which only the syntax knows for sure. */
  readonly isBelowComment: boolean;
}

/** What can stand before the key of a block mapping in its line. */
const BLOCK_START = /^[ \t]*(?:- +)*$/;
/** What can stand behind the value of one. */
const BLOCK_END = /^(?:[ \t]*|[ \t]+#.*)$/;

/**
 * The places for a member next to the state fields of a record, the likeliest first: next to the last of them.
 * @param isBehindLast whether it is to be behind that one, where a place between brackets allows it
 */
export function* insertionPlaces(
  text: string,
  reading: ParsedDocument,
  record: StateRecord,
  isBehindLast = false,
): Generator<InsertionPlace> {
  const isBlock = !/[{[]/.test(text.charAt(record.range.start));
  const last = record.fields.at(-1);
  const behind = isBehindLast && !isBlock && last ? placeBehindValue(text, last) : undefined;
  if (behind) yield behind;
  for (const stateField of [...record.fields].reverse()) {
    const place = isBlock
      ? placeBehind(text, stateField)
      : placeBefore(text, stateField, reading.reader.lineComment(reading.languageId) ?? '//');
    if (place) yield place;
  }
}

/** In a block every member has lines of its own, and what is behind its value belongs to it. */
function placeBehind(text: string, { key, outer }: StateField): InsertionPlace | undefined {
  const { start, quote } = keyStart(text, key.start);
  const before = text.slice(lineStart(text, start), start);
  const offset = lineEnd(text, outer.end);
  if (!BLOCK_START.test(before) || !BLOCK_END.test(text.slice(outer.end, offset))) return undefined;
  const indentation = before.replaceAll('-', ' ');
  const write = (pair: string) => `${lineBreakAt(text, offset)}${indentation}${pair}`;
  return { offset, quote, write, isBelowComment: false };
}

/** What can stand behind a value that a member is written behind: a comment there is about that value. */
const VALUE_END = /^[ \t]*(?:,[ \t]*(?:[^ \t/#]|$)|[\n\r}]|$)/;
/** As much of a text is looked at behind a value. */
const BEHIND = 200;

/** Between brackets, behind a value: the separator that may follow it is that of the new member then. */
function placeBehindValue(text: string, { key, outer }: StateField): InsertionPlace | undefined {
  if (!VALUE_END.test(text.slice(outer.end, outer.end + BEHIND))) return undefined;
  const { start, quote } = keyStart(text, key.start);
  const before = text.slice(lineStart(text, start), start);
  const isOwnLine = before.trim() === '';
  if (!isOwnLine && !/[{,]$/.test(before.trimEnd())) return undefined;
  const between = isOwnLine ? `,${lineBreakAt(text, start)}${before}` : ', ';
  return { offset: outer.end, quote, write: (pair) => between + pair, isBelowComment: false };
}

/** Between brackets no separator is missing before a member; comments above it are about it. */
function placeBefore(
  text: string,
  { key }: StateField,
  lineComment: string,
): InsertionPlace | undefined {
  const { start, quote } = keyStart(text, key.start);
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  if (before.trim() !== '') {
    // What stands before the key otherwise, as a modifier or a comment, belongs to it.
    const isSeparated = /[{,;]/.test(before.trimEnd().slice(-1));
    if (!isSeparated) return undefined;
    return { offset: start, quote, write: (pair) => `${pair}, `, isBelowComment: false };
  }
  const top = commentsAbove(text, from, lineComment);
  const offset = top === from ? start : top;
  const write = (pair: string) =>
    top === from
      ? `${pair},${lineBreakAt(text, start)}${before}`
      : `${before}${pair},${lineBreakAt(text, top)}`;
  return { offset, quote, write, isBelowComment: top < from };
}

/** Where the lines of comments begin that stand directly above a line. */
function commentsAbove(text: string, line: number, lineComment: string): number {
  let top = line;
  while (top > 0 && /[\n\r]/.test(text.charAt(top - 1))) {
    const end = endOfLineBefore(text, top);
    const start = lineStart(text, end);
    const content = text.slice(start, end).trim();
    if (content.startsWith(lineComment)) top = start;
    else if (lineComment === '//' && content.endsWith('*/')) {
      const open = text.lastIndexOf('/*', end);
      const first = lineStart(text, open);
      if (open < 0 || text.slice(first, open).trim() !== '') break;
      top = first;
    } else break;
  }
  return top;
}

/** Where the key begins with its quotes and brackets. */
function keyStart(text: string, inner: number): { start: number; quote: Quote } {
  let start = inner;
  while (/["'[]/.test(text.charAt(start - 1))) start--;
  const first = text.charAt(start);
  return { start, quote: first === '"' || first === "'" ? first : '' };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\n\r]/.test(text.charAt(start - 1))) start--;
  return start === 0 && offset > 0 && text.startsWith('\ufeff') ? 1 : start;
}

function lineEnd(text: string, offset: number): number {
  const lineBreak = /[\n\r]|$/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** Where the line ends that is above the one that begins at the offset. */
function endOfLineBefore(text: string, line: number): number {
  return text.slice(line - 2, line) === '\r\n' ? line - 2 : line - 1;
}

/** The line break at the end of the line of an offset, or the first of the text where it is the last line. */
function lineBreakAt(text: string, offset: number): string {
  return lineBreakFrom(text, offset) ?? lineBreakFrom(text, 0) ?? '\n';
}

import type { Quote, Value } from '../../records/record';
import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';

/** What is written in the place of a value. */
export interface Written {
  readonly value: Value;
  readonly inner: Range;
  readonly outer: Range;
  readonly quote: Quote;
}

/** The longest literal, in code units as written, that is still read: beyond, it names no state. */
const LONGEST_LITERAL = 256;

const ESCAPE =
  /\\(?:u\{([\da-fA-F]{1,8})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\n\r\u2028\u2029])|([\s\S]))/g;
const LETTER_ESCAPES: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A copy of a cut-out that is kept: in V8 a slice of 13 code units or more keeps the whole text alive. */
export function detach(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** The text that stands between quotes with its escapes resolved; malformed ones lose their backslash. */
export function decode(written: string): string {
  if (!written.includes('\\')) return detach(written);
  return detach(
    written.replace(ESCAPE, (_, braced, four, two, octal, continued, other) => {
      if (continued !== undefined) return '';
      if (other !== undefined) return LETTER_ESCAPES[other] ?? other;
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      const code = Number.parseInt(braced ?? four ?? two, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    }),
  );
}

/** The quote that a character is, or `''`. */
export function asQuote(char: string | undefined): Quote {
  return char === '"' || char === "'" || char === '`' ? char : '';
}

/**
 * The index of the quote that closes the literal opened at `open`, or -1 if the line (for a template, the
 * text) ends before it.
 */
export function closingQuote(text: string, open: number): number {
  const quote = text.charCodeAt(open);
  const template = quote === 0x60;
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i;
    if (code === 0x5c) {
      if (text.charCodeAt(i + 1) === 0x0d && text.charCodeAt(i + 2) === 0x0a) i++;
      i++;
    } else if ((code === 0x0a || code === 0x0d) && !template) return -1;
  }
  return -1;
}

/** How many characters of a name stand at an index: what was typed of a literal that is not closed yet. */
export function nameRun(text: string, index: number): number {
  const run = /[\w-]*/y;
  run.lastIndex = index;
  return run.exec(text)?.[0].length ?? 0;
}

/** The literal that was begun at an index of the text, at `offset` in the document, and has no end. */
export function unclosedLiteral(text: string, index: number, offset: number): Written {
  const length = Math.min(nameRun(text, index + 1), LONGEST_LITERAL);
  const inner = { start: offset + 1, end: offset + 1 + length };
  return {
    value: { kind: 'text', text: detach(text.slice(index + 1, index + 1 + length)) },
    inner,
    outer: { start: offset, end: inner.end },
    quote: asQuote(text[index]),
  };
}

/**
 * The string or substitution-free template that begins at `from` and ends at `to` at the latest.
 * Where it is not closed, its inner range ends with the name after the quote.
 */
export function readLiteral(source: TextSource, from: number, to: number): Written {
  const text = source.read(from, Math.min(to, from + LONGEST_LITERAL + 2));
  const close = closingQuote(text, 0);
  if (close >= 0) {
    return {
      value: { kind: 'text', text: decode(text.slice(1, close)) },
      inner: { start: from + 1, end: from + close },
      outer: { start: from, end: from + close + 1 },
      quote: asQuote(text[0]),
    };
  }
  if (to - from > text.length && source.read(to - 1, to) === text[0]) return opaque(from, to);
  return unclosedLiteral(text, 0, from);
}

/** Whether a literal as it was read has its closing quote. */
export function isClosed(written: Written): boolean {
  return written.quote === '' || written.outer.end > written.inner.end;
}

/** Something that says nothing of a state. */
export function opaque(start: number, end: number): Written {
  const range = { start, end };
  return { value: { kind: 'opaque' }, inner: range, outer: range, quote: '' };
}

/** The syntax's own null (or undefined). */
export function nothing(start: number, end: number): Written {
  const range = { start, end };
  return { value: { kind: 'null' }, inner: range, outer: range, quote: '' };
}

/** No value yet: the place to type it is behind what calls for it, and behind one space if there is one. */
export function missingAfter(source: TextSource, offset: number): Written {
  const place = source.read(offset, offset + 1) === ' ' ? offset + 1 : offset;
  const range = { start: place, end: place };
  return { value: { kind: 'missing' }, inner: range, outer: range, quote: '' };
}

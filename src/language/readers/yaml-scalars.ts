import type { Quote, Range, Value } from '../record';

/** A scalar as it is written: what it says, and where. UTF-16 code units. */
export interface Written {
  readonly value: Value;
  readonly inner: Range;
  readonly outer: Range;
  readonly quote: Quote;
}

/** Longest scalar that is looked at; longer ones are prose. */
const LONGEST = 128;
const NULLS = new Set(['null', 'Null', 'NULL', '~', '']);
const NAME_RUN = /^[\w-]*/;
const OPAQUE: Value = { kind: 'opaque' };
const NULL: Value = { kind: 'null' };

/** Single-character escapes of double-quoted scalars. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/giu;

/** A value that says nothing of a state. */
export function opaque(start: number, end: number): Written {
  return { value: OPAQUE, inner: { start, end }, outer: { start, end }, quote: '' };
}

/** The null of a value that is not written, at the place where it would be typed. */
export function emptyAt(offset: number): Written {
  const range = { start: offset, end: offset };
  return { value: NULL, inner: range, outer: range, quote: '' };
}

/** Reads a plain scalar that stands at `start`. */
export function readPlain(text: string, start: number): Written {
  const end = start + text.length;
  if (text.length > LONGEST || /[\n\r]/.test(text)) return opaque(start, end);
  const range = { start, end };
  const value: Value = NULLS.has(text) ? NULL : { kind: 'text', text };
  return { value, inner: range, outer: range, quote: '' };
}

/** Reads a quoted scalar, quotes included, that stands at `start`; one that is not closed ends with its name. */
export function readQuoted(text: string, start: number): Written {
  const quote = text.charAt(0) as Quote;
  const isClosed =
    text.length > 1 && text.endsWith(quote) && !/[\n\r]/.test(text.slice(0, LONGEST));
  if (isClosed && text.length > LONGEST) return opaque(start, start + text.length);
  const content = isClosed ? text.slice(1, -1) : (NAME_RUN.exec(text.slice(1, LONGEST))?.[0] ?? '');
  const inner = { start: start + 1, end: start + 1 + content.length };
  return {
    value: { kind: 'text', text: decode(content, quote) },
    inner,
    outer: { start, end: isClosed ? inner.end + 1 : inner.end },
    quote,
  };
}

/** The text of a quoted scalar's content. An escape that means nothing stands for itself. */
export function decode(content: string, quote: Quote): string {
  if (quote === "'") return content.replaceAll("''", "'");
  if (!content.includes('\\')) return content;
  return content.replace(
    ESCAPE,
    (whole, x?: string, u?: string, long?: string, single?: string) => {
      const hex = x ?? u ?? long;
      if (hex === undefined) return ESCAPES[single ?? ''] ?? single ?? whole;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

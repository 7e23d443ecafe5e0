import type { Quote, Value } from '../../records/record';
import type { Range } from '../../text/range';

/** A value as it is written: what it says, and where. UTF-16 code units. */
export interface Written {
  readonly value: Value;
  readonly inner: Range;
  readonly outer: Range;
  readonly quote: Quote;
}

/** Longest scalar that is looked at, quotes included; longer ones are prose. */
export const LONGEST_SCALAR = 512;

const OPAQUE: Value = { kind: 'opaque' };
const NULL: Value = { kind: 'null' };
const NULLS = new Set(['null', 'Null', 'NULL', '~']);
const LINE_BREAK = /[\n\r]/;
/** Where a comment begins; the grammar knows it behind a space only, not behind a tab. */
const COMMENT = /(?<![ \t])[ \t]+#/;
/** As much of a quote that is left open as can be a state. */
const NAME = /^[\w-]*/;
/** V8 copies a slice that is shorter than this; a longer one keeps the whole text alive. */
const HOLDING_SLICE = 13;

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gsu;
const CONTROLS: Readonly<Record<string, string>> = {
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

/** A value that says nothing of a state. */
export function opaque(start: number, end: number): Written {
  const range = { start, end };
  return { value: OPAQUE, inner: range, outer: range, quote: '' };
}

/** YAML's own null, or the place where it stands unwritten. */
export function nullAt(start: number, end = start): Written {
  return { ...opaque(start, end), value: NULL };
}

/** Reads a plain scalar that is written at `start`. One of several lines is prose. */
export function readPlain(written: string, start: number): Written {
  if (written.startsWith('"') || written.startsWith("'")) return readOpen(written, start);
  if (LINE_BREAK.test(written)) return opaque(start, start + written.length);
  const text = written.slice(0, COMMENT.exec(written)?.index);
  const end = start + text.length;
  if (NULLS.has(text)) return nullAt(start, end);
  return { ...opaque(start, end), value: { kind: 'text', text: detach(text) } };
}

/** Reads a quoted scalar that is written, with its quotes, at `start`. One of several lines is prose. */
export function readQuoted(written: string, start: number): Written {
  const text = unquote(written);
  if (text === undefined) return readOpen(written, start);
  const end = start + written.length;
  if (LINE_BREAK.test(written)) return opaque(start, end);
  return {
    value: { kind: 'text', text },
    inner: { start: start + 1, end: end - 1 },
    outer: { start, end },
    quote: written.charAt(0) as Quote,
  };
}

/** The text of a quoted scalar of one line, or undefined where the closing quote is missing. */
export function unquote(written: string): string | undefined {
  if (!isClosed(written)) return undefined;
  const raw = detach(written.slice(1, -1));
  return written.startsWith("'") ? raw.replaceAll("''", "'") : decode(raw);
}

/** Whether a scalar that begins with a quote ends with the same one, and not with an escaped one. */
export function isClosed(text: string, from = 0, to = text.length): boolean {
  const quote = text.charAt(from);
  if (to - from < 2 || text.charAt(to - 1) !== quote) return false;
  const mark = quote === "'" ? quote : '\\';
  let first = to - 1;
  while (first - 1 > from && text.charAt(first - 1) === mark) first--;
  return (to - 1 - first) % 2 === 0;
}

/** While the closing quote is missing, the name behind the opening one is what is being typed. */
function readOpen(written: string, start: number): Written {
  const text = NAME.exec(written.slice(1))?.[0] ?? '';
  const inner = { start: start + 1, end: start + 1 + text.length };
  return {
    value: { kind: 'text', text: detach(text) },
    inner,
    outer: { start, end: inner.end },
    quote: written.charAt(0) as Quote,
  };
}

/** Resolves the escapes of a double-quoted scalar; what is none stands for itself. */
function decode(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (whole, x?: string, u?: string, long?: string, single?: string) => {
    const hex = x ?? u ?? long;
    if (hex === undefined) return CONTROLS[single ?? ''] ?? single ?? whole;
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The same characters in a string of their own. */
export function detach(part: string): string {
  return part.length < HOLDING_SLICE ? part : part.split('').join('');
}

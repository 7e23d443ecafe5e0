import { DecodedText } from './decoded-text';
import type { Encode } from './offset-map';
import type { EmbeddedRegion } from './region';

/** An escape of a JSON string, or of one of code or YAML, whose others are none of JSON. */
const ESCAPE =
  /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|U([\da-fA-F]{8})|(\r\n|[\n\r])[ \t]*|([^\n\r]))/y;
const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
};
/** A line break in a quoted scalar, with the blanks around it and the empty lines behind. */
const FOLD = /[ \t]*[\n\r][ \t\n\r]*/y;

/** What is written of a string, and how. */
export interface StringForm {
  /** Whether a backslash begins an escape; else a quote is doubled. */
  readonly hasEscapes: boolean;
  /** Whether line breaks are folded into blanks. */
  readonly isFolded: boolean;
  readonly encode: Encode;
}

const asJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** A string of JSON, of YAML in double quotes, of code in double quotes. */
export const DOUBLE_QUOTED: StringForm = { hasEscapes: true, isFolded: false, encode: asJson };

/** A double-quoted scalar of YAML. */
export const YAML_DOUBLE_QUOTED: StringForm = { ...DOUBLE_QUOTED, isFolded: true };

/** A single-quoted scalar of YAML, in which a line break would be folded. */
export const YAML_SINGLE_QUOTED: StringForm = {
  hasEscapes: false,
  isFolded: true,
  encode: (text) => (/[\n\r]/.test(text) ? undefined : text.replaceAll("'", "''")),
};

/** A string of code in single quotes. */
export const SINGLE_QUOTED: StringForm = {
  ...DOUBLE_QUOTED,
  encode: (text) => asJson(text).replaceAll('\\"', '"').replaceAll("'", "\\'"),
};

/** A template without substitutions, in which line breaks stand as they are. */
export const TEMPLATE: StringForm = {
  ...DOUBLE_QUOTED,
  encode: (text) => text.replace(/[\\`]|\$(?=\{)/g, '\\$&'),
};

/** What the string between two offsets of a file says, as a region. */
export function stringRegion(
  file: string,
  start: number,
  end: number,
  form: StringForm,
  languageId: string,
): EmbeddedRegion {
  const decoded = new DecodedText(file, form.encode);
  let from = start;
  const content = file.slice(start, end);
  const mark = form.hasEscapes ? '\\' : "'";
  for (let at = start; at < end; ) {
    if (!form.isFolded) {
      // Nothing but what the mark begins stands for something else.
      const next = content.indexOf(mark, at - start);
      if (next < 0) break;
      at = start + next;
    }
    const found = form.hasEscapes ? escapeAt(file, at) : doubledQuoteAt(file, at);
    const special = found ?? (form.isFolded ? foldAt(file, at) : undefined);
    if (!special || at + special.length > end) {
      at++;
      continue;
    }
    decoded.verbatim(from, at);
    decoded.standsFor(at, at + special.length, special.text);
    at += special.length;
    from = at;
  }
  decoded.verbatim(from, end);
  return decoded.region(languageId);
}

interface Special {
  readonly length: number;
  readonly text: string;
}

function escapeAt(file: string, at: number): Special | undefined {
  if (file.charAt(at) !== '\\') return undefined;
  ESCAPE.lastIndex = at;
  const found = ESCAPE.exec(file);
  if (!found) return undefined;
  const [{ length }, braced, four, two, eight, lineBreak, other = ''] = found;
  const hex = braced ?? four ?? two ?? eight;
  if (lineBreak !== undefined) return { length, text: '' };
  if (hex === undefined) return { length, text: CONTROLS[other] ?? other };
  const code = Number.parseInt(hex, 16);
  return { length, text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd' };
}

function doubledQuoteAt(file: string, at: number): Special | undefined {
  return file.startsWith("''", at) ? { length: 2, text: "'" } : undefined;
}

/** One line break is a blank, several are one less. */
function foldAt(file: string, at: number): Special | undefined {
  const isBlank = (offset: number) => /[ \t]/.test(file.charAt(offset));
  if (isBlank(at) ? isBlank(at - 1) : !/[\n\r]/.test(file.charAt(at))) return undefined;
  FOLD.lastIndex = at;
  const found = FOLD.exec(file)?.[0];
  if (found === undefined) return undefined;
  const breaks = found.match(/\r\n|[\n\r]/g)?.length ?? 0;
  return { length: found.length, text: breaks > 1 ? '\n'.repeat(breaks - 1) : ' ' };
}

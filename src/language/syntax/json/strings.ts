import type { Field } from '../../../model';
import { type KeyNames, LONGEST_OWN_KEY } from '../../records/key-names';
import type { Value } from '../../records/record';

/** A key that names a state field, decoded. */
export interface KeyName {
  readonly field: Field;
  readonly spelling: string;
  readonly own?: true;
  readonly notified?: true;
}

/** Shortest key of a state except for `status`: `vmState`. */
const MIN_KEY = 7;
/** The longest spelling there is, were every character of it written as an escape. */
const MAX_ESCAPED_KEY = 6 * LONGEST_OWN_KEY;
/** Distinct texts that are kept to be shared; states are few, and a text that is not one is seldom repeated. */
const MAX_SHARED = 256;
const MAX_SHARED_LENGTH = 64;
/** V8 copies a slice that is shorter than this; a longer one keeps the whole text alive. */
const MIN_HOLDING_SLICE = 13;
const COPY_LENGTH = 1024;

const CODE_LOWER_S = 0x73;
const CODE_LOWER_E = 0x65;
const LOWER_CASE = 0x20;

/**
 * The keys and values of one text, decoded. Equal ones share their string, and none keeps the text alive.
 * Offsets are UTF-16 code units, without the quotes.
 */
export class JsonStrings {
  private readonly known = new Map<string, KeyName>();
  private readonly values = new Map<string, Value>();

  constructor(private readonly keys: KeyNames) {}

  /** The state field that a key names, or undefined; most keys are recognized without being cut out. */
  key(text: string, start: number, end: number, isEscaped: boolean): KeyName | undefined {
    const isCandidate =
      isEscaped || mayNameState(text, start, end) || this.keys.hasLength(end - start);
    if (!isCandidate) return undefined;
    if (end - start > MAX_ESCAPED_KEY) return undefined;
    const part = text.slice(start, end);
    const known = this.known.get(part);
    if (known) return known;
    const raw = detach(part);
    const spelling = isEscaped ? decode(raw) : raw;
    const meaning = this.keys.readMember(spelling);
    if (!meaning) return undefined;
    const { field, own, notified } = meaning;
    const name = { field, spelling, ...(own && { own }), ...(notified && { notified }) };
    if (this.known.size < MAX_SHARED) this.known.set(raw, name);
    return name;
  }

  /** The value that a string holds. */
  value(text: string, start: number, end: number, isEscaped: boolean): Value {
    const part = text.slice(start, end);
    const isShared = part.length <= MAX_SHARED_LENGTH;
    const known = isShared ? this.values.get(part) : undefined;
    if (known) return known;
    const raw = detach(part);
    const value: Value = { kind: 'text', text: isEscaped ? decode(raw) : raw };
    if (isShared && this.values.size < MAX_SHARED) this.values.set(raw, value);
    return value;
  }
}

/** Every key that means a state everywhere is `status` or ends in `state`, whatever its case. */
function mayNameState(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === CODE_LOWER_S) return end - start === 6 && text.charCodeAt(start) === CODE_LOWER_S;
  return (
    (last | LOWER_CASE) === CODE_LOWER_E &&
    end - start >= MIN_KEY &&
    (text.charCodeAt(end - 5) | LOWER_CASE) === CODE_LOWER_S
  );
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["'\\/bfnrt]))/g;
const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Resolves the escapes; what is none stays as it is written. */
function decode(raw: string): string {
  return raw.replace(ESCAPE, (_, hex: string | undefined, character: string) =>
    hex === undefined
      ? (CONTROLS[character] ?? character)
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The same characters in a string of their own. */
function detach(part: string): string {
  if (part.length < MIN_HOLDING_SLICE) return part;
  let copy = '';
  for (let at = 0; at < part.length; at += COPY_LENGTH) {
    copy += part
      .slice(at, at + COPY_LENGTH)
      .split('')
      .join('');
  }
  return copy;
}

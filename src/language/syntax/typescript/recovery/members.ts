import type { Quote } from '../../../records/record';
import type { Range } from '../../../text/range';
import type { TextSource } from '../../../text/source';
import {
  asQuote,
  closingQuote,
  missingAfter,
  nothing,
  opaque,
  readLiteral,
  unclosedLiteral,
  type Written,
} from '../strings';
import {
  beginsStatement,
  isKeyWithColon,
  skipExpression,
  skipKey,
  skipString,
  skipTrivia,
  wordAt,
} from './tokens';

/** A member of an object or type as it stands in a text, whether or not the text parses. */
export interface ScannedMember {
  /**
   * - `pair`: a key with a colon
   * - `name`: a key alone, which is a shorthand or half-typed
   * - `method`, `setter`, `spread`: as in the language
   * - `other`: a member without a key that could name a field
   */
  readonly form: 'pair' | 'name' | 'method' | 'setter' | 'spread' | 'other';
  /** The key with its quotes, but without the brackets of a computed one. */
  readonly outer: Range;
  readonly key: Range;
  readonly quote: Quote;
  /** Of a `pair` only. */
  readonly value?: Written;
  /** Whether a member may begin where this one does: behind a brace, a separator, in types on a new line. */
  readonly separated: boolean;
  /** Where the member ends, its separator not included. */
  readonly end: number;
}

/** The members from a brace to its counterpart, or as far as there is what looks like members. */
export interface Scan {
  readonly members: readonly ScannedMember[];
  /** Behind the closing brace, or where something begins that is no member. */
  readonly end: number;
  readonly closed: boolean;
}

/** Words that look like a method's name when their condition follows. */
const CONTROL_WORDS = new Set(['if', 'for', 'while', 'switch', 'with', 'catch']);
const MODIFIERS = new Set(['async', 'get', 'set', 'static', 'readonly', 'accessor']);
const KEY_RUN = /[\w:.-]*/y;
const VOID = /void\s+0\b/y;
const SUBSTITUTION = /(?<!\\)\$\{/;

/**
 * Reads the members of an object literal or, with `types`, of a type literal or interface, token by token:
 * for text that a parser gives up on, because a quote, comma or brace is not typed yet.
 * @param text begins with the opening brace
 * @param base the offset of that brace in the document, in UTF-16 code units; all offsets given are
 *   the document's
 */
export function scanMembers(text: string, base: number, types: boolean): Scan {
  const members: ScannedMember[] = [];
  let separated = true;
  for (let at = 1; ; ) {
    const { index, newLine } = skipTrivia(text, at);
    const char = text[index];
    if (char === '}') return { members, end: base + index + 1, closed: true };
    if (char === ',' || char === ';') {
      separated = true;
      at = index + 1;
      continue;
    }
    const member =
      char === undefined
        ? undefined
        : scanMember(text, base, index, types, separated || (types && newLine));
    if (!member) return { members, end: base + index, closed: false };
    members.push(member);
    separated = false;
    at = member.end - base;
  }
}

/** The member whose first token is at an index, or undefined where that begins none. */
function scanMember(
  text: string,
  base: number,
  first: number,
  types: boolean,
  separated: boolean,
): ScannedMember | undefined {
  const nowhere = { start: base + first, end: base + first };
  const keyless = (form: 'spread' | 'other', end: number): ScannedMember => ({
    form,
    outer: nowhere,
    key: nowhere,
    quote: '',
    separated,
    end: base + end,
  });
  if (text.startsWith('...', first)) {
    return keyless('spread', skipExpression(text, first + 3, types));
  }

  const { index, setter } = skipModifiers(text, first);
  const key = scanKey(text, base, index);
  if (!key) {
    if (text[index] === '[' || (types && '(<'.includes(text[index] ?? ' '))) {
      return keyless('other', Math.max(index + 1, skipExpression(text, index, types)));
    }
    return undefined;
  }

  const { outer, quote } = key;
  const member = { outer, key: key.key, quote, separated };
  let next = skipTrivia(text, key.end);
  if (text[next.index] === '?') next = skipTrivia(text, next.index + 1);
  const char = text[next.index];
  if (char === ':') {
    const { value, end } = scanValue(text, base, next.index + 1, types);
    return { ...member, form: 'pair', value, end: base + end };
  }
  if (char === '(' || char === '<') {
    const end = skipExpression(text, next.index, types);
    const word = wordAt(text, index);
    // In an object only a body makes a method of what is else a call.
    if (!types && (CONTROL_WORDS.has(word) || text[end - 1] !== '}')) return undefined;
    return { ...member, form: setter ? 'setter' : 'method', end: base + end };
  }
  if (char === '=') {
    return { ...member, form: 'other', end: base + skipExpression(text, next.index + 1, types) };
  }
  const alone = char === undefined || ',;}'.includes(char);
  if (!alone && beginsStatement(wordAt(text, index))) return undefined;
  if (alone || next.newLine || isKeyWithColon(text, next.index)) {
    return { ...member, form: 'name', end: base + key.end };
  }
  return undefined;
}

/** The index of the key behind `get`, `readonly` and the like, which may themselves be keys. */
function skipModifiers(text: string, first: number): { index: number; setter: boolean } {
  let index = first;
  let setter = false;
  for (;;) {
    const word = wordAt(text, index);
    const star = text[index] === '*';
    if (!star && !MODIFIERS.has(word)) return { index, setter };
    const next = skipTrivia(text, index + (star ? 1 : word.length));
    const isKey = /[*[]/.test(text[next.index] ?? '') || skipKey(text, next.index) !== undefined;
    if (!star && (next.newLine || !isKey)) return { index, setter };
    setter = word === 'set';
    index = next.index;
  }
}

function scanKey(text: string, base: number, index: number) {
  const end = skipKey(text, index);
  if (end === undefined) return undefined;
  const computed = text[index] === '[';
  const open = computed ? skipTrivia(text, index + 1).index : index;
  const quote = asQuote(text[open]);
  if (quote === '') {
    const range = { start: base + index, end: base + end };
    return { key: range, outer: range, quote, end };
  }
  const { end: behind, closed } = skipString(text, open);
  if (closed || computed) {
    const close = computed ? closingQuote(text, open) + 1 : behind;
    return {
      key: { start: base + open + 1, end: base + close - 1 },
      outer: { start: base + open, end: base + close },
      quote,
      end,
    };
  }
  KEY_RUN.lastIndex = open + 1;
  const run = open + 1 + (KEY_RUN.exec(text)?.[0].length ?? 0);
  return {
    key: { start: base + open + 1, end: base + run },
    outer: { start: base + open, end: base + run },
    quote,
    end: run,
  };
}

/** The value behind a colon, and the index behind it. */
function scanValue(
  text: string,
  base: number,
  afterColon: number,
  types: boolean,
): { value: Written; end: number } {
  const { index, newLine } = skipTrivia(text, afterColon);
  const char = text[index];
  const word = wordAt(text, index);
  if (
    char === undefined ||
    ',;)]}'.includes(char) ||
    (newLine && (beginsStatement(word) || isKeyWithColon(text, index)))
  ) {
    const value = missingAfter(windowOf(text, base), base + afterColon);
    return { value, end: value.outer.end - base };
  }
  const simple = scanSimpleValue(text, base, index, word);
  const end = skipExpression(text, simple?.end ?? index, types, simple !== undefined);
  if (simple && (end === simple.end || isTypedOnly(text, simple.end, types))) {
    return { value: simple.value, end };
  }
  return { value: opaque(base + index, base + end), end };
}

/** A literal or null at an index; what follows may still make it part of something else. */
function scanSimpleValue(
  text: string,
  base: number,
  index: number,
  word: string,
): { value: Written; end: number } | undefined {
  if (word === 'null' || word === 'undefined' || word === 'void') {
    VOID.lastIndex = index;
    const end = index + (word === 'void' ? (VOID.exec(text)?.[0].length ?? 0) : word.length);
    if (end === index) return undefined;
    return { value: nothing(base + index, base + end), end };
  }
  const quote = asQuote(text[index]);
  if (quote === '') return undefined;
  if (quote === '`') {
    const close = closingQuote(text, index);
    if (close >= 0) {
      if (SUBSTITUTION.test(text.slice(index, close))) return undefined;
      return literal(text, base, index, close + 1);
    }
  } else {
    const { end, closed } = skipString(text, index);
    if (closed) return literal(text, base, index, end);
  }
  const value = unclosedLiteral(text, index, base + index);
  return { value, end: value.outer.end - base };
}

function literal(text: string, base: number, index: number, end: number) {
  return { value: readLiteral(windowOf(text, base), base + index, base + end), end };
}

/** Whether what follows a literal says something of its type only: `as`, `satisfies`, `!`. */
function isTypedOnly(text: string, from: number, types: boolean): boolean {
  if (types) return false;
  const { index } = skipTrivia(text, from);
  const word = wordAt(text, index);
  if (word !== '') return word === 'as' || word === 'satisfies';
  return text[index] === '!' && text[index + 1] !== '=';
}

function windowOf(text: string, base: number): TextSource {
  return {
    length: base + text.length,
    read: (from, to) => text.slice(from - base, to - base),
  };
}

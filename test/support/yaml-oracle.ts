import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Pair,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { readKey } from '../../src/language/records/keys';
import type { Quote, StateField, StateRecord, Value } from '../../src/language/records/record';
import type { Range } from '../../src/language/text/range';

type Written = Pick<StateField, 'value' | 'inner' | 'outer' | 'quote'>;
type Token = { readonly type: string; readonly offset: number; readonly source: string };

const OPTIONS = { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' } as const;
const MARKS = new Set(['explicit-key-ind', 'map-value-ind', 'anchor', 'tag']);
const CORE = 'tag:yaml.org,2002:';

/**
 * The records of a text as the package `yaml` has it, for texts without errors. A second opinion on the
 * reader: it shares no code with it but the meaning of keys.
 * @returns undefined where `yaml` reports errors
 */
export function oracleRecords(text: string): StateRecord[] | undefined {
  const documents = parseAllDocuments(text, OPTIONS);
  if (!Array.isArray(documents)) return [];
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  return documents.flatMap((document) => recordsOf(document, text));
}

function recordsOf(document: Document, text: string): StateRecord[] {
  const records: StateRecord[] = [];
  visit(document, {
    Map(_, map) {
      const fields = map.items.flatMap((pair) => stateField(pair, text));
      const last = fields.at(-1);
      if (!last) return;
      const end = Math.max(endOfNode(map, text), last.outer.end);
      records.push({ kind: 'object', range: { start: startOf(map), end }, fields });
    },
  });
  return records;
}

function stateField(pair: Pair, text: string): StateField[] {
  const { key } = pair;
  const colon = tokens(pair, 'sep').find(({ type }) => type === 'map-value-ind');
  if (!isScalar(key) || !colon || !key.range || key.type?.startsWith('BLOCK')) return [];
  const whole = { start: key.range[0], end: key.range[1] };
  const spelling = String(key.type === 'PLAIN' ? key.source : key.value);
  const meaning = readKey(spelling);
  if (!meaning || isOnSeveralLines(text, whole)) return [];
  const range = key.type === 'PLAIN' ? whole : inside(whole);
  return [{ field: meaning.field, spelling, key: range, ...written(pair, colon, text) }];
}

function written(pair: Pair, colon: Token, text: string): Written {
  const { value } = pair;
  const marks = tokens(pair, 'sep').slice(tokens(pair, 'sep').indexOf(colon) + 1);
  const tag = marks.find(({ type }) => type === 'tag');
  const anchor = marks.find(({ type }) => type === 'anchor');
  if (!isScalar(value) || value.type?.startsWith('BLOCK')) {
    return opaque(tag?.offset ?? startOfValue(value));
  }
  const tagName = value.tag ?? '';
  const [start, end] = value.range ?? [0, 0];
  if (start === end) {
    if (tagName === `${CORE}null` && tag) {
      const last = Math.max(endOf(tag), anchor ? endOf(anchor) : 0);
      return bare({ kind: 'null' }, { start: tag.offset, end: last });
    }
    if (tag || anchor) return opaque(Math.min(tag?.offset ?? Infinity, anchor?.offset ?? Infinity));
    return bare({ kind: 'null' }, placeBehind(colon, text));
  }
  const range = { start, end };
  if (tag && isOnSeveralLines(text, { start: tag.offset, end })) return opaque(tag.offset);
  if (tagName === `${CORE}null` && tag) return bare({ kind: 'null' }, { start: tag.offset, end });
  if (tag && tagName !== `${CORE}str` && tag.source !== '!') return opaque(tag.offset);
  if (isOnSeveralLines(text, range)) return opaque(tag?.offset ?? start);
  const isPlain = value.type === 'PLAIN';
  if (!tag && isPlain && value.value === null) return bare({ kind: 'null' }, range);
  return {
    value: { kind: 'text', text: String(isPlain ? value.source : value.value) },
    inner: isPlain ? range : inside(range),
    outer: tag ? { start: tag.offset, end } : range,
    quote: quoteOf(value),
  };
}

function tokens(pair: Pair, part: 'start' | 'sep'): Token[] {
  const { srcToken } = pair as Pair & { srcToken?: Partial<Record<typeof part, Token[]>> };
  return srcToken?.[part] ?? [];
}

function quoteOf({ type }: Scalar): Quote {
  if (type === 'QUOTE_DOUBLE') return '"';
  return type === 'QUOTE_SINGLE' ? "'" : '';
}

/** One blank behind the colon, unless a comment is there. */
function placeBehind(colon: Token, text: string): Range {
  const offset = colon.offset + (/^ (?!#)/.test(text.slice(colon.offset + 1)) ? 2 : 1);
  return { start: offset, end: offset };
}

/** Where an opaque value ends is of no interest. */
function opaque(start: number): Written {
  return bare({ kind: 'opaque' }, { start, end: start });
}

function bare(value: Value, range: Range): Written {
  return { value, inner: range, outer: range, quote: '' };
}

function inside({ start, end }: Range): Range {
  return { start: start + 1, end: end - 1 };
}

function isOnSeveralLines(text: string, { start, end }: Range): boolean {
  return /[\n\r]/.test(text.slice(start, end));
}

function startOfValue(value: unknown): number {
  if (isMap(value)) return startOf(value);
  return isAlias(value) || isScalar(value) || isCollection(value) ? (value.range?.[0] ?? 0) : 0;
}

/** Where a mapping begins: its brace, or what is first of its first pair, be it a mark or a property. */
function startOf(map: YAMLMap): number {
  const [start] = map.range ?? [0];
  const [first] = map.items;
  if (isBraced(map) || !first) return start;
  const mark = tokens(first, 'start').find(({ type }) => MARKS.has(type));
  return mark?.offset ?? start;
}

function isBraced({ srcToken }: YAMLMap): boolean {
  return srcToken?.type === 'flow-collection';
}

function endOf({ offset, source }: Token): number {
  return offset + source.length;
}

/** Where the last character of a node is that is not blank. */
function endOfNode(node: unknown, text: string): number {
  if (isCollection(node) && node.srcToken?.type !== 'flow-collection') {
    return endOfNode(node.items.at(-1), text);
  }
  if (isPair(node)) return endOfPair(node, text);
  return trimmed(text, (node as Scalar).range?.[1] ?? 0);
}

function endOfPair(pair: Pair, text: string): number {
  const marks = tokens(pair, 'sep').filter(({ type }) => MARKS.has(type));
  const end = Math.max(0, ...[...marks, ...tokens(pair, 'start')].map(endOf));
  return Math.max(end, endOfNode(pair.value ?? pair.key, text));
}

function trimmed(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

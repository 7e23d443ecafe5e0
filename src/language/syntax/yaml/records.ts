import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { LONGEST_OWN_KEY } from '../../records/key-names';
import type { KeyedSource } from '../../records/keyed-source';
import { withoutOtherStates } from '../../records/notifications';
import type { StateField, StateRecord } from '../../records/record';
import { aliasesIn, aliasName, readMark } from './anchors';
import { behindMark, contentOf, isTrivia, startOf, valueNode } from './nodes';
import { type RawRecord, resolveRecords } from './resolve';
import {
  detach,
  LONGEST_SCALAR,
  nullAt,
  opaque,
  readPlain,
  readQuoted,
  unquote,
  type Written,
} from './scalars';

/** Longest key that is looked at, quotes included; every character of it may be written as an escape. */
const LONGEST_KEY = 10 * LONGEST_OWN_KEY + 2;
const CHUNK = 256;
const MERGE = '<<';
/** Something behind a colon that ends neither the line nor the pair. */
const UNREAD = /^[ \t]*[^\s#,}\]][^\n\r]*/;
const STRING_TAGS = new Set(['!!str', '!<tag:yaml.org,2002:str>', '!']);
const NULL_TAGS = new Set(['!!null', '!<tag:yaml.org,2002:null>']);

/** The records of a `@lezer/yaml` tree (offsets are UTF-16 code units), in order of their start. */
export function recordsInTree(tree: Tree, source: KeyedSource): readonly StateRecord[] {
  const raws: RawRecord[] = [];
  // Not `tree.iterate`: where comments come before its first key, a mapping's own start can lie behind its end.
  tree.cursor().iterate((ref) => {
    const raw = readRaw(ref, source);
    if (raw) raws.push(raw);
  });
  return resolveRecords(raws.sort((one, other) => one.range.start - other.range.start));
}

/** What a node says by itself, without what stands elsewhere in the text; undefined where that is nothing. */
export function readRaw(ref: SyntaxNodeRef, source: KeyedSource): RawRecord | undefined {
  const isMapping = ref.name === 'BlockMapping' || ref.name === 'FlowMapping';
  return isMapping ? readMapping(ref.node, source) : readMark(ref, source);
}

/** The record of a mapping, if it has a state field or takes any over. */
function readMapping(mapping: SyntaxNode, source: KeyedSource): RawRecord | undefined {
  const fields: StateField[] = [];
  const merges: string[] = [];
  for (let child = mapping.firstChild; child; child = child.nextSibling) {
    const key = child.name === 'Pair' ? readKey(child, source) : undefined;
    if (!key) continue;
    if (key.spelling === MERGE && key.quotes === 0) {
      for (const name of aliasesIn(valueNode(key.colon), source)) merges.push(name);
    }
    const field = readField(key, source);
    if (field) fields.push(field);
  }
  const meant = withoutOtherStates(fields);
  const last = meant.at(-1);
  if (!last && merges.length === 0) return undefined;
  const range = { start: startOf(mapping), end: Math.max(mapping.to, last?.outer.end ?? 0) };
  return { kind: 'object', range, fields: meant, ...(merges.length > 0 && { merges }) };
}

interface Key {
  readonly scalar: SyntaxNode;
  readonly spelling: string;
  /** How long its quotes are: 1, or 0 for a plain key. */
  readonly quotes: number;
  readonly colon: SyntaxNode;
}

function readKey(pair: SyntaxNode, source: KeyedSource): Key | undefined {
  const key = pair.firstChild;
  if (key?.name !== 'Key' || !key.firstChild) return undefined;
  const scalar = contentOf(key.firstChild);
  if (!scalar || scalar.to - scalar.from > LONGEST_KEY) return undefined;
  const quotes = scalar.name === 'QuotedLiteral' ? 1 : 0;
  if (quotes === 0 && scalar.name !== 'Literal') return undefined;
  const written = source.read(scalar.from, scalar.to);
  const spelling = quotes === 0 ? written : unquote(written);
  let colon = key.nextSibling;
  while (colon && colon.name !== ':') colon = colon.nextSibling;
  return spelling === undefined || !colon ? undefined : { scalar, spelling, quotes, colon };
}

function readField(
  { scalar, spelling, quotes, colon }: Key,
  source: KeyedSource,
): StateField | undefined {
  const meaning = source.keys.readMember(spelling);
  if (!meaning) return undefined;
  return {
    field: meaning.field,
    spelling: detach(spelling),
    ...(meaning.own && { own: true }),
    ...(meaning.notified && { notified: true }),
    key: { start: scalar.from + quotes, end: scalar.to - quotes },
    ...readValue(colon, source),
  };
}

function readValue(colon: SyntaxNode, source: KeyedSource): Written & Pick<StateField, 'alias'> {
  let node = colon.nextSibling;
  while (node && isTrivia(node)) {
    // What the grammar cannot read is skipped by it, though it is part of what is written.
    const isUnread = node.type.isError && node.to > node.from;
    if (isUnread) return opaque(node.from, Math.max(node.to, colon.parent?.to ?? 0));
    node = node.nextSibling;
  }
  return node && belongsTo(colon, node, source) ? readNode(node, source) : unwritten(colon, source);
}

/**
 * Whether the value of a block mapping is indented as it has to be where it stands on a line of its own: what
 * is not is a key that is being typed, though the grammar takes it for the value of the key above.
 */
function belongsTo(colon: SyntaxNode, value: SyntaxNode, source: KeyedSource): boolean {
  const mapping = colon.parent?.parent;
  if (mapping?.name !== 'BlockMapping') return true;
  const between = source.read(colon.to, Math.min(startOf(value), colon.to + LONGEST_SCALAR));
  const indentation = /[\n\r]([ \t]*)$/.exec(between)?.[1]?.length;
  if (indentation === undefined) return true;
  const column = columnOf(source, startOf(mapping));
  return indentation > column || (indentation === column && value.name === 'BlockSequence');
}

function columnOf(source: KeyedSource, offset: number): number {
  for (let to = offset; to > 0; to -= CHUNK) {
    const from = Math.max(0, to - CHUNK);
    const chunk = source.read(from, to);
    const lineBreak = Math.max(chunk.lastIndexOf('\n'), chunk.lastIndexOf('\r'));
    if (lineBreak >= 0) return offset - from - lineBreak - 1;
  }
  return source.read(0, 1) === '\ufeff' ? offset - 1 : offset;
}

/** The place where a value would be typed: a blank behind the colon, if that does not touch a comment. */
function unwritten({ to }: SyntaxNode, source: KeyedSource): Written {
  const behind = source.read(to, to + LONGEST_SCALAR);
  const unread = UNREAD.exec(behind)?.[0];
  if (unread !== undefined) return opaque(to, to + unread.length);
  return nullAt(/^ (?!#)/.test(behind) ? to + 1 : to);
}

function readNode(node: SyntaxNode, source: KeyedSource): Written & Pick<StateField, 'alias'> {
  const { from, to } = node;
  switch (node.name) {
    case 'Literal':
    case 'QuotedLiteral': {
      if (to - from > LONGEST_SCALAR) return opaque(from, to);
      const written = source.read(from, to);
      return node.name === 'Literal' ? readPlain(written, from) : readQuoted(written, from);
    }
    case 'Anchored': {
      const content = behindMark(node);
      return content ? readNode(content, source) : opaque(from, to);
    }
    case 'Tagged':
      return readTagged(node, source);
    case 'Alias':
      return { ...opaque(from, to), alias: aliasName(node, source) };
  }
  return opaque(startOf(node), to);
}

/** A tag of YAML's own settles what a scalar is. It is no part of the text, but goes where the value is replaced. */
function readTagged(node: SyntaxNode, source: KeyedSource): Written {
  const { from, to, firstChild } = node;
  const content = contentOf(node);
  const isScalar = content?.name === 'Literal' || content?.name === 'QuotedLiteral';
  const written = to - from > LONGEST_SCALAR ? '' : source.read(from, to);
  const tag = written.slice(0, firstChild ? firstChild.to - from : 0);
  if (/[\n\r]/.test(written) || (content && !isScalar)) return opaque(startOf(node), to);
  if (NULL_TAGS.has(tag)) return nullAt(from, to);
  if (!STRING_TAGS.has(tag) || !content) return opaque(from, to);
  const { value, inner, quote } = readNode(content, source);
  const text = value.kind === 'text' ? value.text : source.read(inner.start, inner.end);
  return { value: { kind: 'text', text }, inner, outer: { start: from, end: to }, quote };
}

import type { SyntaxNode, Tree } from '@lezer/common';
import { LONGEST_OWN_KEY } from '../../records/key-names';
import type { KeyedSource } from '../../records/keyed-source';
import { withoutOtherStates } from '../../records/notifications';
import type { StateField, StateRecord } from '../../records/record';
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
/** Something behind a colon that ends neither the line nor the pair. */
const UNREAD = /^[ \t]*[^\s#,}\]][^\n\r]*/;
const STRING_TAGS = new Set(['!!str', '!<tag:yaml.org,2002:str>', '!']);
const NULL_TAGS = new Set(['!!null', '!<tag:yaml.org,2002:null>']);

/**
 * The records of all mappings of a `@lezer/yaml` tree that touch the stretch between two offsets (UTF-16 code
 * results), in order of their start. Merge keys add nothing, for the keys that are written beside them win;
 * aliases are not followed.
 */
export function recordsInTree(
  tree: Tree,
  source: KeyedSource,
  from = 0,
  to = tree.length,
): StateRecord[] {
  const records: StateRecord[] = [];
  // Not `tree.iterate`: where comments come before its first key, a mapping's own start can lie behind its end.
  tree.cursor().iterate((ref) => {
    if (ref.to < from || (ref.from > to && ref.from <= ref.to)) return false;
    if (ref.name !== 'BlockMapping' && ref.name !== 'FlowMapping') return true;
    const record = readMapping(ref.node, source);
    if (record) records.push(record);
    return true;
  });
  return records;
}

/** The record of a mapping, if it has a state field. */
export function readMapping(mapping: SyntaxNode, source: KeyedSource): StateRecord | undefined {
  const fields: StateField[] = [];
  for (let child = mapping.firstChild; child; child = child.nextSibling) {
    const field = child.name === 'Pair' ? readPair(child, source) : undefined;
    if (field) fields.push(field);
  }
  const meant = withoutOtherStates(fields);
  const last = meant.at(-1);
  if (!last) return undefined;
  const range = { start: startOf(mapping), end: Math.max(mapping.to, last.outer.end) };
  return { kind: 'object', range, fields: meant };
}

/** A block node begins behind the mark before it; what is written of it begins with its first child. */
function startOf(node: SyntaxNode): number {
  let child = node.firstChild;
  while (child && isTrivia(child)) child = child.nextSibling;
  return child?.from ?? node.from;
}

function isTrivia({ name, type }: SyntaxNode): boolean {
  return name === 'Comment' || type.isError;
}

function readPair(pair: SyntaxNode, source: KeyedSource): StateField | undefined {
  const key = pair.firstChild;
  if (key?.name !== 'Key' || !key.firstChild) return undefined;
  const scalar = contentOf(key.firstChild);
  if (!scalar || scalar.to - scalar.from > LONGEST_KEY) return undefined;
  const quotes = scalar.name === 'QuotedLiteral' ? 1 : 0;
  if (quotes === 0 && scalar.name !== 'Literal') return undefined;
  const written = source.read(scalar.from, scalar.to);
  const spelling = quotes === 0 ? written : unquote(written);
  const meaning = spelling === undefined ? undefined : source.keys.readMember(spelling);
  if (spelling === undefined || !meaning) return undefined;
  let colon = key.nextSibling;
  while (colon && colon.name !== ':') colon = colon.nextSibling;
  if (!colon) return undefined;
  return {
    field: meaning.field,
    spelling: detach(spelling),
    ...(meaning.own && { own: true }),
    ...(meaning.notified && { notified: true }),
    key: { start: scalar.from + quotes, end: scalar.to - quotes },
    ...readValue(colon, source),
  };
}

/** What stands behind an anchor or tag, or behind both. */
function contentOf(node: SyntaxNode): SyntaxNode | undefined {
  let content: SyntaxNode | undefined = node;
  while (content?.name === 'Anchored' || content?.name === 'Tagged') content = behindMark(content);
  return content;
}

function behindMark({ firstChild, lastChild }: SyntaxNode): SyntaxNode | undefined {
  return lastChild && lastChild.from !== firstChild?.from ? lastChild : undefined;
}

function readValue(colon: SyntaxNode, source: KeyedSource): Written {
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

function readNode(node: SyntaxNode, source: KeyedSource): Written {
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

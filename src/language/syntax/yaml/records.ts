import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import { withoutOtherStates } from '../../records/notifications';
import { readPathKey } from '../../records/objects/path-keys';
import { holderSign, siblingSign } from '../../records/objects/signs';
import type { StateField, StateRecord } from '../../records/record';
import type { Range } from '../../text/range';
import { aliasesIn, aliasName, readMark } from './nodes/anchors';
import { columnOf } from './nodes/columns';
import { readItems } from './nodes/items';
import { type Key, pairsOf } from './nodes/keys';
import { behindMark, contentOf, isTrivia, startOf } from './nodes/nodes';
import { placesOf } from './nodes/places';
import { type RawRecord, resolveRecords } from './resolve';
import {
  detach,
  LONGEST_SCALAR,
  nullAt,
  opaque,
  readPlain,
  readQuoted,
  type Written,
} from './scalars';

const NOTHING: readonly RawRecord[] = [];
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
    for (const raw of readRaws(ref, source)) raws.push(raw);
  });
  return resolveRecords(raws.sort((one, other) => one.range.start - other.range.start));
}

/** What a node says by itself, without what stands elsewhere in the text. */
export function readRaws(ref: SyntaxNodeRef, source: KeyedSource): readonly RawRecord[] {
  if (ref.name === 'BlockMapping' || ref.name === 'FlowMapping') {
    return readMapping(ref.node, source);
  }
  const mark = readMark(ref, source);
  return mark ? [mark] : NOTHING;
}

/** The records of a mapping: that of its state fields or what it takes over, and those that its keys are paths to. */
function readMapping(mapping: SyntaxNode, source: KeyedSource): readonly RawRecord[] {
  const raws: RawRecord[] = [];
  const fields: StateField[] = [];
  const paths = new Map<string, { holder: string; fields: StateField[] }>();
  const merges: string[] = [];
  let signs = 0;
  for (const key of pairsOf(mapping, source)) {
    const { spelling, quotes, value } = key;
    if (spelling === MERGE && quotes === 0) {
      for (const name of aliasesIn(value, source)) merges.push(name);
    }
    signs |= siblingSign(spelling);
    for (const place of placesOf(key, source)) raws.push(place);
    const path = readPathKey(spelling);
    const field = readField(key, path?.name ?? spelling, source);
    if (!field) continue;
    if (!path) fields.push(field);
    else {
      const known = paths.get(path.owner) ?? { holder: path.holder, fields: [] };
      known.fields.push(field);
      paths.set(path.owner, known);
    }
  }
  const range = rangeOf(mapping, fields);
  const meant = withoutOtherStates(fields);
  if (meant.length > 0 || merges.length > 0) {
    raws.push({
      kind: 'object',
      range,
      fields: meant,
      ...(merges.length > 0 && { merges }),
      ...(signs !== 0 && { signs }),
      ...(mapping.name === 'BlockMapping' && { column: columnOf(source, range.start) }),
    });
  }
  for (const { holder, fields: ofPath } of paths.values()) {
    const sign = holderSign(holder);
    const own = {
      kind: 'object' as const,
      range: { ...range },
      fields: ofPath,
      isPath: true as const,
    };
    raws.push(sign === 0 ? own : { ...own, signs: sign });
  }
  return raws;
}

function rangeOf(mapping: SyntaxNode, fields: readonly StateField[]): Range {
  const last = fields.at(-1);
  return { start: startOf(mapping), end: Math.max(mapping.to, last?.outer.end ?? 0) };
}

/** @param name what the key names: the whole of it, or the last step of a path */
function readField(
  { scalar, quotes, colon }: Key,
  name: string,
  source: KeyedSource,
): StateField | undefined {
  const meaning = source.keys.readMember(name);
  if (!meaning) return undefined;
  const { node, ...written } = readValue(colon, source);
  const items = node && written.value.kind === 'opaque' ? readItems(node, source) : [];
  return {
    field: meaning.field,
    spelling: detach(name),
    ...(meaning.own && { own: true }),
    ...(meaning.notified && { notified: true }),
    key: { start: scalar.from + quotes, end: scalar.to - quotes },
    ...written,
    ...(items.length > 0 && { items }),
  };
}

/** A value, and the node that it is, if there is one. */
type ReadValue = Written & Pick<StateField, 'alias'> & { readonly node?: SyntaxNode };

function readValue(colon: SyntaxNode, source: KeyedSource): ReadValue {
  let node = colon.nextSibling;
  while (node && isTrivia(node)) {
    // What the grammar cannot read is skipped by it, though it is part of what is written.
    const isUnread = node.type.isError && node.to > node.from;
    if (isUnread) return opaque(node.from, Math.max(node.to, colon.parent?.to ?? 0));
    node = node.nextSibling;
  }
  return node && belongsTo(colon, node, source)
    ? { ...readNode(node, source), node }
    : unwritten(colon, source);
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

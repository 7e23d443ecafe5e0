import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { readKey } from '../keys';
import type { StateField, StateRecord } from '../record';
import { decode, emptyAt, opaque, readPlain, readQuoted, type Written } from './yaml-scalars';

/** A text that is read in parts. Offsets are UTF-16 code units. */
export interface TextSource {
  readonly length: number;
  read(from: number, to: number): string;
}

/** Longest key that is looked at, its quotes included. */
const LONGEST_KEY = 40;

/** The mapping that is being walked through, its fields so far, and where its first key begins. */
interface OpenMapping {
  readonly fields: StateField[];
  start: number;
}

/**
 * All records that a tree of `@lezer/yaml` has between two offsets, in order of their start: one for each
 * mapping with a state field. Merge keys add nothing, for the keys written beside them win.
 */
export function recordsInTree(
  tree: Tree,
  source: TextSource,
  from = 0,
  to = tree.length,
): StateRecord[] {
  const records: StateRecord[] = [];
  const open: OpenMapping[] = [];
  tree.iterate({
    from,
    to,
    enter(ref) {
      if (isMapping(ref)) {
        open.push({ fields: [], start: ref.name === 'FlowMapping' ? ref.from : -1 });
        return;
      }
      const mapping = open.at(-1);
      if (ref.name !== 'Pair' || !mapping) return;
      // A block mapping of the tree begins behind the colon before it, not with its first key.
      if (mapping.start < 0) mapping.start = ref.from;
      const field = readPair(ref.node, source);
      if (field) mapping.fields.push(field);
    },
    leave(ref) {
      if (!isMapping(ref)) return;
      const mapping = open.pop();
      if (!mapping || mapping.fields.length === 0) return;
      const { start, fields } = mapping;
      const end = Math.max(ref.to, ...fields.map(({ outer }) => outer.end));
      records.push({ kind: 'object', range: { start, end }, fields });
    },
  });
  return records.sort((a, b) => a.range.start - b.range.start);
}

/** The offsets at which a state's value opens a quote that its line does not close. */
export function unclosedQuotes(records: readonly StateRecord[], source: TextSource): number[] {
  return records.flatMap(({ fields }) =>
    fields
      .filter(({ quote, outer }) => quote !== '' && source.read(outer.end - 1, outer.end) !== quote)
      .map(({ outer }) => outer.start),
  );
}

function isMapping({ name }: SyntaxNodeRef): boolean {
  return name === 'BlockMapping' || name === 'FlowMapping';
}

function readPair(pair: SyntaxNode, source: TextSource): StateField | undefined {
  const key = pair.firstChild;
  const scalar = key?.name === 'Key' ? key.firstChild : null;
  if (!key || !scalar || scalar.to - scalar.from > LONGEST_KEY) return undefined;
  const isQuoted = scalar.name === 'QuotedLiteral';
  if (!isQuoted && scalar.name !== 'Literal') return undefined;
  const written = source.read(scalar.from, scalar.to);
  const spelling = isQuoted
    ? decode(written.slice(1, -1), written.charAt(0) as '"' | "'")
    : written;
  const meaning = readKey(spelling);
  if (!meaning) return undefined;
  const quotes = isQuoted ? 1 : 0;
  let colon = key.nextSibling;
  while (colon && colon.name !== ':') colon = colon.nextSibling;
  if (!colon) return undefined;
  return {
    field: meaning.field,
    spelling,
    key: { start: scalar.from + quotes, end: scalar.to - quotes },
    ...readValue(colon, source),
  };
}

function readValue(colon: SyntaxNode, source: TextSource): Written {
  let node = colon.nextSibling;
  while (node && (node.name === 'Comment' || node.type.isError)) node = node.nextSibling;
  if (!node) {
    const hasBlank = source.read(colon.to, Math.min(colon.to + 1, source.length)) === ' ';
    return emptyAt(colon.to + (hasBlank ? 1 : 0));
  }
  return readScalar(node, source);
}

function readScalar(node: SyntaxNode, source: TextSource): Written {
  switch (node.name) {
    case 'Literal':
      return readPlain(source.read(node.from, node.to), node.from);
    case 'QuotedLiteral':
      return readQuoted(source.read(node.from, node.to), node.from);
    case 'Anchored':
    case 'Tagged': {
      const { firstChild: mark, lastChild: scalar } = node;
      const isKnown = node.name === 'Anchored' || (mark && isStandardTag(mark, source));
      const hasScalar = mark && scalar && scalar.from > mark.from;
      if (isKnown && hasScalar) return readScalar(scalar, source);
      return opaque(node.from, node.to);
    }
    default:
      return opaque(node.from, node.to);
  }
}

/** Tags of YAML's own that leave a scalar what it looks like. */
function isStandardTag({ from, to }: SyntaxNode, source: TextSource): boolean {
  const tag = to - from > LONGEST_KEY ? '' : source.read(from, to);
  return tag === '!!str' || tag === '!!null';
}

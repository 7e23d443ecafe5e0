import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { ITEMS_LENGTH } from '../../../records/objects/items';
import type { Item } from '../../../records/record';
import { pairsOf } from './keys';
import { contentOf, isMapping, startOf } from './nodes';
import { readScalar } from './scalar-nodes';

const SCHEMA_VALUES: ReadonlySet<string> = new Set(['const', 'default', 'example']);
const SCHEMA_LISTS: ReadonlySet<string> = new Set(['enum', 'examples']);

/** The values of a list in the place of a value, or those that a schema there allows and shows; in their order. */
export function readItems(value: SyntaxNode | undefined, source: KeyedSource): readonly Item[] {
  const content = value && contentOf(value);
  if (!content) return [];
  const limit = startOf(content) + ITEMS_LENGTH;
  if (isSequence(content)) return itemsOf(content, source, limit);
  if (!isMapping(content)) return [];
  const items: Item[] = [];
  for (const { spelling, colon, value: shown } of pairsOf(content, source)) {
    if (colon.from >= limit) break;
    if (!shown) {
      if (SCHEMA_VALUES.has(spelling)) items.push(missingBehind(colon, source));
      continue;
    }
    if (SCHEMA_VALUES.has(spelling)) {
      const item = readItem(shown, source);
      if (item) items.push(item);
    }
    if (SCHEMA_LISTS.has(spelling) && isSequence(shown)) {
      for (const item of itemsOf(shown, source, limit)) items.push(item);
    }
  }
  return items;
}

function isSequence({ name }: SyntaxNode): boolean {
  return name === 'FlowSequence' || name === 'BlockSequence';
}

function itemsOf(sequence: SyntaxNode, source: KeyedSource, limit: number): Item[] {
  const items: Item[] = [];
  /** Whether an item may come: behind the mark before it. */
  let isPlace = false;
  for (let child = sequence.firstChild; child && child.from < limit; child = child.nextSibling) {
    const content = child.name === 'Item' ? child.firstChild : null;
    if (content) {
      const item = readItem(content, source);
      if (item) items.push(item);
      isPlace = false;
    } else if (child.name === ']') {
      if (isPlace && child.prevSibling) items.push(missingBehind(child.prevSibling, source));
    } else if (child.name === 'Item') {
      const mark = child.prevSibling;
      if (mark && source.read(mark.to, mark.to + 1) === ' ') {
        items.push(missingBehind(mark, source));
      }
    } else if (child.name === '[' || child.name === ',') isPlace = true;
  }
  return items;
}

function readItem(node: SyntaxNode, source: KeyedSource): Item | undefined {
  const content = contentOf(node);
  return content && content === node ? readScalar(content, source) : undefined;
}

/** The place for a value behind a mark, on its line. */
function missingBehind({ to }: SyntaxNode, source: KeyedSource): Item {
  const at = source.read(to, to + 1) === ' ' ? to + 1 : to;
  const place = { start: at, end: at };
  return { value: { kind: 'missing' }, inner: place, outer: place, quote: '' };
}

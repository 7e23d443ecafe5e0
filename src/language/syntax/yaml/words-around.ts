import type { SyntaxNode, Tree } from '@lezer/common';
import { COMMON_KEYS } from '../../records/key-names';
import { type KeyedSource, withKeys } from '../../records/keyed-source';
import type { TextSource } from '../../text/source';
import { pairsOf } from './nodes/keys';
import { contentOf, isMapping } from './nodes/nodes';
import { readScalar } from './nodes/scalar-nodes';

/** More words than this are no group. */
const MOST_WORDS = 300;

/** The keys of the mapping or the items of the sequence that has a scalar at an offset (UTF-16 code units). */
export function wordsAround(given: TextSource, tree: Tree, offset: number): readonly string[] {
  const source = withKeys(given, COMMON_KEYS);
  const holder = holderOf(tree.resolveInner(offset, 1));
  if (holder?.name === 'Key')
    return holder.parent?.parent ? keysOf(holder.parent.parent, source) : [];
  return holder?.name === 'Item' && holder.parent ? itemsOf(holder.parent, source) : [];
}

/** The key or item that a scalar is the whole of. */
function holderOf(scalar: SyntaxNode): SyntaxNode | null {
  let node = scalar.parent;
  while (node?.name === 'Anchored' || node?.name === 'Tagged') node = node.parent;
  return node;
}

function keysOf(mapping: SyntaxNode, source: KeyedSource): string[] {
  if (!isMapping(mapping)) return [];
  const words: string[] = [];
  for (const { spelling } of pairsOf(mapping, source)) {
    if (words.push(spelling) >= MOST_WORDS) break;
  }
  return words;
}

function itemsOf(sequence: SyntaxNode, source: KeyedSource): string[] {
  const words: string[] = [];
  for (let child = sequence.firstChild; child; child = child.nextSibling) {
    const content =
      child.name === 'Item' && child.firstChild ? contentOf(child.firstChild) : undefined;
    const value = content && readScalar(content, source)?.value;
    if (value?.kind === 'text' && words.push(value.text) >= MOST_WORDS) break;
  }
  return words;
}

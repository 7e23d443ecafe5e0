import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import type { Range } from '../../../text/range';
import type { RawRecord } from '../resolve';
import { detach } from '../scalars';
import { contentOf, startOf } from './nodes';
import { readScalar } from './scalar-nodes';

/** A longer name is one that nobody reads; what it stands for is not followed. */
const LONGEST_NAME = 128;

/** What an anchor or the boundary of a document says to the aliases behind it; undefined for other nodes. */
export function readMark(ref: SyntaxNodeRef, source: KeyedSource): RawRecord | undefined {
  switch (ref.name) {
    case 'DirectiveEnd':
    case 'DocEnd':
      return rawMark(ref.from, { kind: 'document' });
    case 'Anchored':
      return readAnchor(ref.node, source);
  }
  return undefined;
}

/** The name behind the `*` of an alias. */
export function aliasName({ from, to }: SyntaxNode, source: KeyedSource): string {
  return nameAt(from, to, source);
}

/** The names of the anchors that a merge key takes over, in the order that they are written in. */
export function aliasesIn(value: SyntaxNode | undefined, source: KeyedSource): string[] {
  if (value?.name === 'Alias') return [aliasName(value, source)];
  if (value?.name !== 'FlowSequence' && value?.name !== 'BlockSequence') return [];
  const names: string[] = [];
  for (let item = value.firstChild; item; item = item.nextSibling) {
    const alias = item.name === 'Item' ? item.firstChild : null;
    if (alias?.name === 'Alias') names.push(aliasName(alias, source));
  }
  return names;
}

/** An anchor marks the node that begins behind it; of a scalar it has the value. */
function readAnchor(node: SyntaxNode, source: KeyedSource): RawRecord | undefined {
  const mark = node.firstChild;
  if (mark?.name !== 'Anchor') return undefined;
  const name = nameAt(mark.from, mark.to, source);
  const content = contentOf(node);
  const isTagged = mark.nextSibling?.name === 'Tagged' || node.parent?.name === 'Tagged';
  const scalar = content && !isTagged ? readScalar(content, source) : undefined;
  return rawMark(content ? startOf(content) : node.to, {
    kind: 'anchor',
    name,
    ...(scalar && { value: scalar.value }),
  });
}

/** Whether a value begins with a tag that an anchor stands behind, which aliases need when the tag has to go. */
export function hasAnchorInTag(tree: Tree, { start }: Range): boolean {
  const { parent } = tree.resolveInner(start, 1);
  return parent?.name === 'Tagged' && parent.getChild('Anchored') !== null;
}

function nameAt(from: number, to: number, source: KeyedSource): string {
  return detach(source.read(from + 1, Math.min(to, from + LONGEST_NAME)));
}

function rawMark(start: number, mark: NonNullable<RawRecord['mark']>): RawRecord {
  return { kind: 'object', range: { start, end: start }, fields: [], mark };
}

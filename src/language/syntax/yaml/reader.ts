import type { Tree } from '@lezer/common';
import { COMMON_KEYS, type KeyNames } from '../../records/key-names';
import { withKeys } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { sourceOf } from '../../text/source';
import type { Reader } from '../reader';
import { slotAt } from './key-positions';
import { recordsInTree } from './records';
import { parseYaml } from './recovery';

/** The tree that records were read from, as long as they are kept. */
const TREES = new WeakMap<readonly StateRecord[], Tree>();
/** Nodes in which a comment is text. */
const SCALARS = new Set(['Literal', 'QuotedLiteral', 'BlockLiteralContent']);

/** YAML, in block and flow style, with any number of documents. */
export const yamlReader: Reader = {
  languageIds: ['yaml', 'ansible'],
  fileExtensions: { '.yaml': 'yaml', '.yml': 'yaml' },
  read: readYaml,
  keySlot: (text, _languageId, records, offset) => slotAt(text, records, offset),
  // A state and a key of one are words that mean themselves, quoted or plain.
  writeValue: (value, quote) => (value === null ? 'null' : `${quote}${value}${quote}`),
  writeKey: (key, quote) => `${quote}${key}${quote}`,
  lineComment: () => '#',
  isText: (source, _languageId, records, offset) => {
    const tree = TREES.get(records) ?? parseYaml(source.read(0, source.length));
    // Between its ends: a comment can stand before and behind a scalar.
    return SCALARS.has(tree.resolveInner(offset, 0).name);
  },
  separator: ': ',
};

function readYaml(
  text: string,
  _languageId: string,
  keys: KeyNames = COMMON_KEYS,
): readonly StateRecord[] {
  const tree = parseYaml(text);
  const records = recordsInTree(tree, withKeys(sourceOf(text), keys));
  keepTree(records, tree);
  return records;
}

/** Keeps the tree of records for what is asked of it later; its offsets are those of their text. */
export function keepTree(records: readonly StateRecord[], tree: Tree): void {
  TREES.set(records, tree);
}

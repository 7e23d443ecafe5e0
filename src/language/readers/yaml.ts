import { COMMON_KEYS, type KeyNames } from '../key-names';
import type { StateRecord } from '../record';
import { sourceOf, withKeys } from '../source';
import type { Reader } from './reader';
import { parseYaml } from './yaml-repair';
import { slotAt } from './yaml-slots';
import { recordsInTree } from './yaml-tree';

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
  separator: ': ',
};

function readYaml(
  text: string,
  _languageId: string,
  keys: KeyNames = COMMON_KEYS,
): readonly StateRecord[] {
  return recordsInTree(parseYaml(text), withKeys(sourceOf(text), keys));
}

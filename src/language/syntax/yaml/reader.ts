import { COMMON_KEYS } from '../../records/key-names';
import { withKeys } from '../../records/keyed-source';
import { sourceOf } from '../../text/source';
import { yamlStrings } from '../embedded/finders/yaml-strings';
import { hasErrors } from '../lezer/errors';
import type { Reader } from '../reader';
import { slotAt } from './key-positions';
import { hasAnchorInTag } from './nodes/anchors';
import { recordSlotIn } from './record-slot';
import { recordsInTree } from './records';
import { isRecovered, parseYaml } from './recovery';
import { commentsIn, isInScalar } from './trivia';
import { wordsAround } from './words-around';

/** YAML, in block and flow style, with any number of documents. */
export const yamlReader: Reader = {
  languageIds: ['yaml', 'ansible'],
  fileExtensions: { '.yaml': 'yaml', '.yml': 'yaml' },
  isCode: false,
  read: (text, _languageId, keys = COMMON_KEYS) => {
    const tree = parseYaml(text);
    return { records: recordsInTree(tree, withKeys(sourceOf(text), keys)), tree };
  },
  keyPosition: (text, _languageId, records, offset) => slotAt(text, records, offset),
  recordPosition: (text, _languageId, word) => recordSlotIn(text, word),
  // A state and a key of one are words that mean themselves, quoted or plain.
  writeValue: (value, quote) => (value === null ? 'null' : `${quote}${value}${quote}`),
  regions: yamlStrings,
  nullRange: (tree, value) => (hasAnchorInTag(tree, value) ? undefined : value),
  replacedRange: (tree, _source, outer, value) =>
    value === null && hasAnchorInTag(tree, outer) ? undefined : outer,
  writeKey: (key, quote) => `${quote}${key}${quote}`,
  lineComment: () => '#',
  isText: isInScalar,
  comments: (source, _languageId, tree) =>
    commentsIn(tree ?? parseYaml(source.read(0, source.length)), source),
  isBroken: (tree, length) => isRecovered(tree) || tree.length < length || hasErrors(tree),
  wordsAround: (source, tree, offset) =>
    wordsAround(source, tree ?? parseYaml(source.read(0, source.length)), offset),
  separator: ': ',
};

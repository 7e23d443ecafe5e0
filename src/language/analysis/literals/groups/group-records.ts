import { toOwnCase } from '../../../../model';
import { groupEvidence } from '../../../records/groups';
import type { StateRecord } from '../../../records/record';
import { beginsState, fieldsOfName, isNearState } from '../../../records/state-names';
import type { Written } from '../../../syntax/typescript/strings';
import type { WordGroup } from './word-groups';

const LONGEST_WORD = 40;

/** The records of the words of a group that are states of servers, nearly so, or still being typed. */
export function recordsOfGroup(group: WordGroup, newGroup: () => number): StateRecord[] {
  const words = group.words.filter(({ value }) => value.kind === 'text');
  const texts = words.map(textOf);
  if (!texts.some((text) => fieldsOfName(text).size > 0)) return [];
  const found = groupEvidence(texts, group.named);
  if (!found) return [];
  const { field, letterCase } = found;
  const evidence = group.isLoose ? 'plausible' : found.evidence;
  const number = newGroup();
  const isLikely = (word: Written) => {
    const text = textOf(word);
    if (text.length > LONGEST_WORD) return false;
    return text === '' || isNearState(field, text) || beginsState(field, toOwnCase(field, text));
  };
  return words.filter(isLikely).map((written) => {
    const { start } = written.inner;
    const key = { start, end: start };
    return {
      kind: 'code',
      range: { ...(group.range ?? written.outer) },
      fields: [{ field, spelling: field, key, ...written }],
      group: number,
      member: true,
      loose: true,
      evidence,
      ...(letterCase && { letterCase }),
    };
  });
}

function textOf({ value }: Written): string {
  return value.kind === 'text' ? value.text : '';
}

import { toOwnCase } from '../../../../model';
import { groupEvidence, groupInContext } from '../../../records/groups';
import type { StateRecord } from '../../../records/record';
import { beginsState, fieldsOfName, isNearState } from '../../../records/state-names';
import type { Written } from '../../../syntax/typescript/strings';
import type { WordGroup } from './word-groups';

const LONGEST_WORD = 40;

/** The records of a group, and whether they count only in a text that is about servers otherwise. */
export interface GroupRecords {
  readonly records: readonly StateRecord[];
  readonly needsContext: boolean;
}

const NOTHING: GroupRecords = { records: [], needsContext: false };

/** The records of the words of a group that are states of servers, nearly so, or still being typed. */
export function recordsOfGroup(group: WordGroup, newGroup: () => number): GroupRecords {
  const words = group.words.filter(({ value }) => value.kind === 'text');
  const texts = words.map(textOf);
  if (!texts.some((text) => fieldsOfName(text).size > 0)) return NOTHING;
  const own = groupEvidence(texts, group.named);
  const isSeveral = texts.length > 1 || group.isStatusArgument === true;
  const canNeedContext = isSeveral && group.range !== undefined && !group.isLoose;
  const found = own ?? (canNeedContext ? groupInContext(texts, group.isStatus) : undefined);
  if (!found) return NOTHING;
  const { field, letterCase } = found;
  const evidence = own && !group.isLoose ? own.evidence : 'plausible';
  const number = newGroup();
  const isLikely = (word: Written) => {
    const text = textOf(word);
    if (text.length > LONGEST_WORD) return false;
    return text === '' || isNearState(field, text) || beginsState(field, toOwnCase(field, text));
  };
  const records = words.filter(isLikely).map((written): StateRecord => {
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
  return { records, needsContext: own === undefined };
}

function textOf({ value }: Written): string {
  return value.kind === 'text' ? value.text : '';
}

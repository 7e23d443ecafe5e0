import { type Field, type LetterCase, toOwnCase } from '../../../../model';
import { groupEvidence, groupInContext } from '../../../records/groups';
import type { StateRecord } from '../../../records/record';
import { beginsState, fieldsOfName, isNearState } from '../../../records/state-names';
import type { Written } from '../../../syntax/typescript/strings';
import type { TextContext } from '../text-context';
import type { WordGroup } from './word-groups';

const LONGEST_WORD = 40;

/** The records of a group, and what it takes for them to count. */
export interface GroupRecords {
  records: readonly StateRecord[];
  /**
   * - `nothing`: the words are states by themselves
   * - `to be sure`: they are; in a text that is about servers for sure, they are sure, too
   * - `context`: they count only in a text that is about servers otherwise
   * - `first word`: the same, and there is none yet, so that they are written as others in the text are
   */
  readonly needs: 'nothing' | 'to be sure' | 'context' | 'first word';
}

/** What is known of the words of a group. */
interface Found {
  readonly field: Field;
  readonly letterCase?: LetterCase;
  readonly evidence: 'plausible' | 'sure';
  readonly needs: GroupRecords['needs'];
}

/**
 * The records of the words of a group that are states of servers, nearly so, or still being typed; undefined where
 * they are not likely any.
 */
export function recordsOfGroup(group: WordGroup, newGroup: () => number): GroupRecords | undefined {
  const words = group.words.filter(({ value }) => value.kind === 'text');
  const found = foundIn(group, words.map(textOf));
  if (!found) return undefined;
  const { field, letterCase, evidence, needs } = found;
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
  return { records, needs };
}

function foundIn(group: WordGroup, texts: readonly string[]): Found | undefined {
  const { place, letterCase } = group;
  if (place && texts.length > 0 && texts.every((text) => text === '')) {
    const lower = letterCase === 'lower' ? { letterCase } : {};
    const needs = letterCase ? 'context' : 'first word';
    return { field: 'status', ...lower, evidence: 'plausible', needs };
  }
  if (!texts.some((text) => fieldsOfName(text).size > 0)) return undefined;
  const own = groupEvidence(texts, group.named);
  if (own) {
    const { isNearlySure, ...found } = own;
    if (group.isLoose) return { ...found, evidence: 'plausible', needs: 'nothing' };
    return { ...found, needs: isNearlySure ? 'to be sure' : 'nothing' };
  }
  const isTogether = texts.length > 1 && group.range !== undefined && !group.isLoose;
  const found =
    isTogether || place ? groupInContext(texts, group.isStatus, place !== undefined) : undefined;
  if (!found || (place === 'word' && !isTelling(found.field, texts))) return undefined;
  return { ...found, evidence: 'plausible', needs: 'context' };
}

/** Whether words in a place that others have, too, are a server's: one in lower case can be anybody's. */
function isTelling(field: Field, texts: readonly string[]): boolean {
  const words = new Set(texts.filter((text) => text !== ''));
  return (
    words.size > 1 || (field === 'status' && [...words].every((word) => /^[A-Z_]+$/.test(word)))
  );
}

/** The records of groups that count, with their evidence. They stay the same objects as long as it is the same. */
export function recordsInContext(
  groups: readonly GroupRecords[],
  context: TextContext,
): StateRecord[] {
  let usual: { readonly letterCase: LetterCase | undefined } | undefined;
  return groups.flatMap((group) => {
    const { needs, records } = group;
    if (needs === 'nothing') return records;
    if (needs === 'to be sure') {
      return decided(group, { evidence: context.isSure() ? 'sure' : 'plausible' });
    }
    if (!context.isLikely()) return [];
    if (needs === 'context') return records;
    usual ??= { letterCase: usualCase(groups) };
    return decided(group, usual);
  });
}

/** The case that most statuses of the text are in; undefined for their own. */
function usualCase(groups: readonly GroupRecords[]): LetterCase | undefined {
  let lower = 0;
  for (const { records, needs } of groups) {
    const [record] = records;
    if (needs === 'first word' || record?.fields[0]?.field !== 'status') continue;
    lower += record.letterCase === 'lower' ? 1 : -1;
  }
  return lower > 0 ? 'lower' : undefined;
}

function decided(
  group: GroupRecords,
  { evidence, letterCase }: Pick<StateRecord, 'evidence'> & { letterCase?: LetterCase | undefined },
): readonly StateRecord[] {
  const [first] = group.records;
  const isSame = evidence ? first?.evidence === evidence : first?.letterCase === letterCase;
  if (!isSame) {
    group.records = group.records.map(({ letterCase: before, ...record }) => {
      const written = evidence ? before : letterCase;
      return { ...record, ...(evidence && { evidence }), ...(written && { letterCase: written }) };
    });
  }
  return group.records;
}

function textOf({ value }: Written): string {
  return value.kind === 'text' ? value.text : '';
}

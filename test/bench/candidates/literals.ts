import { readKey } from '../../../src/language/records/keys';
import { type Field, HUAWEI_CLOUD, isLiteral, isPossible } from '../../../src/model';

/** A member of an object literal: its key, and its value where that is a string or null. */
export type Member = readonly [key: string, value: string | null];

/** The rules for an object literal, for candidates that bring a parser only. */
export function isFaultyObject(members: readonly Member[]): boolean {
  const row: { [F in Field]?: string | null } = {};
  let isServer = false;
  for (const [key, value] of members) {
    const meaning = readKey(key);
    if (!meaning) continue;
    isServer ||= meaning.prefixed;
    row[meaning.field] = value;
  }
  return isServer && !isPossible(HUAWEI_CLOUD, row as Record<Field, string>);
}

/** The rules for a comparison of a member with a literal. */
export function isFaultyComparison(key: string, literal: string): boolean {
  const meaning = readKey(key);
  return meaning?.prefixed === true && !isLiteral(HUAWEI_CLOUD, meaning.field, literal);
}

import { beginsName, FIELDS } from '../../model';
import { UNKNOWN_VALUE_RULES } from '../rules/record/unknown-value';
import type { RuleCode } from '../rules/rules';
import type { Context } from '../settings/context';

/**
 * Whether a value that is reported as unknown may be the beginning of a state, still being typed. Case and joining
 * characters do not count, for proposals do not heed them either.
 * @param marked the text that the diagnostic marks; a value that is empty is marked with its quotes
 */
export function isHalfTyped(code: RuleCode, marked: string, { relation }: Context): boolean {
  const field = FIELDS.find((each) => UNKNOWN_VALUE_RULES[each].code === code);
  return field !== undefined && beginsName(relation, field, marked.replace(/^(["'`])\1$/, ''));
}

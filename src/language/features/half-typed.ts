import { beginsName, FIELDS, type Field } from '../../model';
import { type RuleCode, UNKNOWN_CODE } from '../rules/rules';
import type { Context } from '../settings/context';

/**
 * Whether a value that is reported as unknown may be the beginning of a state, still being typed. Case and joining
 * characters do not count, for proposals do not heed them either.
 * @param marked the text that the diagnostic marks; a value that is empty is marked with its quotes
 */
export function isHalfTyped(code: RuleCode, marked: string, { relation }: Context): boolean {
  const field = FIELD_OF.get(code);
  return field !== undefined && beginsName(relation, field, marked.replace(/^(["'`])\1$/, ''));
}

const FIELD_OF = new Map<RuleCode, Field>(FIELDS.map((field) => [UNKNOWN_CODE[field], field]));

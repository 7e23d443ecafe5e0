import {
  DIALECTS,
  type Dialect,
  type Field,
  isLiteral,
  type PartialRow,
  relationOf,
} from '../../model';
import type { FieldInRecord } from '../document/parsed-document';
import { hoverMarkdown } from '../glossary/hover-markdown';
import { evidenceOf } from '../records/evidence';
import { relationFor } from '../records/record-relation';
import { stateOf } from '../records/written-state';
import { foreignState } from '../rules/record/dialect-messages';
import { UNKNOWN_VALUE_RULES } from '../rules/record/unknown-value';
import type { Context } from '../settings/context';

/** Names that no mark of Markdown can be made of. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * What there is to say of a value that is not a state of its field, as Markdown: what was meant, whose state it is, or
 * what can stand there. Undefined where it may be something else than a state.
 * @param others the record's other fields, as far as they are known
 */
export function unknownValueMarkdown(
  { record, stateField }: FieldInRecord,
  others: PartialRow,
  context: Context,
): string | undefined {
  const { relation, t, dialect } = context;
  const { field, value } = stateField;
  const own = relationFor(relation, record);
  const state = stateOf(own, field, value);
  if (typeof state !== 'string' || !PLAIN_NAME.test(state)) return undefined;
  const rule = UNKNOWN_VALUE_RULES[field];
  const problem = rule.check(stateField, record, own);
  if (!problem) return undefined;
  const foreign = dialectWith(field, state, dialect);
  if (foreign) {
    const verdict = foreignState(state, field, foreign, t);
    const subject = { field, value: state, verdict };
    return hoverMarkdown(subject, relationOf(foreign), others, t, foreign);
  }
  const { expected, ownField } = problem;
  if (expected !== undefined || ownField !== undefined) {
    const verdict = rule.message(problem, t);
    return hoverMarkdown({ field, value: expected, verdict }, relation, others, t, dialect);
  }
  // Of a name that resembles nothing it takes sure evidence that a state was meant.
  if (record.kind !== 'object' || evidenceOf(relation, record) !== 'sure') return undefined;
  const verdict = t("Unknown {0} '{1}'.", field, state);
  return hoverMarkdown({ field, verdict }, relation, others, t, dialect);
}

/** Another edition of the mapping that has the name as a state. */
function dialectWith(field: Field, name: string, current: Dialect): Dialect | undefined {
  return DIALECTS.find(
    (dialect) => dialect !== current && isLiteral(relationOf(dialect), field, name),
  );
}

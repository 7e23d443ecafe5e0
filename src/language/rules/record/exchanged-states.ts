import { type Field, isLiteral, isPossible, type Relation } from '../../../model';
import { knownRow } from '../../records/known-row';
import type { StateField, StateRecord } from '../../records/record';
import { stateOf } from '../../records/written-state';

/**
 * The states of two fields exchanged, where each is one of the other field and the record is possible then;
 * undefined elsewhere.
 */
export function exchangedStates(
  record: StateRecord,
  relation: Relation,
  field: Field,
  other: Field,
): Partial<Record<Field, string>> | undefined {
  const stateIn = (name: Field) => {
    const isNamed = (stateField: StateField) => stateField.field === name;
    const first = record.fields.findIndex(isNamed);
    const found = record.fields[first];
    const isTwice = record.fields.some((stateField, at) => at > first && isNamed(stateField));
    return found && !isTwice ? stateOf(relation, name, found.value) : undefined;
  };
  const state = record.kind === 'object' ? stateIn(field) : undefined;
  const otherState = state ? stateIn(other) : undefined;
  if (!state || !otherState) return undefined;
  const change = { [field]: otherState, [other]: state };
  const isSensible = isLiteral(relation, field, otherState) && isLiteral(relation, other, state);
  const isWhole = isSensible && isPossible(relation, { ...knownRow(relation, record), ...change });
  return isWhole ? change : undefined;
}

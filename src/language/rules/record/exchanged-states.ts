import { type Field, isLiteral, isPossible, type Relation } from '../../../model';
import { knownRow } from '../../records/known-row';
import type { StateField, StateRecord } from '../../records/record';
import { stateOf } from '../../records/written-state';

/** A record is another object when its text changes; its many faults all ask which fields it has once. */
const ONLY_FIELDS = new WeakMap<StateRecord, ReadonlyMap<Field, StateField | undefined>>();

/** The field of a name, where the record has it once. */
function onlyField(record: StateRecord, name: Field): StateField | undefined {
  const known = ONLY_FIELDS.get(record) ?? onlyFields(record);
  ONLY_FIELDS.set(record, known);
  return known.get(name);
}

function onlyFields({ fields }: StateRecord): ReadonlyMap<Field, StateField | undefined> {
  const found = new Map<Field, StateField | undefined>();
  for (const stateField of fields) {
    const { field } = stateField;
    found.set(field, found.has(field) ? undefined : stateField);
  }
  return found;
}

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
    const found = onlyField(record, name);
    return found && stateOf(relation, name, found.value);
  };
  const state = record.kind === 'object' ? stateIn(field) : undefined;
  const otherState = state ? stateIn(other) : undefined;
  if (!state || !otherState) return undefined;
  const change = { [field]: otherState, [other]: state };
  const isSensible = isLiteral(relation, field, otherState) && isLiteral(relation, other, state);
  const isWhole = isSensible && isPossible(relation, { ...knownRow(relation, record), ...change });
  return isWhole ? change : undefined;
}

/** What single words say of whether they are states of servers. */
import type { Field, Relation } from '../../../model';
import { isEverydayWord } from '../everyday-words';
import { readKey } from '../keys';
import { knownRow } from '../known-row';
import type { Caution, StateField, StateRecord } from '../record';
import {
  beginsState,
  isCompound,
  isNameOfAnyDialect,
  isNearState,
  otherFieldOf,
  resemblesState,
} from '../state-names';
import { stateOf, UPPER } from '../written-state';

/** A word for what goes on: `pending`. No type, order or widget has such a name. */
export const GOING_ON = /[a-z]ing$/;

/**
 * The state of another field that the value is, and that field; undefined where it is a state of its own field,
 * however it is written, or of none.
 */
export function stateOfOther(
  relation: Relation,
  { field, value }: StateField,
): { readonly state: string; readonly other: Field } | undefined {
  const state = stateOf(relation, field, value);
  if (typeof state !== 'string' || isNameOfAnyDialect(field, state)) return undefined;
  const other = otherFieldOf(field, state);
  return other && { state, other };
}

/**
 * Whether a state of another field speaks for a server: in vm_state under the API's own name it always does,
 * for nobody else has a task there; elsewhere it has to be a name that only servers have.
 */
export function isServersOther(stateField: StateField, state: string): boolean {
  const isPlain = isSpelledAsApi(stateField);
  if (stateField.field === 'vm_state' && isPlain) return true;
  return !isEverydayWord(state) && (isPlain || isCompound(state));
}

/** Whether the key is the field's name in the API, so that it is nobody's by chance. */
export function isSpelledAsApi({ field, spelling }: StateField): boolean {
  return spelling === field;
}

/**
 * Whether a name that is no state was meant as one. A word in upper case may be another product's where the key may
 * be; and a status may be a label in other than upper case, unless the record is of a server for sure.
 */
export function isMeantAsState(
  relation: Relation,
  record: StateRecord,
  stateField: StateField,
  state: string,
): boolean {
  const { field } = stateField;
  if (record.letterCase) return true;
  if (isNameOfAnyDialect(field, state) || otherFieldOf(field, state) !== undefined) return true;
  if (field !== 'status') return !UPPER.test(state) || isPrefixed(stateField);
  // The keys round a status tell that it is a server's, but other clouds have servers with other statuses, too.
  if (record.fields.every((other) => other.field === 'status')) return isNearState(field, state);
  if (UPPER.test(state)) return true;
  const { vm_state, task_state } = knownRow(relation, record);
  if (vm_state === undefined) return false;
  return task_state !== undefined || resemblesState(field, state);
}

/** Whether the key is spelled as only a server's is. */
export function isPrefixed({ spelling }: StateField): boolean {
  return readKey(spelling)?.prefixed === true;
}

/** Whether a value is a state or was meant as one, in a place where other words are usual as well. */
export function isPlausibleWord(
  relation: Relation,
  stateField: StateField,
  caution: Caution,
): boolean {
  const { field, value } = stateField;
  const state = stateOf(relation, field, value);
  if (typeof state !== 'string') return state === null;
  if (isNearState(field, state)) return true;
  if (caution === 'near') return false;
  const isGoingOn = isPrefixed(stateField) && GOING_ON.test(state);
  return (
    isGoingOn ||
    resemblesState(field, state) ||
    beginsState(field, state) ||
    otherFieldOf(field, state) !== undefined
  );
}

/** What the fields of an object say of whether it is about a server. */
import {
  FIELDS,
  type Field,
  foldName,
  isLiteral,
  type Relation,
  sameNameFolded,
} from '../../../model';
import { allFields } from '../objects/inherited';
import type { StateField, StateRecord, Value } from '../record';
import { beginsState, isNearState, otherFieldOf, resemblesState } from '../state-names';
import { stateOf, UPPER, writtenState } from '../written-state';
import { GOING_ON, isPrefixed, isServersOther, isSpelledAsApi, stateOfOther } from './words';

/** Whether an object names a field that only servers have, or enough of them to be about a server. */
export function isServersObject(relation: Relation, record: StateRecord): boolean {
  if (isNotification(record)) return isOfServer(relation, record);
  const telling = record.fields.filter(isTelling);
  if (telling.some(isPrefixed)) return !describesFields(relation, record);
  if (telling.some((field) => isOwnState(relation, field))) return true;
  const stateFields = telling.filter(({ field }) => field !== 'status');
  if (new Set(stateFields.map(({ field }) => field)).size === 2) {
    return stateFields.some(
      (field) => isPlausible(relation, field) || stateOfOther(relation, field) !== undefined,
    );
  }
  // A null is no evidence: every queue has tasks that are none.
  return (
    telling.some(({ field, value }) => stateOf(relation, field, value) !== null) &&
    record.fields.every((field) => isLiteralOrSilent(relation, field))
  );
}

/**
 * Whether the states of an object about a server can be compared with the mapping: where its keys may be those of
 * another product, a value has to show that they are not.
 */
export function isSureObject(relation: Relation, record: StateRecord): boolean {
  if (isNotification(record)) return true;
  const { fields } = record;
  const telling = fields.filter(isTelling);
  if (telling.some((field) => isPrefixed(field) || isOwnState(relation, field))) return true;
  if (new Set(telling.map(({ field }) => field)).size > 1) {
    const isPlain = telling.every(isSpelledAsApi);
    const weights = fields.map((field) => weightOf(relation, record, field, isPlain));
    return weights.reduce((total, weight) => total + weight, 0) > 0;
  }
  return fields.some((field) => isServersStatus(relation, field));
}

/** Whether the record is of the shape that notifications of Nova have: `state` for vm_state, and no status. */
function isNotification({ fields }: StateRecord): boolean {
  return fields.some(({ notified }) => notified);
}

/** Many things have a state, and some a task_state too: each value has to be or resemble one of a server. */
function isOfServer(relation: Relation, { fields }: StateRecord): boolean {
  const states = fields.map(({ field, value }) => stateOf(relation, field, value));
  return (
    fields.every((field) => isPlausible(relation, field)) &&
    states.some((state) => state !== null) &&
    states.every((state) => state == null || state === state.toLowerCase())
  );
}

/** Whether the field can show that its record is about a server: nearly everything has a status. */
export function isTelling({ field, own }: StateField): boolean {
  return field !== 'status' || own === true;
}

/** Names none of which resembles a state say something else of the fields: a sort order, a type, a widget. */
function describesFields(relation: Relation, { fields }: StateRecord): boolean {
  const states = fields.map(({ field, value }) => ({
    field,
    state: writtenState(relation, field, value),
  }));
  const names = states.flatMap(({ field, state }) =>
    typeof state === 'string' ? [{ field, state }] : [],
  );
  // A null is data, and so is the one name next to it.
  const fewest = states.some(({ state }) => state === null) ? 2 : 1;
  return names.length >= fewest && !names.some(({ field, state }) => isData(field, state));
}

/** Whether the name is written as data is: in upper case, as something that is going on, or nearly as a state. */
function isData(field: Field, name: string): boolean {
  return (
    UPPER.test(name) ||
    GOING_ON.test(name) ||
    resemblesState(field, name) ||
    beginsState(field, name) ||
    otherFieldOf(field, name) !== undefined
  );
}

/**
 * What the value says for a server (1) or against one (-1). A null says nothing, for every queue has tasks that
 * are none. A word that all products share, as running, says half as much, and in camel case nothing. A state of
 * another field says as much as `isServersOther` allows, but the word of another field again is other products' way.
 * @param isPlain whether the keys are those of the API, not in camel case
 */
function weightOf(
  relation: Relation,
  { fields }: StateRecord,
  stateField: StateField,
  isPlain: boolean,
): number {
  const { field, value } = stateField;
  const state = stateOf(relation, field, value);
  if (typeof state !== 'string') return 0;
  if (field === 'status') {
    if (isLiteral(relation, field, state)) return 1;
    // In another case it is a status that somebody wrote as other products do.
    if (sameNameFolded(relation, field, state) !== undefined) return 0;
    return UPPER.test(state) ? -0.5 : -1;
  }
  const found = stateOfOther(relation, stateField);
  if (found) {
    const isRepeated = fields.some(
      (other) => other.field !== field && isSameWord(other.value, state),
    );
    return isRepeated ? -1 : Number(isServersOther(stateField, state));
  }
  if (isNearState(field, state)) return 1;
  if (resemblesState(field, state)) return isPlain ? 0.5 : 0;
  return beginsState(field, state) ? 0 : -1;
}

function isSameWord(value: Value, word: string): boolean {
  return value.kind === 'text' && foldName(value.text) === foldName(word);
}

/** Whether the value is a status of servers only: anything can be ACTIVE, DELETED or in ERROR. */
function isServersStatus(relation: Relation, { field, value }: StateField): boolean {
  const state = field === 'status' ? stateOf(relation, field, value) : undefined;
  return typeof state === 'string' && sameNameFolded(relation, 'vm_state', state) === undefined;
}

/** Whether the value is a state or nearly one; no task is what most servers have, and a blank says nothing. */
function isPlausible(relation: Relation, { field, value }: StateField): boolean {
  if (value.kind === 'missing') return true;
  const state = stateOf(relation, field, value);
  return state === null || (state !== undefined && resemblesState(field, state));
}

/** The fields that the record has not and could have: a notification has no status. */
export function lackingFields(record: StateRecord): Field[] {
  if (record.isPath) return [];
  const possible = FIELDS.filter((field) => field !== 'status' || !isNotification(record));
  return possible.filter((field) => !allFields(record).some((other) => other.field === field));
}

/** Whether the user's own name holds what resembles a state: the same name may be another thing elsewhere. */
export function isOwnState(relation: Relation, { own, field, value }: StateField): boolean {
  const state = own ? stateOf(relation, field, value) : undefined;
  return (
    typeof state === 'string' && (isLiteral(relation, field, state) || resemblesState(field, state))
  );
}

function isLiteralOrSilent(relation: Relation, stateField: StateField): boolean {
  const { field, value } = stateField;
  if (value.kind === 'missing') return true;
  const found = field === 'status' ? undefined : stateOfOther(relation, stateField);
  if (found) return isServersOther(stateField, found.state);
  const state = stateOf(relation, field, value);
  return state === undefined ? value.kind === 'null' : isLiteral(relation, field, state);
}

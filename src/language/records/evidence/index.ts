/** How sure it is that words are states of servers: the one place that decides it. */
import type { Relation } from '../../../model';
import { groupEvidence } from '../groups';
import { withInherited } from '../objects/inherited';
import { withSingleFields } from '../objects/items';
import { signEvidence } from '../objects/signs';
import type { StateField, StateRecord } from '../record';
import { isOwnState, isServersObject, isSureObject } from './objects';
import { isPlausibleWord, isPrefixed } from './words';

export { literalEvidence, spelledNextTo } from './literals';
export { isTelling, lackingFields } from './objects';
export { isMeantAsState, isPrefixed } from './words';

/**
 * How sure it is that a record is about a server.
 * - `plausible`: its states are explained and completed, but nothing is reported
 * - `sure`: they are also compared with the mapping
 */
export type Evidence = 'none' | 'plausible' | 'sure';

/** A record is another object when its text changes, so its evidence is weighed once. */
const KNOWN = new WeakMap<Relation, WeakMap<StateRecord, Evidence>>();

/**
 * How sure it is that a record by itself is about a server. For literals of code this is the most that it can be:
 * `findFaults` also looks at the literals next to them.
 */
export function evidenceOf(relation: Relation, record: StateRecord): Evidence {
  const known = KNOWN.get(relation) ?? new WeakMap<StateRecord, Evidence>();
  KNOWN.set(relation, known);
  const evidence = known.get(record) ?? weigh(relation, record);
  known.set(record, evidence);
  return evidence;
}

function weigh(relation: Relation, record: StateRecord): Evidence {
  if (record.evidence) return record.evidence;
  const whole = withSingleFields(withInherited(record));
  const bySigns = signEvidenceOf(whole);
  if (!isServers(relation, whole)) {
    return bySigns === 'none' && record.fields.some(isListOfStates) ? 'plausible' : bySigns;
  }
  return bySigns === 'sure' || isSure(relation, whole) ? 'sure' : 'plausible';
}

/** What the keys round the fields say; a prefixed field has said all there is to say. */
function signEvidenceOf({ signs = 0, fields }: StateRecord): Evidence {
  if (signs === 0 || fields.some(isPrefixed)) return 'none';
  return signEvidence(
    signs,
    fields.some(({ field }) => field === 'task_state'),
  );
}

/** How sure it is that the values of a field's list are states of servers, by these words alone. */
export function listEvidence({ field, items = [] }: StateField): Evidence {
  const words = items.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  const group = groupEvidence(words, field);
  return group?.field === field && !group.letterCase ? group.evidence : 'none';
}

function isListOfStates(stateField: StateField): boolean {
  return stateField.items !== undefined && listEvidence(stateField) !== 'none';
}

function isServers(relation: Relation, record: StateRecord): boolean {
  if (record.kind === 'object') return isServersObject(relation, record);
  if (record.kind === 'union') return true;
  return record.fields.every((field) => isServersInCode(relation, field, record.member === true));
}

function isSure(relation: Relation, record: StateRecord): boolean {
  const { kind, fields, caution } = record;
  if (caution) return fields.every((field) => isPlausibleWord(relation, field, caution));
  return kind !== 'object' || isSureObject(relation, record);
}

/** `taskState` as a variable's name is everybody's; with an underscore or the prefix it is the API's. */
function isServersInCode(relation: Relation, stateField: StateField, member: boolean): boolean {
  const { field, spelling, own, value } = stateField;
  if (own && (field === 'status' || !member)) {
    return value.kind === 'missing' || isOwnState(relation, stateField);
  }
  return member || isPrefixed(stateField) || spelling === field;
}

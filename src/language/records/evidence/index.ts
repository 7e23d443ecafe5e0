/** How sure it is that words are states of servers: the one place that decides it. */
import type { Relation } from '../../../model';
import { withInherited } from '../inherited';
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
  const evidence = known.get(record) ?? weigh(relation, withInherited(record));
  known.set(record, evidence);
  return evidence;
}

function weigh(relation: Relation, record: StateRecord): Evidence {
  if (record.evidence) return record.evidence;
  if (!isServers(relation, record)) return 'none';
  return isSure(relation, record) ? 'sure' : 'plausible';
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

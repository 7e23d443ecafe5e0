import {
  changedFields,
  type Field,
  isLiteral,
  isPossible,
  meantName,
  nearestName,
  nearestRows,
  type PartialRow,
  type Relation,
  statusOf,
} from '../model';
import { isAboutServer, partialRow, stateOf } from './judge';
import type { StateField, StateRecord } from './record';
import { type Fault, type RecordRuleCode, UNKNOWN_CODE } from './rules';

/** A broken rule, and where. */
export interface Finding {
  readonly code: RecordRuleCode;
  readonly record: StateRecord;
  /** The field that most likely is wrong. */
  readonly stateField: StateField;
  /** The fields it was held against. */
  readonly others: readonly StateField[];
  readonly fault: Fault;
}

/** So many states in one union are no chance. */
const FEWEST_STATES = 3;

const NONE: readonly Finding[] = [];

/** All broken rules of the records, in their order. */
export function findFaults(records: readonly StateRecord[], relation: Relation): Finding[] {
  const meantAsStates = groupsWithEvidence(records, relation);
  return records.flatMap((record) => {
    if (record.kind === 'union' && !meantAsStates.has(record.group)) return NONE;
    return findInRecord(record, relation);
  });
}

/**
 * The unions that are about server states: any type may be named TaskState, so what resembles a state has to
 * be nearly all of it, or plenty.
 */
function groupsWithEvidence(
  records: readonly StateRecord[],
  relation: Relation,
): ReadonlySet<number | undefined> {
  const evidence = new Map<number | undefined, { states: number; others: number }>();
  for (const { kind, group, fields } of records) {
    if (kind !== 'union') continue;
    for (const { field, value } of fields) {
      if (value.kind !== 'text') continue;
      const count = evidence.get(group) ?? { states: 0, others: 0 };
      if (nearestName(relation, field, value.text) === undefined) count.others++;
      else count.states++;
      evidence.set(group, count);
    }
  }
  const isAboutStates = ({ states, others }: { states: number; others: number }) =>
    others === 0 || (states >= FEWEST_STATES && states > 2 * others);
  return new Set([...evidence].filter(([, count]) => isAboutStates(count)).map(([group]) => group));
}

/** A record is another object when its text changes, so what was found in it is found once. */
const FOUND = new WeakMap<Relation, WeakMap<StateRecord, readonly Finding[]>>();

function findInRecord(record: StateRecord, relation: Relation): readonly Finding[] {
  const known = FOUND.get(relation) ?? new WeakMap<StateRecord, readonly Finding[]>();
  FOUND.set(relation, known);
  let findings = known.get(record);
  if (!findings) {
    findings = isAboutServer(relation, record) ? judge(record, relation) : NONE;
    known.set(record, findings);
  }
  return findings;
}

function judge(record: StateRecord, relation: Relation): readonly Finding[] {
  const unknown = unknownLiterals(record, relation);
  // A misspelt value leaves nothing sure to hold the others against: one fault, one diagnostic.
  return unknown.length > 0 ? unknown : inconsistency(record, relation);
}

function unknownLiterals(record: StateRecord, relation: Relation): Finding[] {
  return record.fields.flatMap((stateField) => {
    const { field, value } = stateField;
    const state = stateOf(relation, field, value);
    if (typeof state !== 'string' || isLiteral(relation, field, state)) return [];
    const fault = { field, [field]: state, expected: meantName(relation, field, state) };
    return [{ code: UNKNOWN_CODE[field], record, stateField, others: [], fault }];
  });
}

function inconsistency(record: StateRecord, relation: Relation): Finding[] {
  const row = partialRow(relation, record);
  if (isPossible(relation, row)) return [];
  const { code, blamed, expected } = explain(relation, row);
  const stateField = record.fields.find(({ field }) => field === blamed);
  if (!stateField) return [];
  const others = record.fields.filter(({ field }) => field !== blamed && row[field] !== undefined);
  return [{ code, record, stateField, others, fault: { ...row, field: blamed, expected } }];
}

/** Which rule an impossible row breaks, and which of its fields most likely is wrong. */
export function explain(
  relation: Relation,
  row: PartialRow,
): { code: RecordRuleCode; blamed: Field; expected?: string | undefined } {
  const { vm_state, task_state } = row;
  // status is derived from the other two, so it is what follows, not what leads.
  if (vm_state === undefined || task_state === undefined) {
    return { code: 'impossible-record', blamed: 'status' };
  }
  const expected = statusOf(relation, vm_state, task_state);
  if (expected !== undefined) return { code: 'status-mismatch', blamed: 'status', expected };
  const fitsWithOtherVmState = nearestRows(relation, row).every((near) => {
    const changed = changedFields(near, row);
    return changed.length === 1 && changed[0] === 'vm_state';
  });
  return { code: 'impossible-pair', blamed: fitsWithOtherVmState ? 'vm_state' : 'task_state' };
}

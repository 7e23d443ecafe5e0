import {
  changedFields,
  DIALECTS,
  type Dialect,
  FIELDS,
  type Field,
  isLiteral,
  isPossible,
  listedStatus,
  meantName,
  nearestRows,
  otherWordFor,
  type PartialRow,
  possibleValues,
  type Relation,
  sameNameFolded,
  statusOf,
} from '../../model';
import {
  evidenceOf,
  isMeantAsState,
  isPrefixed,
  literalEvidence,
  spelledNextTo,
} from '../records/evidence';
import { allFields } from '../records/inherited';
import { knownRow, partialRow } from '../records/known-row';
import type { StateField, StateRecord } from '../records/record';
import { relationFor } from '../records/record-relation';
import { isOfAnyDialect, otherFieldOf } from '../records/state-names';
import { stateOf } from '../records/written-state';
import { type Fault, type RecordRuleCode, UNKNOWN_CODE } from '../rules/rules';
import type { Steps } from '../text/steps';

/** A broken rule, and where. */
export interface Finding {
  readonly code: RecordRuleCode;
  readonly record: StateRecord;
  /** The field that most likely is wrong. */
  readonly stateField: StateField;
  /** The fields it was held against. */
  readonly others: readonly StateField[];
  readonly fault: Fault;
  /** Set where its record was compared with another relation than the rest of the text. */
  readonly relation?: Relation;
}

/** Records between two pauses. */
const AT_ONCE = 64;
const NONE: readonly Finding[] = [];

/** All broken rules of the records, in their order. */
export function* findFaults(
  records: readonly StateRecord[],
  relation: Relation,
): Steps<readonly Finding[]> {
  const isAboutServers =
    records.some(({ kind }) => kind === 'code') &&
    records.some((record) => tellsOfServers(record, relation));
  const needsEvidence = ({ kind, loose, evidence }: StateRecord) => {
    if (evidence) return evidence === 'sure' && loose === true;
    return kind === 'union' || (kind === 'code' && (loose || !isAboutServers));
  };
  const isMeant = literalEvidence(records.filter(needsEvidence), relation);
  const isSpelled = spelledNextTo(records);
  const findings: Finding[] = [];
  for (const [index, record] of records.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    if (needsEvidence(record) && !isMeant(record)) continue;
    for (const finding of findInRecord(record, relation)) {
      if (!isCovered(finding, relation, isSpelled)) findings.push(finding);
    }
  }
  return findings;
}

/** Whether code compares a name that is only written otherwise with the right one as well. */
function isCovered(
  { record, fault }: Finding,
  relation: Relation,
  isSpelled: ReturnType<typeof spelledNextTo>,
): boolean {
  const name = fault[fault.field];
  if (record.kind !== 'code' || typeof name !== 'string') return false;
  const state = sameNameFolded(relationFor(relation, record), fault.field, name);
  return state !== undefined && isSpelled(record, state);
}

/** Whether the record is a server's for sure, so that code beside it is about servers too. */
function tellsOfServers(record: StateRecord, relation: Relation): boolean {
  if (record.kind === 'union' || record.loose || evidenceOf(relation, record) !== 'sure')
    return false;
  if (record.fields.some((field) => isPrefixed(field) || field.own)) return true;
  const fields = new Set(record.fields.map(({ field }) => field));
  return fields.has('vm_state') && fields.has('task_state');
}

/** A record is another object when its text changes, so what was found in it is found once. */
const FOUND = new WeakMap<Relation, WeakMap<StateRecord, readonly Finding[]>>();

/** All broken rules of a record by itself; whether its literals are states of a server at all was asked before. */
export function findInRecord(record: StateRecord, relation: Relation): readonly Finding[] {
  const known = FOUND.get(relation) ?? new WeakMap<StateRecord, readonly Finding[]>();
  FOUND.set(relation, known);
  let findings = known.get(record);
  const own = relationFor(relation, record);
  if (!findings) {
    findings = evidenceOf(relation, record) === 'sure' ? judge(record, own) : NONE;
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
    const { field, value, alias } = stateField;
    // What an alias stands for is wrong where that is written.
    if (alias !== undefined) return [];
    const state = stateOf(relation, field, value);
    if (typeof state !== 'string' || isLiteral(relation, field, state)) return [];
    if (!isMeantAsState(relation, record, stateField, state)) return [];
    if (field === 'status' && isOutOfSight(record) && isOfAnyDialect(field, state)) return [];
    const expected = expectedState(record, relation, field, state);
    const ownField = otherFieldOf(field, state);
    const fault = { field, [field]: state, expected, ...(ownField && { ownField }) };
    return [{ code: UNKNOWN_CODE[field], record, stateField, others: [], fault }];
  });
}

/** The state that was meant, or that follows from the others: a status does before all else. */
function expectedState(
  record: StateRecord,
  relation: Relation,
  field: Field,
  state: string,
): string | undefined {
  const ownField = otherFieldOf(field, state);
  const exchanged = ownField && exchangedStates(record, relation, field, ownField)?.[field];
  if (exchanged) return exchanged;
  // What is near in spelling to a state of another field is another thing.
  const meant = (ownField ? otherWordFor : meantName)(relation, field, state);
  const known = knownRow(relation, record);
  if (meant !== undefined && isPossible(relation, { ...known, [field]: meant })) return meant;
  const { vm_state, task_state } = known;
  if (field === 'status' && vm_state !== undefined && task_state !== undefined) {
    return statusOf(relation, vm_state, task_state) ?? meant;
  }
  if (meant !== undefined || !ownField || record.kind !== 'object') return meant;
  return onlyStateWith(relation, field, { [ownField]: state });
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

/** The one state that the field has in all rows with the other's state, if there is one. */
function onlyStateWith(relation: Relation, field: Field, other: PartialRow): string | undefined {
  const [first, ...more] = possibleValues(relation, field, other);
  return more.length === 0 ? (first ?? undefined) : undefined;
}

/** Whether nothing is known of the server, as where its part of the cloud is down: then Nova shows UNKNOWN. */
function isOutOfSight({ fields }: StateRecord): boolean {
  return fields.some(({ field, value }) => field === 'vm_state' && value.kind === 'null');
}

function inconsistency(record: StateRecord, relation: Relation): Finding[] {
  if (isOutOfSight(record)) return [];
  const row = partialRow(relation, record);
  if (isPossible(relation, row) || isWrongElsewhere(record, relation)) return [];
  const { code, blamed, expected } = explain(relation, row);
  const known = allFields(record).filter(({ field }) => row[field] !== undefined);
  const stateField = placeOf(record, known, blamed);
  if (!stateField) return [];
  const others = known.filter(({ field }) => field !== stateField.field);
  const dialects = code === 'impossible-pair' ? dialectsListing(row) : [];
  const fault = { ...row, field: blamed, expected, ...(dialects.length > 0 && { dialects }) };
  return [{ code, record, stateField, others, fault }];
}

/** The field that is marked: the one to blame, or, where that is written in another object, one of this. */
function placeOf(
  { fields, inherited = [] }: StateRecord,
  known: readonly StateField[],
  blamed: Field,
): StateField | undefined {
  const isBlamed = ({ field }: StateField) => field === blamed;
  if (!inherited.some(isBlamed)) return fields.find(isBlamed);
  return known.find((stateField) => fields.includes(stateField));
}

/** Whether what the record has from other places is wrong by itself, so that it is reported there. */
function isWrongElsewhere(
  { kind, range, fields, inherited = [] }: StateRecord,
  relation: Relation,
) {
  const elsewhere = [...fields.filter(({ alias }) => alias !== undefined), ...inherited];
  if (elsewhere.length === 0) return false;
  const row = partialRow(relation, { kind, range, fields: elsewhere });
  return (
    !FIELDS.every((field) => row[field] === undefined || isLiteral(relation, field, row[field])) ||
    !isPossible(relation, row)
  );
}

/** The dialects in whose documentation the pair stands, with the status that is there. */
function dialectsListing({ vm_state, task_state, status }: PartialRow): Dialect[] {
  if (vm_state === undefined || task_state === undefined) return [];
  return DIALECTS.filter((dialect) => {
    const listed = listedStatus(dialect, vm_state, task_state);
    return listed !== undefined && (status === undefined || status === listed);
  });
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

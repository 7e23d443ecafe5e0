import {
  changedFields,
  FIELDS,
  type Field,
  foldName,
  isLiteral,
  isPossible,
  meantName,
  nearestName,
  nearestRows,
  type PartialRow,
  type Relation,
  statusOf,
} from '../../model';
import {
  isAboutServer,
  isJudgeable,
  isNameOfAnyDialect,
  isOfAnyDialect,
  isPrefixed,
  partialRow,
  stateOf,
} from '../records/evidence';
import type { StateField, StateRecord } from '../records/record';
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
}

/** So many states in one union are no chance. */
const FEWEST_STATES = 3;

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
  const needsEvidence = (record: StateRecord) =>
    record.kind === 'union' || (record.kind === 'code' && (record.loose || !isAboutServers));
  const meantAsStates = groupsWithEvidence(records.filter(needsEvidence), relation);
  const findings: Finding[] = [];
  for (const [index, record] of records.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    if (needsEvidence(record)) {
      const evidence = meantAsStates.get(record.group);
      if (!evidence || (record.loose && !isMisspelt(record, evidence, relation))) continue;
    }
    for (const finding of checkRecord(record, relation)) findings.push(finding);
  }
  return findings;
}

/** Whether the record is a server's for sure, so that code beside it is about servers too. */
function tellsOfServers(record: StateRecord, relation: Relation): boolean {
  if (record.kind === 'union' || record.loose || !isJudgeable(relation, record)) return false;
  if (record.fields.some((field) => isPrefixed(field) || field.own)) {
    return isAboutServer(relation, record);
  }
  const fields = new Set(record.fields.map(({ field }) => field));
  return fields.has('vm_state') && fields.has('task_state') && isAboutServer(relation, record);
}

/** What the literals of a union, switch or array say of whether they are states of servers. */
interface Evidence {
  readonly states: Set<string>;
  /** The states that are there as they are spelled. */
  readonly spelled: Set<string>;
  /** The states that other words were meant for. */
  readonly meant: string[];
  /** How many are states of another dialect. */
  foreign: number;
  others: number;
}

/**
 * The unions and comparisons that are about server states: any type may be named TaskState, and any job may
 * have a taskState, so what resembles a state has to be nearly all of it, or plenty. States of another dialect
 * speak neither for nor against, unless they are a few and as many; nor does another word for a state, where that
 * state is beside it: without it, the word is what another product has in its place.
 */
function groupsWithEvidence(
  records: readonly StateRecord[],
  relation: Relation,
): ReadonlyMap<number | undefined, Evidence> {
  const groups = new Map<number | undefined, Evidence>();
  for (const { kind, group, fields, loose } of records) {
    for (const { field, value } of fields) {
      const state = stateOf(relation, field, value);
      if (value.kind !== 'text' || state === null || (loose && value.text === '')) continue;
      const evidence = groups.get(group) ?? noEvidence();
      groups.set(group, evidence);
      // Nearly all literals are right, and to look for what is near to a word takes time.
      if (state && isLiteral(relation, field, state)) {
        evidence.spelled.add(state);
        evidence.states.add(state);
        continue;
      }
      const near = state && nearestName(relation, field, state);
      const meant = state && meantName(relation, field, state);
      if (near && (near === meant || kind === 'union')) evidence.states.add(near);
      else if (meant && kind !== 'union') evidence.meant.push(meant);
      else if (kind !== 'union' && state && isOfAnyDialect(field, state)) evidence.foreign++;
      else evidence.others++;
    }
  }
  return new Map([...groups].filter(([, each]) => isAboutStates(each)));
}

function noEvidence(): Evidence {
  return { states: new Set(), spelled: new Set(), meant: [], foreign: 0, others: 0 };
}

/**
 * Whether a word that may be the code's own is a state misspelt: it stands beside states, but not beside the one
 * it is near to, for then it is there as another word. Nor is it a name that has its own meaning.
 */
function isMisspelt(record: StateRecord, { spelled }: Evidence, relation: Relation): boolean {
  return record.fields.every(({ field, value }) => {
    const state = stateOf(relation, field, value);
    const near = state && nearestName(relation, field, state);
    if (!state || !near || spelled.size === 0 || spelled.has(near)) return false;
    if (near !== meantName(relation, field, state)) return false;
    const isLonger = state.length > near.length && foldName(state).includes(foldName(near));
    if (isLonger || isOfAnyDialect(field, state)) return false;
    return FIELDS.every((other) => other === field || !isNameOfAnyDialect(other, state));
  });
}

function isAboutStates({ states, meant, foreign, others }: Evidence): boolean {
  const against = others + meant.filter((state) => !states.has(state)).length;
  const { size } = states;
  const isOwn = size > foreign || (size > 0 && foreign >= FEWEST_STATES);
  return (against === 0 && isOwn) || (size >= FEWEST_STATES && size > 2 * against);
}

/** A record is another object when its text changes, so what was found in it is found once. */
const FOUND = new WeakMap<Relation, WeakMap<StateRecord, readonly Finding[]>>();

/** What is wrong in one record by itself, that of unions and of code without a look at what is next to it. */
export function checkRecord(record: StateRecord, relation: Relation): readonly Finding[] {
  const known = FOUND.get(relation) ?? new WeakMap<StateRecord, readonly Finding[]>();
  FOUND.set(relation, known);
  let findings = known.get(record);
  if (!findings) {
    const isJudged = isAboutServer(relation, record) && isJudgeable(relation, record);
    findings = isJudged ? judge(record, relation) : NONE;
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
    if (field === 'status' && isOutOfSight(record) && isOfAnyDialect(field, state)) return [];
    const fault = { field, [field]: state, expected: meantName(relation, field, state) };
    return [{ code: UNKNOWN_CODE[field], record, stateField, others: [], fault }];
  });
}

/** Whether nothing is known of the server, as where its part of the cloud is down: then Nova shows UNKNOWN. */
function isOutOfSight({ fields }: StateRecord): boolean {
  return fields.some(({ field, value }) => field === 'vm_state' && value.kind === 'null');
}

function inconsistency(record: StateRecord, relation: Relation): Finding[] {
  if (isOutOfSight(record)) return [];
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

import {
  FIELDS,
  type Field,
  isLiteral,
  isPossible,
  nearestName,
  type PartialRow,
  type Relation,
  sameNameFolded,
} from '../../model';
import {
  evidenceOf,
  isPrefixed,
  listEvidence,
  literalEvidence,
  spelledNextTo,
} from '../records/evidence';
import { isOutOfSight, partialRow } from '../records/known-row';
import { allFields } from '../records/objects/inherited';
import { singleFields } from '../records/objects/items';
import type { StateField, StateRecord } from '../records/record';
import { relationFor } from '../records/record-relation';
import { isNameOfAnyDialect } from '../records/state-names';
import { stateOf } from '../records/written-state';
import type { RecordPlace, RecordProblem, RecordRule } from '../rules/rule';
import { ROW_RULES, type RuleCode, VALUE_RULES } from '../rules/rules';
import type { Translate } from '../text/localize';
import type { Steps } from '../text/steps';

/** A broken rule, and where. */
export interface Finding extends RecordPlace {
  readonly code: RuleCode;
  readonly rule: RecordRule;
  readonly problem: RecordProblem;
  /** The fields it was compared with. */
  readonly others: readonly StateField[];
  /** Set where its record was compared with another relation than the rest of the text. */
  readonly relation?: Relation;
}

/** Records between two pauses. */
const AT_ONCE = 64;

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
  { record, stateField: { field, value } }: Finding,
  relation: Relation,
  isSpelled: ReturnType<typeof spelledNextTo>,
): boolean {
  if (record.kind !== 'code') return false;
  const own = relationFor(relation, record);
  const name = stateOf(own, field, value);
  const state = typeof name === 'string' ? sameNameFolded(own, field, name) : undefined;
  return state !== undefined && isSpelled(record, state);
}

/** Whether the record is a server's for sure, so that code next to it is about servers too. */
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
    findings =
      evidenceOf(relation, record) === 'sure'
        ? checkRecord(record, own)
        : record.fields.flatMap((field) => itemFindings(field, record, own, false));
    known.set(record, findings);
  }
  return findings;
}

function checkRecord(record: StateRecord, relation: Relation): readonly Finding[] {
  const ofValues = valueFindings(record, relation);
  // A misspelt value leaves nothing sure to compare the others with: one fault, one diagnostic.
  if (ofValues.length > 0 || isOutOfSight(record) || hasStatusOnly(record)) return ofValues;
  return rowFindings(record, relation);
}

/** Whether nothing can be at odds with the status, which may be that of another cloud's server. */
function hasStatusOnly(record: StateRecord): boolean {
  return allFields(record).every(({ field, own }) => field === 'status' && !own);
}

function valueFindings(record: StateRecord, relation: Relation): Finding[] {
  // What an alias stands for is wrong where that is written.
  const written = record.fields.filter(({ alias }) => alias === undefined);
  return written.flatMap((stateField) =>
    stateField.items
      ? itemFindings(stateField, record, relation, true)
      : valueFinding(stateField, record, relation),
  );
}

/**
 * The values of a field's list that are nearly states. What else is in a list is left alone: it may say of a state
 * that it is not one of these, or be of another product.
 * @param isSure whether the record is about a server for sure; else the list by itself has to be of states
 */
function itemFindings(
  stateField: StateField,
  record: StateRecord,
  relation: Relation,
  isSure: boolean,
): Finding[] {
  const { field, items } = stateField;
  if (!items || !(isSure || listEvidence(stateField) === 'sure')) return [];
  const words = new Set(items.map(({ value }) => (value.kind === 'text' ? value.text : '')));
  return singleFields(stateField).flatMap((single) => {
    const state = stateOf(relation, field, single.value);
    if (typeof state !== 'string' || isNameOfAnyDialect(field, state)) return [];
    const near = nearestName(relation, field, state);
    return near === undefined || words.has(near) ? [] : valueFinding(single, record, relation);
  });
}

function valueFinding(stateField: StateField, record: StateRecord, relation: Relation): Finding[] {
  return VALUE_RULES.flatMap((rule): Finding[] => {
    const problem = rule.check(stateField, record, relation);
    return problem ? [{ code: rule.code, rule, record, stateField, others: [], problem }] : [];
  });
}

function rowFindings(record: StateRecord, relation: Relation): Finding[] {
  const row = partialRow(relation, record);
  const broken = brokenRules(row, relation);
  if (broken.length === 0 || isWrongElsewhere(record, relation)) return [];
  const known = allFields(record).filter(({ field }) => row[field] !== undefined);
  return broken.flatMap(({ rule, problem }): Finding[] => {
    const stateField = placeOf(record, known, problem.field);
    if (!stateField) return [];
    const others = known.filter(({ field }) => field !== stateField.field);
    return [{ code: rule.code, rule, record, stateField, others, problem }];
  });
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
): boolean {
  const elsewhere = [...fields.filter(({ alias }) => alias !== undefined), ...inherited];
  if (elsewhere.length === 0) return false;
  const row = partialRow(relation, { kind, range, fields: elsewhere });
  return (
    !FIELDS.every((field) => row[field] === undefined || isLiteral(relation, field, row[field])) ||
    !isPossible(relation, row)
  );
}

/** What is wrong with how the states of a row fit together, as sentences. */
export function rowMessages(row: PartialRow, relation: Relation, t: Translate): string[] {
  return brokenRules(row, relation).map(({ rule, problem }) => rule.message(problem, t));
}

function brokenRules(row: PartialRow, relation: Relation) {
  return ROW_RULES.flatMap((rule) => {
    const problem = rule.check(row, relation);
    return problem ? [{ rule, problem }] : [];
  });
}

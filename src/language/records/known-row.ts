import { type Field, isLiteral, type PartialRow, type Relation } from '../../model';
import { allFields } from './objects/inherited';
import type { StateRecord } from './record';
import { writtenState } from './written-state';

/** What is known of the record as a partial row: the fields with one undisputed state. */
export function partialRow(relation: Relation, record: StateRecord): PartialRow {
  const row: { -readonly [F in Field]?: string | null } = {};
  const disputed = new Set<Field>();
  for (const { field, value, overridable } of allFields(record)) {
    const state = writtenState(relation, field, value);
    const contradicts = field in row && row[field] !== state;
    if (state === undefined || overridable || contradicts) disputed.add(field);
    else row[field] = state;
  }
  for (const field of disputed) delete row[field];
  return row as PartialRow;
}

/** A record is another object when its text changes; its many faults all ask what is known of it. */
const KNOWN_ROWS = new WeakMap<Relation, WeakMap<StateRecord, PartialRow>>();

/** The same without the fields whose state is no literal of the relation. */
export function knownRow(relation: Relation, record: StateRecord): PartialRow {
  const rows = KNOWN_ROWS.get(relation) ?? new WeakMap<StateRecord, PartialRow>();
  KNOWN_ROWS.set(relation, rows);
  const row = rows.get(record) ?? literalRow(relation, record);
  rows.set(record, row);
  return row;
}

function literalRow(relation: Relation, record: StateRecord): PartialRow {
  const entries = Object.entries(partialRow(relation, record)) as [Field, string | null][];
  return Object.fromEntries(
    entries.filter(([field, state]) => isLiteral(relation, field, state)),
  ) as PartialRow;
}

const OUT_OF_SIGHT = new WeakMap<StateRecord, boolean>();

/** Whether nothing is known of the server, as where its part of the cloud is down: then Nova shows UNKNOWN. */
export function isOutOfSight(record: StateRecord): boolean {
  const isOut =
    OUT_OF_SIGHT.get(record) ??
    record.fields.some(({ field, value }) => field === 'vm_state' && value.kind === 'null');
  OUT_OF_SIGHT.set(record, isOut);
  return isOut;
}

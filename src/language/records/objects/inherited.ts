import type { StateField, StateRecord } from '../record';

/** All fields of a record, with those that it takes over from others. */
export function allFields({ fields, inherited }: StateRecord): readonly StateField[] {
  return inherited ? [...fields, ...inherited] : fields;
}

/** The record with what it takes over from others as fields of its own; the same one where that is nothing. */
export function withInherited(record: StateRecord): StateRecord {
  return record.inherited ? { ...record, fields: allFields(record) } : record;
}

/**
 * Whether a field of the record is written in the record itself, value included, so that an edit of it concerns
 * nothing else. Of those from elsewhere there are few, while a record may repeat its own without end.
 */
export function isOwn({ inherited = [] }: StateRecord, stateField: StateField): boolean {
  return !inherited.includes(stateField);
}

import type { StateField, StateRecord } from '../record';

/** All fields of a record, with those that it takes over from others. */
export function allFields({ fields, inherited }: StateRecord): readonly StateField[] {
  return inherited ? [...fields, ...inherited] : fields;
}

/** The record with what it takes over from others as fields of its own; the same one where that is nothing. */
export function withInherited(record: StateRecord): StateRecord {
  return record.inherited ? { ...record, fields: allFields(record) } : record;
}

/** Whether the field is written in the record itself, value included, so that an edit of it concerns nothing else. */
export function isOwn(record: StateRecord, stateField: StateField): boolean {
  return record.fields.includes(stateField);
}

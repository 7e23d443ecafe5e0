import type { StateRecord } from '../../src/language/records/record';

/** The records by their fields alone, without values of lists and what stands round the fields. */
export function fieldsOnly(records: readonly StateRecord[]): StateRecord[] {
  return records.map(({ signs: _signs, ...record }) => ({
    ...record,
    fields: record.fields.map(({ items: _items, ...field }) => field),
  }));
}

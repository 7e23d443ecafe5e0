import type { Item, StateField, StateRecord } from '../record';

/** Values further behind the start of their list or schema are not looked at: nobody writes so many. UTF-16 units. */
export const ITEMS_LENGTH = 8192;

const FIELDS = new WeakMap<Item, StateField>();

/** A value of a list as the only one of its field; the same object each time. */
export function fieldOfItem(stateField: StateField, item: Item): StateField {
  const known = FIELDS.get(item);
  if (known?.key === stateField.key) return known;
  const { items: _items, ...rest } = stateField;
  const { value, inner, outer, quote } = item;
  const single = { ...rest, value, inner, outer, quote };
  FIELDS.set(item, single);
  return single;
}

/** The field, or, where it has several values, one for each of them. */
export function singleFields(stateField: StateField): readonly StateField[] {
  const { items } = stateField;
  return items ? items.map((item) => fieldOfItem(stateField, item)) : [stateField];
}

/** The record with a field for each value of its lists; the same one where it has none. */
export function withSingleFields(record: StateRecord): StateRecord {
  const hasItems = record.fields.some(({ items }) => items);
  return hasItems ? { ...record, fields: record.fields.flatMap(singleFields) } : record;
}

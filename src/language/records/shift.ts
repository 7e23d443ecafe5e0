import type { Range } from '../text/range';
import type { Item, StateField, StateRecord } from './record';

/** Moves a field; every range of it is its own, or shared within it. */
export function shiftField(stateField: StateField, by: number): void {
  shiftRange(stateField.key, by);
  shiftValue(stateField, by);
  for (const item of stateField.items ?? []) shiftValue(item, by);
}

function shiftValue({ inner, outer }: Item, by: number): void {
  shiftRange(inner, by);
  if (outer !== inner) shiftRange(outer, by);
}

/** Moves a record with its fields. */
export function shiftRecord({ range, fields }: StateRecord, by: number): void {
  shiftRange(range, by);
  for (const field of fields) shiftField(field, by);
}

/** Records are moved in place: ten thousand of them make no garbage, and stay the ones they were. */
function shiftRange(range: Range, by: number): void {
  const moved = range as { start: number; end: number };
  moved.start += by;
  moved.end += by;
}

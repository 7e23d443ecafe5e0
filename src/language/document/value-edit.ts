import type { StateField, StateRecord } from '../records/record';
import type { Edit } from '../text/edit';
import type { Range } from '../text/range';
import type { Reading } from './parsed-document';

/** The edit that gives the field another state (or null), in the syntax and quoting that stand there. */
export function valueEdit(
  reading: Reading,
  record: StateRecord,
  stateField: StateField,
  value: string | null,
): Edit {
  const { inner, outer, quote } = stateField;
  if (value !== null && quote !== '') return { ...rangeOf(inner), newText: value };
  const written = reading.reader.writeValue(value, '', record);
  return { ...rangeOf(outer), newText: `${blankBefore(reading, outer.start)}${written}` };
}

/** The blank that a value needs behind a colon where none has been typed. */
function blankBefore({ source }: Reading, offset: number): string {
  return source.read(Math.max(0, offset - 1), offset) === ':' ? ' ' : '';
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

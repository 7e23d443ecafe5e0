import type { StateField, StateRecord } from '../records/record';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import type { ParsedDocument } from './parsed-document';

/** The edit that gives the field another state (or null), in the syntax and quoting that stand there. */
export function valueEdit(
  reading: ParsedDocument,
  record: StateRecord,
  stateField: StateField,
  value: string | null,
): TextEdit {
  const { inner, outer, quote } = stateField;
  if (value !== null && quote !== '') return { ...rangeOf(inner), newText: value };
  const written = reading.reader.writeValue(value, '', record);
  // A tag that says what a plain scalar is says so of another state, too.
  if (value !== null && inner.start > outer.start) return { ...rangeOf(inner), newText: written };
  return { ...rangeOf(outer), newText: `${blankBefore(reading, outer.start)}${written}` };
}

/**
 * As `valueEdit`, for a value that is complete: an assertion of its type that the other one does not satisfy goes
 * with it.
 * @returns undefined where the other value cannot stand, as null in an enum
 */
export function replacingEdit(
  reading: ParsedDocument,
  record: StateRecord,
  stateField: StateField,
  value: string | null,
): TextEdit | undefined {
  const { reader, source, tree } = reading;
  const { outer, quote } = stateField;
  const range =
    tree && reader.replacedRange ? reader.replacedRange(tree, source, outer, value) : outer;
  if (!range) return undefined;
  if (range.start === outer.start && range.end === outer.end) {
    return valueEdit(reading, record, stateField, value);
  }
  const written = reader.writeValue(value, quote, record);
  return { ...rangeOf(range), newText: `${blankBefore(reading, range.start)}${written}` };
}

/** The blank that a value needs behind a colon where none has been typed. */
function blankBefore({ source }: ParsedDocument, offset: number): string {
  return source.read(Math.max(0, offset - 1), offset) === ':' ? ' ' : '';
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

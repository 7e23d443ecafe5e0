import type { Reading } from './reading';
import type { Range, StateField, StateRecord } from './record';

/** A replacement of text. UTF-16 code units. */
export interface Edit extends Range {
  readonly newText: string;
}

/** The text with the edits made; they do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const pieces = [...edits]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, newText }) => {
      const before = text.slice(at, start);
      at = end;
      return [before, newText];
    });
  return [...pieces, text.slice(at)].join('');
}

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

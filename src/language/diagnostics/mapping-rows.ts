import type { ParsedDocument } from '../document/parsed-document';
import type { StateRecord } from '../records/record';
import type { Range } from '../text/range';

/** The setting's own name, in the editor's settings and in the command line's configuration. */
const SETTING = /"(?:ecsStates\.)?additionalRows"\s*:\s*\[/g;
/** Longer texts are no settings. */
const LONGEST = 30_000;

/** The records except for rows that a setting adds to the mapping: those are right by what they say. */
export function withoutMappingRows(reading: ParsedDocument): readonly StateRecord[] {
  const { source, records, languageId } = reading;
  if (records.length === 0 || source.length > LONGEST || !languageId.startsWith('json')) {
    return records;
  }
  const text = source.read(0, source.length);
  const lists = [...text.matchAll(SETTING)].map((match) => listAt(text, match));
  if (lists.length === 0) return records;
  const isRow = ({ range }: StateRecord) =>
    lists.some(({ start, end }) => start < range.start && range.end <= end);
  return records.filter((record) => !isRow(record));
}

/** The list whose bracket ends the match; to the end of the text where it is not closed. */
function listAt(text: string, { 0: found, index }: RegExpExecArray): Range {
  const start = index + found.length - 1;
  let depth = 0;
  for (const token of text.slice(start).matchAll(/"(?:[^"\\\n\r]|\\.)*"?|[[\]]/g)) {
    if (token[0] === '[') depth++;
    if (token[0] === ']' && --depth === 0) return { start, end: start + token.index + 1 };
  }
  return { start, end: text.length };
}

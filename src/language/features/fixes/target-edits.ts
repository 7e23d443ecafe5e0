import type { ParsedDocument } from '../../document/parsed-document';
import { replacingEdit } from '../../document/value-edit';
import type { StateField, StateRecord } from '../../records/record';
import { disjointEdits, type TextEdit } from '../../text/edit';
import type { Targets } from './record-changes';

/** What a value can end at, whatever it is. */
const ENDS_VALUE = /^[\s,}\]]?$/;

/**
 * The edits that give fields their states, in order and without overlap.
 * @returns undefined where one of them cannot have its state
 */
export function targetEdits(
  reading: ParsedDocument,
  record: StateRecord,
  targets: Targets,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const [stateField, value] of targets) {
    const edit = replacingEdit(reading, record, stateField, value);
    if (!edit) return undefined;
    edits.push(edit);
  }
  const disjoint = disjointEdits([edits]);
  return disjoint.length > 0 ? disjoint : undefined;
}

/**
 * Whether the changes replace whole values by values, in data, so that the rest of the text is read as before. In
 * code, conditions bear on each other, and what is not closed yet may end anywhere.
 */
export function isSelfContained(
  reading: ParsedDocument,
  record: StateRecord,
  targets: Targets,
): boolean {
  if (record.kind !== 'object' || reading.reader.isCode) return false;
  return [...targets].every(([stateField, value]) => isWholeValue(reading, stateField, value));
}

function isWholeValue(
  { source }: ParsedDocument,
  { inner, outer, quote }: StateField,
  value: string | null,
): boolean {
  if (outer.start === outer.end) return false;
  const isClosed = quote === '' || outer.end > inner.end;
  if (value !== null && quote !== '') return isClosed;
  return isClosed && ENDS_VALUE.test(source.read(outer.end, outer.end + 1));
}

import {
  matchingRows,
  type PartialRow,
  possibleValues,
  type Relation,
  statusOf,
} from '../../model';
import type { FieldInRecord, Reading } from '../document/parsed-document';
import { valueEdit } from '../document/value-edit';
import { literalDocumentation } from '../glossary/explanation';
import { isAboutServer, isTelling, knownRow, lackingFields } from '../records/evidence';
import type { StateField, StateRecord } from '../records/record';
import type { Context } from '../settings/context';
import type { KeySlot } from '../syntax/reader';
import type { Edit } from '../text/edit';
import type { Range } from '../text/range';
import type { TextSource } from '../text/source';

/** A proposal. The range is what it replaces, on one line, with the cursor in it; UTF-16 code units. */
export interface Completion extends Range {
  readonly kind: 'value' | 'key';
  readonly label: string;
  /** The status that choosing it results in, or what a key will hold. */
  readonly detail: string;
  /** Said beside the label: set for a value that contradicts the other fields. */
  readonly remark?: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insertText: string;
  /** Edits round the range: the quotes that null has none of. They touch it and do not overlap it. */
  readonly around?: readonly Edit[];
  /** Where the cursor goes in `insertText`; at its end where absent. */
  readonly cursor?: number;
  readonly filterText: string;
  readonly sortText: string;
  /** Whether a value has to be typed next, for which there are proposals too. */
  readonly continues?: true;
}

/** Statuses shown in a detail before the list is cut. */
const DETAIL_STATUSES = 3;
/** How far from the place of a missing value one can be typed, with nothing but blanks between. */
const MOST_BLANKS = 1000;

/** Proposals for the value or key at the offset; none where the text there is not about a server. */
export function completeAt(reading: Reading, offset: number, context: Context): Completion[] {
  const place = valuePlaceAt(reading, offset);
  if (place) return completeValue(reading, place, context);
  const { languageId, reader, records, keys } = reading;
  if (!context.proposeKeys || records.length === 0) return [];
  const slot = reader.keySlot(reading.text, languageId, records, offset, keys);
  return slot ? completeKey(reading, slot, context) : [];
}

/** The field in whose value the offset is; a missing value is taken to be at the offset. */
function valuePlaceAt({ source, records }: Reading, offset: number): FieldInRecord | undefined {
  let found: FieldInRecord | undefined;
  for (const record of records) {
    for (const stateField of record.fields) {
      const placed = placedAt(source, stateField, offset);
      if (placed) found = { record, stateField: placed };
    }
  }
  return found;
}

function placedAt(
  source: TextSource,
  stateField: StateField,
  offset: number,
): StateField | undefined {
  const { value, inner, key, quote } = stateField;
  if (value.kind === 'opaque') return undefined;
  if (inner.start === inner.end && quote === '') {
    // The key is no place for a value, even where no separator has been typed.
    if (key.end >= offset || Math.abs(offset - inner.start) > MOST_BLANKS) return undefined;
    const [from, to] = [Math.min(offset, inner.start), Math.max(offset, inner.end)];
    if (!/^[ \t]*$/.test(source.read(from, to))) return undefined;
    const here = { start: offset, end: offset };
    return { ...stateField, inner: here, outer: here };
  }
  const isInside = inner.start <= offset && offset <= inner.end;
  return isInside && !source.read(inner.start, inner.end).includes('\n') ? stateField : undefined;
}

function completeValue(reading: Reading, place: FieldInRecord, context: Context): Completion[] {
  const { relation, t } = context;
  const { field, quote } = place.stateField;
  const record = without(place.record, place.stateField);
  if (!isAboutServer(relation, record)) return [];
  const others = knownRow(relation, record);
  const possible = nullFirst(possibleValues(relation, field, others));
  const all = nullFirst(relation.values[field]);
  // Others that contradict each other rule out everything, which says nothing about this field.
  const fitting = possible.length > 0 ? possible : all;
  const contradicting = all.filter((value) => !fitting.includes(value));
  return [...fitting, ...contradicting].map((value, index) => {
    const label = value ?? 'null';
    const edit = valueEdit(reading, place.record, place.stateField, value);
    // All proposals replace the same range, or the editor would rank them by what the ranges cover.
    const { start, end } = quote === '' ? edit : place.stateField.inner;
    const contradicts = index >= fitting.length;
    return {
      kind: 'value',
      label,
      start,
      end,
      detail: contradicts ? '' : resultingStatus(relation, { ...others, [field]: value }),
      ...(contradicts && { remark: t('Contradicts the other fields') }),
      documentation: literalDocumentation(field, value, t),
      insertText: edit.newText,
      ...(value === null && quote !== '' && { around: quotesRound(place.stateField) }),
      filterText: label,
      sortText: sortText(index),
    };
  });
}

function quotesRound({ inner, outer }: StateField): Edit[] {
  return [
    { start: outer.start, end: inner.start, newText: '' },
    { start: inner.end, end: outer.end, newText: '' },
  ].filter(({ start, end }) => end > start);
}

function completeKey(reading: Reading, slot: KeySlot, context: Context): Completion[] {
  const { relation, t } = context;
  const { record, outer, quote, hasValue, after } = slot;
  const sibling = record.fields.find(isTelling);
  if (!sibling || !isAboutServer(relation, record)) return [];
  const { reader, keys } = reading;
  const row = knownRow(relation, record);
  const missing = lackingFields(record);
  return missing.map((field, index) => {
    const key = keys.respell(sibling.spelling, field);
    const writtenKey = reader.writeKey(key, quote, record);
    const values = possibleValues(relation, field, row);
    const only = values.length === 1 ? values[0] : undefined;
    const value = only === undefined ? '' : reader.writeValue(only, '', record);
    const head = hasValue ? writtenKey : `${writtenKey}${reader.separator}${value}`;
    return {
      kind: 'key',
      label: key,
      start: outer.start,
      end: outer.end,
      detail: only === undefined ? '' : (only ?? 'null'),
      ...(only !== undefined && { remark: t('Follows from the other fields') }),
      documentation: only === undefined ? '' : literalDocumentation(field, only, t),
      insertText: hasValue ? head : `${head}${after}`,
      cursor: head.length,
      filterText: quote === '' ? key : `${quote}${key}`,
      sortText: sortText(index),
      ...(only === undefined && !hasValue && { continues: true as const }),
    };
  });
}

function without(record: StateRecord, { key }: StateField): StateRecord {
  const fields = record.fields.map((stateField) =>
    stateField.key === key ? { ...stateField, value: { kind: 'missing' as const } } : stateField,
  );
  return { ...record, fields };
}

/** No task is what most servers have, so it is proposed first. */
function nullFirst<T>(values: readonly T[]): T[] {
  return [...values.filter((value) => value === null), ...values.filter((value) => value !== null)];
}

/** The status that the row shows, or the few it can show. */
function resultingStatus(relation: Relation, row: PartialRow): string {
  const { vm_state, task_state } = row;
  if (vm_state !== undefined && task_state !== undefined) {
    return statusOf(relation, vm_state, task_state) ?? '';
  }
  const statuses = [...new Set(matchingRows(relation, row).map(({ status }) => status))];
  const shown = statuses.slice(0, DETAIL_STATUSES).join(' | ');
  return statuses.length > DETAIL_STATUSES ? `${shown} | …` : shown;
}

/** Before the quotation mark, with which the labels of the editor's own JSON proposals begin. */
function sortText(index: number): string {
  return `!${String(index).padStart(4, '0')}`;
}

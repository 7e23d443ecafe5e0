import {
  matchingRows,
  nullFirst,
  type PartialRow,
  possibleValues,
  type Relation,
  statusOf,
} from '../../../model';
import type { FieldInRecord, ParsedDocument } from '../../document/parsed-document';
import { contradictionOf, literalDocumentation } from '../../glossary/explanation';
import { evidenceOf } from '../../records/evidence';
import { knownRow } from '../../records/known-row';
import { singleFields } from '../../records/objects/items';
import type { StateField, StateRecord } from '../../records/record';
import { asInApi, relationFor } from '../../records/record-relation';
import type { Context } from '../../settings/context';
import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';
import { knownHere } from '../known-here';
import { blankBehind, type Completion, isWritable, sortText } from './completion-item';

/** Statuses shown in a detail before the list is cut. */
const DETAIL_STATUSES = 3;
/** How far from the place of a missing value one can be typed, with nothing but blanks between. */
const MOST_BLANKS = 1000;

/** The field in whose value the offset is; a missing value is taken to be at the offset. */
export function valuePlaceAt(
  { source, records }: ParsedDocument,
  offset: number,
): FieldInRecord | undefined {
  let found: FieldInRecord | undefined;
  for (const record of records) {
    for (const stateField of record.fields.flatMap(singleFields)) {
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
  return inner.start <= offset && offset <= inner.end ? stateField : undefined;
}

/** Proposals for the value of a field, those that the other fields allow first. */
export function completeValue(
  reading: ParsedDocument,
  place: FieldInRecord,
  context: Context,
): Completion[] {
  const { t } = context;
  const relation = relationFor(context.relation, place.record);
  const { field } = place.stateField;
  const record = without(place.record, place.stateField);
  if (evidenceOf(context.relation, record) === 'none' || isOfDeclaredType(reading, place))
    return [];
  const others = knownRow(relation, record);
  const isAsInApi = relation === context.relation;
  const known = isAsInApi ? knownHere(reading, place.stateField.inner.start, context) : undefined;
  const left = known?.field === field ? known.states : relation.values[field];
  const possible = nullFirst(possibleValues(relation, field, others)).filter((value) =>
    left.includes(value),
  );
  const all = nullFirst(relation.values[field]);
  // Others that contradict each other rule out everything, which says nothing about this field.
  const fitting = possible.length > 0 ? possible : all;
  const contradicting = all.filter((value) => !fitting.includes(value));
  const used = wordsNextTo(reading, place.record);
  const isUsed = (value: string | null) => value !== null && used.has(value);
  const ordered = [...fitting, ...contradicting].filter(isWritable);
  const edits = valueEdits(reading, place, [
    ...ordered.filter((value) => !isUsed(value)),
    ...ordered.filter(isUsed),
  ]);
  return edits.map(({ value, edit, lead }, index) => {
    const label = value ?? 'null';
    const contradicts = !fitting.includes(value);
    const following = resultingStatus(relation, { ...others, [field]: value });
    const remark = contradicts
      ? left.includes(value)
        ? contradictionOf({ [field]: value }, relation, others, t)
        : t('Ruled out by the conditions before')
      : field === 'status' || following === ''
        ? ''
        : `→ ${following}`;
    return {
      kind: 'value',
      label,
      start: edit.start,
      end: edit.end,
      detail: contradicts ? '' : following,
      ...(remark !== '' && { remark }),
      documentation: literalDocumentation(
        field,
        asInApi(context.relation, field, value),
        context.relation,
        others,
        t,
      ),
      insertText: edit.newText,
      filterText: lead + label,
      sortText: sortText(index),
    };
  });
}

/**
 * Whether a literal has a type that the text declares as a union of literals: the editor's own proposals are those that
 * the type allows, and each would stand there twice.
 */
function isOfDeclaredType(
  { records, source }: ParsedDocument,
  { record, stateField: { spelling, key } }: FieldInRecord,
): boolean {
  if (record.kind !== 'union' || isTypeDeclared(source, key)) return false;
  return records.some(
    ({ kind, fields: [other] }) =>
      kind === 'union' && other?.spelling === spelling && isTypeDeclared(source, other.key),
  );
}

/** Whether a name is that of a type in its declaration. */
function isTypeDeclared(source: TextSource, name: Range): boolean {
  return /\btype\s$/.test(source.read(Math.max(0, name.start - 6), name.start));
}

/** The states that the same switch, list or type has already. */
function wordsNextTo({ records }: ParsedDocument, { kind, group }: StateRecord): Set<string> {
  const words = new Set<string>();
  if (kind === 'object' || group === undefined) return words;
  for (const record of records) {
    if (record.kind === 'object' || record.group !== group) continue;
    for (const { value } of record.fields) if (value.kind === 'text') words.add(value.text);
  }
  return words;
}

interface ValueEdit {
  readonly value: string | null;
  readonly edit: TextEdit;
  /** What the range has before the value: it is there whatever is typed. */
  readonly lead: string;
}

/**
 * The edits that write the values, all from one place on: where they differed, some editors would replace the word
 * before the cursor, which is less than a state with a hyphen. Null, which has no quotes, makes it the opening one.
 */
function valueEdits(
  reading: ParsedDocument,
  { record, stateField }: FieldInRecord,
  values: readonly (string | null)[],
): ValueEdit[] {
  const { inner, outer } = stateField;
  const whole = values.includes(null) ? nullRange(reading, stateField) : undefined;
  const start = whole ? outer.start : inner.start;
  const lead = reading.source.read(start, inner.start);
  return values.flatMap((value): ValueEdit[] => {
    if (value === null && !whole) return [];
    const { end, newText } =
      value === null
        ? writtenPlainly(reading, record, null, whole ?? outer)
        : writtenState(reading, record, stateField, value);
    const kept = value === null ? '' : lead;
    return [{ value, lead, edit: { start, end, newText: kept + newText } }];
  });
}

/** What null replaces, or undefined where it cannot stand: without its quotes it would run into a word behind them. */
function nullRange(
  { reader, source, tree }: ParsedDocument,
  { outer }: StateField,
): Range | undefined {
  const range = reader.nullRange && tree ? reader.nullRange(tree, outer) : outer;
  return range && !/[\w$"'`]/.test(source.read(range.end, range.end + 1)) ? range : undefined;
}

/** A state from the start of what is typed of it: a quote that stands there is kept, and closed where it is open. */
function writtenState(
  reading: ParsedDocument,
  record: StateRecord,
  { inner, outer, quote }: StateField,
  value: string,
): TextEdit {
  if (quote === '') return writtenPlainly(reading, record, value, inner);
  const blank = blankBehind(reading, outer.end);
  const isOpen = outer.end === inner.end;
  if (isOpen) return { ...inner, newText: value + quote + blank };
  // The closing quote is left alone where it can be, as not every editor takes away what is behind the cursor.
  if (blank === '') return { start: inner.start, end: inner.end, newText: value };
  const closing = reading.source.read(inner.end, outer.end);
  return { start: inner.start, end: outer.end, newText: value + closing + blank };
}

function writtenPlainly(
  reading: ParsedDocument,
  record: StateRecord,
  value: string | null,
  { start, end }: Range,
): TextEdit {
  const { reader, source } = reading;
  // A colon or a dash is none in YAML without a blank behind it, and a keyword is none before a letter.
  const before = /[-:\w$]/.test(source.read(Math.max(0, start - 1), start)) ? ' ' : '';
  const written = reader.writeValue(value, '', record);
  return { start, end, newText: before + written + blankBehind(reading, end) };
}

/** The record without the value of a field, or the one that it has among others. */
function without(record: StateRecord, { key, outer }: StateField): StateRecord {
  const fields = record.fields.map((stateField): StateField => {
    if (stateField.key !== key) return stateField;
    const { items, ...rest } = stateField;
    const others = items?.filter((item) => item.outer !== outer) ?? [];
    return { ...rest, value: { kind: 'missing' }, ...(others.length > 0 && { items: others }) };
  });
  return { ...record, fields };
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

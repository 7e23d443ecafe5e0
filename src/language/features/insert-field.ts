import { type Field, possibleValues, type Relation } from '../../model';
import { embeddedAt } from '../document/embedded-document';
import type { ParsedDocument } from '../document/parsed-document';
import { evidenceOf, isTelling, lackingFields } from '../records/evidence';
import { knownRow } from '../records/known-row';
import { allFields } from '../records/objects/inherited';
import type { StateRecord } from '../records/record';
import { stateOf } from '../records/written-state';
import type { Context } from '../settings/context';
import type { TextEdit } from '../text/edit';
import type { Translate } from '../text/localize';
import { tryEdits } from './fixes/try-edits';
import { insertionPlaces } from './insertion-places';

/** A field that can be written into a record, because the others leave it one value. */
export interface Insertion {
  readonly title: string;
  readonly edit: TextEdit;
}

/** Up to this length a text is read again with the field in it, for the editor asks wherever the cursor goes. */
const LONGEST_READ_AGAIN = 50_000;

/** The fields that follow from the others in the innermost record round the offset. */
export function insertionsAt(
  reading: ParsedDocument,
  offset: number,
  context: Context,
): Insertion[] {
  const inner = embeddedAt(reading, offset);
  if (inner) {
    return insertionsAt(inner.document, inner.offset, context).flatMap(({ title, edit }) => {
      const outer = inner.map.editToOuter(edit);
      return outer ? [{ title, edit: outer }] : [];
    });
  }
  const { relation, t } = context;
  const record = reading.records.findLast(
    ({ kind, range }) => kind === 'object' && range.start <= offset && offset <= range.end,
  );
  if (!record || evidenceOf(relation, record) === 'none') return [];
  return missingFields(record, relation).flatMap(([field, value]) => {
    const edit = insertEdit(reading, record, field, value, context);
    return edit ? [{ title: titleFor(field, value, t), edit }] : [];
  });
}

function missingFields(record: StateRecord, relation: Relation): [Field, string | null][] {
  const row = knownRow(relation, record);
  // Nothing follows from a state that is not known, or not for sure.
  if (allFields(record).some(({ field }) => row[field] === undefined)) return [];
  return lackingFields(record).flatMap((field): [Field, string | null][] => {
    const [only, ...others] = possibleValues(relation, field, row);
    return only === undefined || others.length > 0 ? [] : [[field, only]];
  });
}

/**
 * The edit that writes a field into a record.
 * @param isBehindLast whether it is to be written behind the last of the record's fields, where that can be
 * @returns undefined where there is no place for it, or where it would make a diagnostic appear
 */
export function insertEdit(
  reading: ParsedDocument,
  record: StateRecord,
  field: Field,
  value: string | null,
  context: Context,
  isBehindLast = false,
): TextEdit | undefined {
  const { text, reader, keys } = reading;
  const sibling = record.fields.find(isTelling);
  if (!sibling) return undefined;
  const isShort = text.length <= LONGEST_READ_AGAIN;
  const places = insertionPlaces(text, reading, record, isBehindLast && isShort);
  for (const { offset, quote, write, isBelowComment } of places) {
    const key = reader.writeKey(keys.respell(sibling.spelling, field), quote, record);
    const pair = `${key}${reader.separator}${reader.writeValue(value, '', record)}`;
    const edit = { start: offset, end: offset, newText: write(pair) };
    if (isShort ? isGood(reading, edit, field, value, context) : !isBelowComment) return edit;
  }
  return undefined;
}

/** Whether the text is read with the field where it was written, and without a new diagnostic. */
function isGood(
  reading: ParsedDocument,
  edit: TextEdit,
  field: Field,
  value: string | null,
  context: Context,
): boolean {
  const trial = tryEdits(reading, [edit], context);
  if (!trial || trial.addsAny) return false;
  const { records } = trial.changed;
  const end = edit.start + edit.newText.length;
  return (
    records.length === reading.records.length &&
    records.some(({ fields }) =>
      fields.some(
        (other) =>
          other.field === field &&
          edit.start <= other.key.start &&
          other.outer.end <= end &&
          fields.length > 1 &&
          stateOf(context.relation, field, other.value) === value,
      ),
    )
  );
}

function titleFor(field: Field, value: string | null, t: Translate): string {
  return value === null ? t('Insert {0} null', field) : t("Insert {0} '{1}'", field, value);
}

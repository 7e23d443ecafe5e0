import { type Field, possibleValues, type Relation } from '../../model';
import type { Reading } from '../document/parsed-document';
import { isAboutServer, isTelling, knownRow, lackingFields } from '../records/evidence';
import type { StateRecord } from '../records/record';
import type { Context } from '../settings/context';
import type { Edit } from '../text/edit';
import type { Translate } from '../text/localize';

/** A field that can be written into a record, because the others leave it one value. */
export interface Insertion {
  readonly title: string;
  readonly edit: Edit;
}

/** The fields that follow from the others in the innermost record round the offset. */
export function insertionsAt(reading: Reading, offset: number, context: Context): Insertion[] {
  const { relation, t } = context;
  const record = reading.records.findLast(
    ({ kind, range }) => kind === 'object' && range.start <= offset && offset <= range.end,
  );
  if (!record || !isAboutServer(relation, record)) return [];
  return missingFields(record, relation).flatMap(([field, value]) => {
    const edit = insertEdit(reading, record, field, value);
    return edit ? [{ title: titleFor(field, value, t), edit }] : [];
  });
}

function missingFields(record: StateRecord, relation: Relation): [Field, string | null][] {
  const row = knownRow(relation, record);
  if (Object.keys(row).length === 0) return [];
  return lackingFields(record).flatMap((field): [Field, string | null][] => {
    const [only, ...others] = possibleValues(relation, field, row);
    return only === undefined || others.length > 0 ? [] : [[field, only]];
  });
}

/**
 * The edit that writes a field into a record; undefined where there is no safe place.
 * It writes before the last field, where no comment can come between and no separator is missing.
 */
export function insertEdit(
  { text, reader, keys }: Reading,
  record: StateRecord,
  field: Field,
  value: string | null,
): Edit | undefined {
  const sibling = record.fields.find(isTelling);
  const last = record.fields.at(-1);
  if (!sibling || !last) return undefined;
  const start = keyStart(text, last.key.start);
  const lineStart =
    Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const isFirstOnLine = /^[ \t]*(?:- +)*$/.test(before);
  const isBlock = !['{', '['].includes(text.charAt(record.range.start));
  // What stands before the key otherwise (`? `, a modifier) belongs to it.
  if (!isFirstOnLine && !/[{,;]\s*$/.test(before)) return undefined;
  const quote = text.charAt(start) === '"' || text.charAt(start) === "'" ? text.charAt(start) : '';
  const key = reader.writeKey(
    keys.respell(sibling.spelling, field),
    quote as '"' | "'" | '',
    record,
  );
  const pair = `${key}${reader.separator}${reader.writeValue(value, '', record)}`;
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const blank = isFirstOnLine ? `${lineBreak}${before.replace(/-/g, ' ')}` : ' ';
  return { start, end: start, newText: `${pair}${isBlock ? '' : ','}${blank}` };
}

/** Where the key begins with its quotes and brackets. */
function keyStart(text: string, inner: number): number {
  let start = inner;
  while (/["'[]/.test(text.charAt(start - 1))) start--;
  return start;
}

function titleFor(field: Field, value: string | null, t: Translate): string {
  return value === null ? t('Insert {0} null', field) : t("Insert {0} '{1}'", field, value);
}

import { statusOf } from '../../model';
import { embeddedIn } from '../document/embedded-document';
import type { ParsedDocument } from '../document/parsed-document';
import { resultingStatus } from '../glossary/explanation';
import { evidenceOf } from '../records/evidence';
import { knownRow } from '../records/known-row';
import { allFields } from '../records/objects/inherited';
import type { StateRecord } from '../records/record';
import type { Context } from '../settings/context';
import type { StatusHints } from '../settings/settings';
import type { OffsetMap } from '../syntax/embedded/offset-map';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';
import { insertEdit } from './insert-field';

/** The status that a record without one shows. The offset is behind the last of the pair; UTF-16 code units. */
export interface StatusHint {
  readonly offset: number;
  readonly label: string;
  /** Why it is this status, as Markdown. */
  readonly markdown: string;
  /**
   * What writes the status into the record; undefined where there is no place for it. Asked for only when it is
   * wanted, as it may take the whole text.
   */
  edit(): TextEdit | undefined;
}

/** The statuses of the records in the range that have a pair and no status. */
export function statusHintsIn(
  reading: ParsedDocument,
  range: Range,
  where: StatusHints,
  context: Context,
): StatusHint[] {
  if (where === 'off') return [];
  const inner = embeddedIn(reading, range).flatMap((one) => {
    const hints = statusHintsIn(one.document, one.range, where, context);
    return hints.flatMap((hint) => hintInFile(hint, one.map));
  });
  return [...ownHints(reading, range, where, context), ...inner];
}

function ownHints(
  reading: ParsedDocument,
  range: Range,
  where: StatusHints,
  context: Context,
): StatusHint[] {
  if (reading.reader.isCode && where === 'data') return [];
  return reading.records.flatMap((record) => hintFor(reading, record, range, context) ?? []);
}

/** A hint of an embedded text where it is in the file. */
function hintInFile(hint: StatusHint, map: OffsetMap): StatusHint[] {
  const place = map.rangeToOuter({ start: hint.offset, end: hint.offset });
  if (!place) return [];
  const edit = () => {
    const inner = hint.edit();
    return inner && map.editToOuter(inner);
  };
  return [{ ...hint, offset: place.start, edit }];
}

function hintFor(
  reading: ParsedDocument,
  record: StateRecord,
  range: Range,
  context: Context,
): StatusHint | undefined {
  const { relation, t } = context;
  const last = record.fields.at(-1);
  if (record.kind !== 'object' || !last || allFields(record).length < 2) return undefined;
  const offset = last.outer.end;
  if (offset < range.start || offset > range.end) return undefined;
  if (allFields(record).some(({ field }) => field === 'status')) return undefined;
  if (evidenceOf(relation, record) !== 'sure') return undefined;
  if (isKeyBegun(reading, record, offset)) return undefined;
  const row = knownRow(relation, record);
  const { vm_state, task_state } = row;
  if (vm_state === undefined || task_state === undefined) return undefined;
  const status = statusOf(relation, vm_state, task_state);
  if (status === undefined) return undefined;
  return {
    offset,
    label: `status: ${status}`,
    markdown: resultingStatus(relation, row, t).join(''),
    // It is written where the hint stands.
    edit: () => insertEdit(reading, record, 'status', status, context, true),
  };
}

/** Quotes with nothing in them, where a key begins: somebody is about to type one. */
const EMPTY_KEY = /[{,\n][ \t]*(?:""|'')[ \t]*(?:[},\r\n]|$)/;

/** How far round a pair a key that is being typed is looked for. */
const NEAR = 200;

function isKeyBegun({ source }: ParsedDocument, { range }: StateRecord, offset: number): boolean {
  const start = Math.max(range.start, offset - NEAR);
  return EMPTY_KEY.test(source.read(start, Math.min(range.end, offset + NEAR)));
}

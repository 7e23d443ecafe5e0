import type { PartialRow } from '../../model';
import type { ParsedDocument } from '../document/parsed-document';
import { evidenceOf } from '../records/evidence';
import { partialRow } from '../records/known-row';
import type { Context } from '../settings/context';

/** A record at a place of a text: what is known of it, and where it starts. */
export interface RecordAt {
  readonly row: PartialRow;
  readonly start: number;
}

/** The innermost record about a server that holds or touches the offset. */
export function recordAt(
  { records }: ParsedDocument,
  offset: number,
  { relation }: Context,
): RecordAt | undefined {
  const record = records.findLast(
    (candidate) =>
      candidate.range.start <= offset &&
      offset <= candidate.range.end &&
      evidenceOf(relation, candidate) !== 'none',
  );
  if (!record) return undefined;
  // Where a text begins with its record, the line of its first field is the one people look for.
  const start = record.fields[0]?.key.start ?? record.range.start;
  return { row: partialRow(relation, record), start };
}

/** Whether anything in the text is about a server. */
export function hasRecords({ records }: ParsedDocument, { relation }: Context): boolean {
  return records.some((record) => evidenceOf(relation, record) !== 'none');
}

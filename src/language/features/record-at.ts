import type { PartialRow } from '../../model';
import { embeddedAt } from '../document/embedded-document';
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
  reading: ParsedDocument,
  offset: number,
  context: Context,
): RecordAt | undefined {
  const inner = embeddedAt(reading, offset);
  const found = inner && recordAt(inner.document, inner.offset, context);
  const place = found && inner.map.rangeToOuter({ start: found.start, end: found.start });
  if (found && place) return { ...found, start: place.start };
  const { relation } = context;
  const { records } = reading;
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
export function hasRecords(reading: ParsedDocument, context: Context): boolean {
  return (
    reading.records.some((record) => evidenceOf(context.relation, record) !== 'none') ||
    reading.embedded.some(({ document }) => hasRecords(document, context))
  );
}

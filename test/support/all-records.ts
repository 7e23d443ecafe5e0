import type { ParsedDocument } from '../../src/language';
import type { StateRecord } from '../../src/language/records/record';

/** The records of a document and of the texts within it; the offsets are those of the text that each is in. */
export function allRecords(document: ParsedDocument | undefined): readonly StateRecord[] {
  if (!document) return [];
  return [...document.records, ...document.embedded.flatMap((one) => allRecords(one.document))];
}

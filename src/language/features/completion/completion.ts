import { embeddedAt } from '../../document/embedded-document';
import type { ParsedDocument } from '../../document/parsed-document';
import type { Context } from '../../settings/context';
import type { Completion, CompletionTrigger } from './completion-item';
import { inFile } from './embedded-completion';
import { completeFirstKey } from './first-key-completion';
import { completeKey } from './key-completion';
import { completeRecord } from './record-completion';
import { completeValue, valuePlaceAt } from './value-completion';

/**
 * Proposals for the value or key at the offset, or for a whole record; none where the text there is not about a
 * server. A record is proposed where one can begin, if `ecs` is typed there or nothing is and the user asks.
 */
export function completeAt(
  reading: ParsedDocument,
  offset: number,
  context: Context,
  trigger: CompletionTrigger,
): Completion[] {
  const inner = embeddedAt(reading, offset);
  if (inner) {
    return completeAt(inner.document, inner.offset, context, trigger)
      .flatMap((proposal) => inFile(proposal, inner.map))
      .filter((proposal) => isRound(proposal, offset) && isOnOneLine(reading, proposal));
  }
  if (reading.source.read(Math.max(0, offset - 1), offset + 1) === '\r\n') return [];
  const place = valuePlaceAt(reading, offset);
  const proposals = place
    ? completeValue(reading, place, context)
    : [
        ...keysAt(reading, offset, context),
        ...completeFirstKey(reading, offset, context, trigger),
        ...completeRecord(reading, offset, context, trigger),
      ];
  return proposals.filter((proposal) => replacesOne(reading, proposal));
}

/** A place can be none of its region, as the indentation of a block is: then the region was asked for the next one. */
function isRound({ start, end }: Completion, offset: number): boolean {
  return start <= offset && offset <= end;
}

function isOnOneLine({ source }: ParsedDocument, { start, end }: Completion): boolean {
  return !/[\n\r]/.test(source.read(start, end));
}

/** What is no value or key but several: a quote is missing somewhere, or it goes on in another line. */
const SEVERAL = /[\n\r,;{}[\]()]|:\s/;

function replacesOne(
  { source }: ParsedDocument,
  { kind, start, end, filterText, label }: Completion,
): boolean {
  const lead = kind === 'value' ? filterText.length - label.length : 0;
  return !SEVERAL.test(source.read(start + lead, end));
}

function keysAt(reading: ParsedDocument, offset: number, context: Context): Completion[] {
  const { languageId, reader, records, keys, tree } = reading;
  if (!context.proposeKeys || records.length === 0) return [];
  const slot = reader.keyPosition(reading.text, languageId, records, offset, keys);
  // A line can look like a place for a key and be part of a scalar that began on one above.
  const isText = slot && tree && reader.isText?.(tree, slot.outer.start);
  return slot && !isText ? completeKey(reading, slot, context) : [];
}

import { possibleValues } from '../../../model';
import type { ParsedDocument } from '../../document/parsed-document';
import { literalDocumentation } from '../../glossary/explanation';
import { evidenceOf, isTelling, lackingFields } from '../../records/evidence';
import { knownRow } from '../../records/known-row';
import type { Context } from '../../settings/context';
import type { KeyPosition } from '../../syntax/reader';
import { blankBehind, type Completion, isWritable, sortText } from './completion-item';

/** Proposals for the keys that the record at the slot lacks, with their value where that follows from the others. */
export function completeKey(
  reading: ParsedDocument,
  slot: KeyPosition,
  context: Context,
): Completion[] {
  const { relation, t } = context;
  const { record, outer, quote, hasValue, after } = slot;
  const sibling = record.fields.find(isTelling);
  if (!sibling || evidenceOf(relation, record) === 'none') return [];
  const { reader, keys } = reading;
  const row = knownRow(relation, record);
  const comment = hasValue ? '' : blankBehind(reading, outer.end);
  return lackingFields(record).map((field, index) => {
    const key = keys.respell(sibling.spelling, field);
    const writtenKey = reader.writeKey(key, quote, record);
    const values = possibleValues(relation, field, row);
    const [only] = values.length === 1 && values.every(isWritable) ? values : [];
    const value = only === undefined ? '' : reader.writeValue(only, '', record);
    const head = hasValue ? writtenKey : `${writtenKey}${reader.separator}${value}`;
    const tail = hasValue ? '' : after || !head.endsWith(' ') ? after + comment : '';
    return {
      kind: 'key',
      label: key,
      start: outer.start,
      end: outer.end,
      detail: only === undefined ? '' : (only ?? 'null'),
      ...(only !== undefined && { remark: t('Follows from the other fields') }),
      documentation: only === undefined ? '' : literalDocumentation(field, only, relation, row, t),
      insertText: head + tail,
      cursor: head.length,
      filterText: quote === '' ? key : `${quote}${key}`,
      sortText: sortText(index),
      ...(only === undefined && !hasValue && { continues: true as const }),
    };
  });
}

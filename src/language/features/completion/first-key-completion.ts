import { FIELDS, type Field } from '../../../model';
import { type ParsedDocument, readText } from '../../document/parsed-document';
import { fieldMeaningOf } from '../../glossary/glossary';
import type { Context } from '../../settings/context';
import type { RecordPosition } from '../../syntax/reader';
import { applied } from '../../text/edit';
import type { Range } from '../../text/range';
import { hasRecords } from '../record-at';
import { type Completion, type CompletionTrigger, sortText } from './completion-item';
import { NO_RECORD, slotAt, spellingIn } from './record-completion';

/** A text that has nothing yet: blanks and brackets, behind the name of an object in code. */
const NAMED = /^(?:export )?(?:default|(?:const|let|var) [\w$]{1,64} =)/;
const BLANK = /^[\s{}[\]();,]*$/;
const LONGEST_EMPTY = 1000;
/** A longer text is not read again for each key: that would be felt. */
const LONGEST_TEXT = 100_000;
/** What is typed of a key before the offset: its beginning, which no other word has, or a quote and as much as one likes. */
const TYPED = /(?:^|[^\w$"'`.:-])(O[A-Za-z:_-]{0,31}|"[A-Za-z:_-]{0,31})?$/;
/** The other quote, which the editor has typed. */
const CLOSING = /^"/;
/** A mapping of YAML begins with its first key, an object of the others with a brace. */
const BRACE = '{';

/**
 * Proposals for the first key of a record, where the user asks in a place for one with nothing in it; only in a text
 * that has records of servers, or nothing at all.
 */
export function completeFirstKey(
  reading: ParsedDocument,
  offset: number,
  context: Context,
  trigger: CompletionTrigger,
): Completion[] {
  const isAsked = context.proposeKeys && reading.source.length <= LONGEST_TEXT;
  const word = isAsked ? wordAt(reading, offset) : undefined;
  if (!word) return [];
  const typed = reading.source.read(word.start, offset);
  // What a server has in it is another thing.
  const isInServer = reading.records.some(
    ({ kind, range }) => kind === 'object' && range.start < word.start && offset < range.end,
  );
  const isEvident = !isInServer && hasRecords(reading, context);
  if (trigger === 'character' && (typed === '' || (typed === '"' && !isEvident))) return [];
  // The place is looked at as if nothing had been typed there yet.
  const bare = withoutWord(reading, word);
  if (!bare || !(isBlank(bare) || isEvident)) return [];
  const slot = slotAt(bare, { start: word.start, end: word.start });
  const isWhole = slot?.open.startsWith(BRACE) === true;
  // A whole object is begun only where the text has none: elsewhere a value of any kind can be meant.
  if (!slot || (isWhole && bare.text.trim() !== '')) return [];
  return FIELDS.flatMap((field, index) =>
    firstKey(bare, word, slot, isWhole, field, index, context),
  )
    .filter(({ label }) => label.startsWith(typed.replace('"', '')))
    .map((proposal) =>
      typed.startsWith('"') ? { ...proposal, filterText: `"${proposal.label}` } : proposal,
    );
}

function wordAt({ source }: ParsedDocument, offset: number): Range | undefined {
  const found = TYPED.exec(source.read(Math.max(0, offset - 40), offset));
  if (!found) return undefined;
  const [, typed = ''] = found;
  const isQuoted = typed.startsWith('"') && CLOSING.test(source.read(offset, offset + 1));
  return { start: offset - typed.length, end: offset + (isQuoted ? 1 : 0) };
}

function withoutWord(reading: ParsedDocument, word: Range): ParsedDocument | undefined {
  if (word.start === word.end) return reading;
  const { text, languageId, keys, source } = reading;
  // What is typed here is looked for in small texts only.
  if (source.length > LONGEST_EMPTY) return undefined;
  return readText(applied(text, [{ ...word, newText: '' }]), languageId, keys);
}

function isBlank({ text, source }: ParsedDocument): boolean {
  return source.length <= LONGEST_EMPTY && BLANK.test(text.trim().replace(NAMED, ''));
}

function firstKey(
  reading: ParsedDocument,
  word: Range,
  { quote }: RecordPosition,
  isWhole: boolean,
  field: Field,
  index: number,
  context: Context,
): Completion[] {
  const { reader, keys } = reading;
  const key = keys.respell(spellingIn(reading), field);
  const plainKey = reader.writeKey(key, '', NO_RECORD);
  const writtenKey = plainKey === key ? key : reader.writeKey(key, quote, NO_RECORD);
  const head = `${isWhole ? '{ ' : ''}${writtenKey}${reader.separator}`;
  const tail = isWhole ? ' }' : '';
  const state = context.relation.values[field].find((value) => value !== null) ?? '';
  const value = reader.writeValue(state, quote, NO_RECORD);
  if (!isRead(reading, word.start, head + value + tail, field)) return [];
  return [
    {
      kind: 'key',
      label: key,
      ...word,
      detail: '',
      documentation: fieldMeaningOf(field, context.t),
      insertText: head + tail,
      cursor: head.length,
      filterText: key,
      sortText: sortText(index),
      // A status by itself may be anything's.
      ...(field !== 'status' && { continues: true as const }),
      expires: true,
    },
  ];
}

/** Whether the text with the key in it has one record more, with that field alone. */
function isRead(
  { text, languageId, keys, records }: ParsedDocument,
  start: number,
  newText: string,
  field: Field,
): boolean {
  const changed = readText(applied(text, [{ start, end: start, newText }]), languageId, keys);
  if (changed?.records.length !== records.length + 1) return false;
  return changed.records.some(
    ({ kind, fields: [only, ...more] }) =>
      kind === 'object' && more.length === 0 && only?.field === field && only.key.start >= start,
  );
}

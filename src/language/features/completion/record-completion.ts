import type { Field, Row } from '../../../model';
import { type ParsedDocument, readText } from '../../document/parsed-document';
import { evidenceOf, isTelling } from '../../records/evidence';
import type { StateRecord } from '../../records/record';
import type { Context } from '../../settings/context';
import type { RecordPosition } from '../../syntax/reader';
import { applied } from '../../text/edit';
import type { Range } from '../../text/range';
import {
  type Completion,
  type CompletionTrigger,
  isWritable,
  type Template,
} from './completion-item';

/** What is typed for a record: this, and as much as one likes of the name of one. */
const PREFIX = 'ecs';
/** Names of records before the offset, and what no name begins behind. */
const TYPED = /(?:^|[^\p{L}\p{N}_$"'`.-])((?:ecs[a-z-]*)?)$/u;
const LONGEST_TYPED = 32;
/** What a name goes on with. */
const REST = /^[\p{L}\p{N}_$"'`-]/u;
/** The key that is written where the text has none yet. */
const SPELLING = 'OS-EXT-STS:vm_state';
/** The order in which the fields are written: what the API shows first. */
const ORDER: readonly Field[] = ['status', 'vm_state', 'task_state'];
/** Stands for the record of a key or value that is written where there is none yet. */
export const NO_RECORD: StateRecord = { kind: 'object', range: { start: 0, end: 0 }, fields: [] };

/** A record with one choice, from which the other fields follow. */
interface Choice {
  readonly label: string;
  readonly chosen: Field;
  readonly rows: readonly Row[];
  readonly remark: string;
  readonly documentation: string;
}

/** Proposals for whole records, if one can begin at the offset and `ecs` is typed there, or nothing is. */
export function completeRecord(
  reading: ParsedDocument,
  offset: number,
  context: Context,
  trigger: CompletionTrigger,
): Completion[] {
  const word = wordAt(reading, offset);
  if (!word) return [];
  const typed = reading.source.read(word.start, word.end);
  if (typed === '' && trigger === 'character') return [];
  const choices = choicesOf(context).filter(
    ({ label, rows }) => label.startsWith(typed) && rows.length > 0,
  );
  const slot = choices.length > 0 ? slotAt(reading, word) : undefined;
  if (!slot) return [];
  const completions = choices.map((choice, index): Completion => {
    const template = templateOf(reading, slot, choice);
    return {
      kind: 'record',
      label: choice.label,
      ...word,
      detail: '',
      remark: choice.remark,
      documentation: choice.documentation,
      insertText: expanded(template, 0),
      template,
      // Where nothing is typed yet, `server` must not find it either, which most editors would let it.
      filterText: typed === '' ? PREFIX : choice.label,
      sortText: `~${index}`,
      ...(typed === '' && { expires: true as const }),
    };
  });
  return isRead(reading, word, completions[0]?.insertText ?? '', context) ? completions : [];
}

/** The text with one of its choices made, by its index. */
export function expanded({ parts }: Template, index: number): string {
  return parts.map((part) => (typeof part === 'string' ? part : (part[index] ?? ''))).join('');
}

/** What is typed of a record's name, which ends at the offset; empty where nothing is, undefined in other words. */
function wordAt({ source }: ParsedDocument, offset: number): Range | undefined {
  const before = source.read(Math.max(0, offset - LONGEST_TYPED), offset);
  const typed = TYPED.exec(before)?.[1];
  if (typed === undefined || REST.test(source.read(offset, offset + 2))) return undefined;
  return { start: offset - typed.length, end: offset };
}

/** How a record is written in place of a word; undefined where none can begin. */
export function slotAt(
  { text, languageId, reader }: ParsedDocument,
  word: Range,
): RecordPosition | undefined {
  try {
    return reader.recordPosition(text, languageId, word);
  } catch {
    // Thousands of nested levels overflow the parser's stack.
    return undefined;
  }
}

function choicesOf({ relation, t }: Context): Choice[] {
  const rows = relation.rows.filter((row) => Object.values(row).every(isWritable));
  const stable = rows.filter(({ task_state }) => task_state === null);
  // For each task the first row that has it: of several vm_states one that is possible.
  const tasks = relation.values.task_state.flatMap(
    (task) => rows.find(({ task_state }) => task !== null && task_state === task) ?? [],
  );
  return [
    {
      label: 'ecs-server',
      chosen: 'vm_state',
      rows: stable,
      remark: t('Server record'),
      documentation: t('A server that nothing is being done to: choose vm_state, status follows.'),
    },
    {
      label: 'ecs-server-task',
      chosen: 'task_state',
      rows: tasks,
      remark: t('Server record with a task'),
      documentation: t(
        'A server with a task in progress: choose task_state, vm_state and status follow.',
      ),
    },
  ];
}

function templateOf(
  reading: ParsedDocument,
  { open, between, close, quote }: RecordPosition,
  { chosen, rows }: Choice,
): Template {
  const { reader, keys } = reading;
  const spelling = spellingIn(reading);
  const write = (value: string | null) => reader.writeValue(value, quote, NO_RECORD);
  // The quotes are the same whatever is chosen, and are no part of the choice.
  const mark = quote || (/^["']/.exec(write('a'))?.[0] ?? '');
  const choices = rows.map((row) => row[chosen] ?? '');
  const parts = ORDER.flatMap((field, index): Template['parts'] => {
    const key = keys.respell(spelling, field);
    const plainKey = reader.writeKey(key, '', NO_RECORD);
    const writtenKey = plainKey === key ? key : reader.writeKey(key, quote, NO_RECORD);
    const before = `${index === 0 ? open : between}${writtenKey}${reader.separator}`;
    if (rows.every((row) => row[field] === null)) return [before + write(null)];
    const values = field === chosen ? choices : rows.map((row) => row[field] ?? '');
    return [before + mark, values, mark];
  });
  return { choices, parts: [...parts, close] };
}

/** How a key is spelled in the text; as the API does where it has none. */
export function spellingIn({ records }: ParsedDocument): string {
  const written = records
    .flatMap(({ fields }) => fields)
    .find((field) => isTelling(field) && !field.notified);
  return written?.spelling ?? SPELLING;
}

/** Whether the text with the record in it has just that record more: where it is text or a comment, it has not. */
function isRead(
  reading: ParsedDocument,
  word: Range,
  newText: string,
  { relation }: Context,
): boolean {
  const { text, languageId, keys, records } = reading;
  const changed = readText(applied(text, [{ ...word, newText }]), languageId, keys);
  if (changed?.records.length !== records.length + 1) return false;
  // Where it would be the value of a state, that state is gone.
  if (statesIn(changed.records) !== statesIn(records) + ORDER.length) return false;
  const end = word.start + newText.length;
  return changed.records.some(
    (record) =>
      record.kind === 'object' &&
      record.fields.length === ORDER.length &&
      record.fields.every(({ key, outer }) => word.start <= key.start && outer.end <= end) &&
      evidenceOf(relation, record) !== 'none',
  );
}

function statesIn(records: readonly StateRecord[]): number {
  return records.flatMap(({ fields }) => fields).filter(({ value }) => value.kind !== 'opaque')
    .length;
}

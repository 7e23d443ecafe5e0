import {
  type Dialect,
  FIELDS,
  type Field,
  isLiteral,
  matchingRows,
  nullFirst,
  type PartialRow,
  possibleValues,
  type Relation,
  type Row,
  statusOf,
} from '../../model';
import type { Translate } from '../text/localize';
import { culpritsOf, resultingStatus } from './explanation';
import { fieldMeaningOf, meaningOf, operationOf, roleOf } from './glossary';
import { pitfallOf } from './pitfalls';
import { referenceTo } from './reference';
import { progressOf, progressText } from './what-now';
import { choice, enumerate, fieldList, inCode, type Value, written } from './written-names';

/** What a hover is about: a literal of a field, or the field itself where there is no known value. */
export interface HoverSubject {
  readonly field: Field;
  readonly value?: Value | undefined;
  /** What is wrong with the text that stands there, where it is not the value; a sentence of Markdown. */
  readonly verdict?: string | undefined;
}

/** A hover is read at a glance: lines beyond this are left out and counted. */
const MOST_LINES = 10;
/** Names in a line, likewise. */
const MOST_NAMES = 10;

/**
 * The explanation of a literal or key, as Markdown: the verdict on its record, if that is impossible, its meaning, what
 * people get wrong about it, what to wait for, and the rows it is in. Of what stands in the document only literals of
 * the relation are repeated, so there is nothing in it that a document could inject.
 * @param others the record's other fields, as far as they are known
 */
export function hoverMarkdown(
  subject: HoverSubject,
  relation: Relation,
  others: PartialRow,
  t: Translate,
  dialect: Dialect = 'huaweicloud',
): string {
  const { field, value, verdict } = subject;
  const known = onlyLiterals(relation, { ...others, [field]: undefined });
  const sections =
    value !== undefined && isLiteral(relation, field, value)
      ? literalSections(field, value, relation, known, t)
      : fieldSections(field, relation, known, t);
  const remark = verdict === undefined ? [] : [`⚠ ${verdict}`];
  return [...remark, ...sections, referenceTo(dialect, t)].join('\n\n');
}

function literalSections(
  field: Field,
  value: Value,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string[] {
  const own: PartialRow = { [field]: value };
  const record = { ...others, ...own };
  const possible = matchingRows(relation, record);
  const rows = possible.length > 0 ? possible : matchingRows(relation, own);
  const groups = groupsOf(field, rows);
  const isListed = groups.length > 1;
  const progress = progressSection(relation, record, t);
  const pitfall = pitfallOf(field, value, relation, others, t);
  const above = [
    titleOf(field, value, progress.length > 0, t),
    ...(possible.length > 0 ? [] : [`⚠ ${verdictOn(own, relation, others, t)}`]),
    meaningOf(field, value, t),
    ...progress,
    ...(pitfall && !(pitfall.isInRows && isListed) ? [`> ${pitfall.text}`] : []),
  ].filter((section) => section !== '');
  // Where only the status is wrong, the verdict says what the rows would.
  const isStatusWrong = possible.length === 0 && followingStatus(relation, record) !== undefined;
  if (isStatusWrong && field !== 'status') return above;
  if (isListed) return [...above, listOf(groups, MOST_LINES - above.length - 1, t)];
  return [...above, ...onlyGroup(relation, rows, possible.length > 0 ? record : own, t)];
}

function titleOf(field: Field, value: Value, hasProgress: boolean, t: Translate): string {
  const title = `${inCode(value)} — ${field}`;
  const operation = operationOf(field, value, t);
  // Where a line says what is in progress, the title need not.
  return operation.id === 'none' || hasProgress ? title : `${title} · ${operation.name}`;
}

/** Why a record is impossible: the status that would follow, or the fields that the literal contradicts. */
function verdictOn(own: PartialRow, relation: Relation, others: PartialRow, t: Translate): string {
  const status = followingStatus(relation, { ...others, ...own });
  return status === undefined
    ? t('Not possible together with {0}.', fieldList(culpritsOf(own, relation, others), t))
    : t('status should be {0}.', inCode(status));
}

/** The status that follows from a pair, if that is known and exists. */
function followingStatus(
  relation: Relation,
  { vm_state, task_state }: PartialRow,
): string | undefined {
  return vm_state !== undefined && task_state !== undefined
    ? statusOf(relation, vm_state, task_state)
    : undefined;
}

/** Which operation is in progress in a record whose pair is known, and what to wait for. */
function progressSection(
  relation: Relation,
  { vm_state, task_state }: PartialRow,
  t: Translate,
): string[] {
  if (vm_state === undefined || task_state === undefined || task_state === null) return [];
  const isPair = statusOf(relation, vm_state, task_state) !== undefined;
  const progress = isPair ? progressOf(relation, { vm_state, task_state }, t) : undefined;
  if (!progress) return [];
  const sentences = progressText(progress, task_state, t, (name, isOwn) =>
    isOwn ? `**${inCode(name)}**` : inCode(name),
  );
  return [sentences.reduce((left, right) => t('{0} {1}', left, right))];
}

/** Rows with the same status, or the same vm_state where the status is what the hover is about. */
interface Group {
  readonly of: Value;
  readonly members: readonly Value[];
}

function groupsOf(field: Field, rows: readonly Row[]): Group[] {
  const by = field === 'status' ? 'vm_state' : 'status';
  const listed = field === 'task_state' ? 'vm_state' : 'task_state';
  const groups = new Map<string, Value[]>();
  for (const row of nullFirst(rows, ({ task_state }) => task_state)) {
    const members = groups.get(row[by]) ?? [];
    groups.set(row[by], [...members, row[listed]]);
  }
  return [...groups].map(([of, members]) => ({ of, members }));
}

function listOf(groups: readonly Group[], most: number, t: Translate): string {
  const shown = groups.length <= most ? groups : groups.slice(0, most - 1);
  const lines = shown.map(
    ({ of, members }) => `- ${inCode(of)}: ${shortList(members.map(inCode), enumerate, t)}`,
  );
  const left = groups.length - shown.length;
  return [...lines, ...(left > 0 ? [`- ${t('… and {0} more', left)}`] : [])].join('\n');
}

/** Names in one line, the first few of them where there are many. */
function shortList(names: readonly string[], join: typeof enumerate, t: Translate): string {
  if (names.length <= MOST_NAMES) return join(names, t);
  const shown = names.slice(0, MOST_NAMES - 1);
  return t('{0} (and {1} more)', enumerate(shown, t), names.length - shown.length);
}

/** What the fields are that the record leaves open, where that takes no list; none where it has them all. */
function onlyGroup(
  relation: Relation,
  rows: readonly Row[],
  record: PartialRow,
  t: Translate,
): string[] {
  const open = FIELDS.filter((field) => record[field] === undefined).map((field) => ({
    field,
    values: [...new Set<Value>(nullFirst(rows.map((row) => row[field])))],
  }));
  // What is the same in all rows is said before what differs.
  const [first, second] = open
    .sort((a, b) => a.values.length - b.values.length)
    .map(({ field, values }) => `${field} ${shortList(values.map(inCode), choice, t)}`);
  if (first === undefined) return [];
  if (open.length === 1 && record.status === undefined) return resultingStatus(relation, record, t);
  return [t('Only with {0}.', second === undefined ? first : t('{0} and {1}', first, second))];
}

function fieldSections(
  field: Field,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string[] {
  const values: readonly Value[] = possibleValues(relation, field, others);
  const result = field === 'status' ? resultingStatus(relation, others, t) : [];
  return [
    `\`${field}\` — ${roleOf(field, t)}`,
    fieldMeaningOf(field, t),
    ...(result.length > 0 ? result : [allowedValues(values, others, t)]),
    ...progressSection(relation, field === 'status' ? others : {}, t),
  ];
}

function allowedValues(values: readonly Value[], others: PartialRow, t: Translate): string {
  if (values.length === 0) return t('No value goes with {0}.', fieldList(others, t));
  const list = enumerate(nullFirst(values, (value) => value).map(written), t);
  return Object.keys(others).length === 0 ? t('Values: {0}', list) : t('Possible here: {0}', list);
}

function onlyLiterals(relation: Relation, row: PartialRow): PartialRow {
  const entries = (Object.entries(row) as [Field, Value | undefined][]).filter(
    ([field, value]) => value !== undefined && isLiteral(relation, field, value),
  );
  return Object.fromEntries(entries);
}

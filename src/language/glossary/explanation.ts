import {
  type Dialect,
  FIELDS,
  type Field,
  isLiteral,
  isPossible,
  matchingRows,
  nullFirst,
  type PartialRow,
  possibleValues,
  type Relation,
  type Row,
  statusOf,
} from '../../model';
import type { Translate } from '../text/localize';
import { fieldMeaningOf, meaningOf, operationOf, roleOf } from './glossary';
import { pitfallOf } from './pitfalls';

/** What a hover is about: a literal of a field, or the field itself where there is no known value. */
export interface HoverSubject {
  readonly field: Field;
  readonly value?: string | null | undefined;
}

type Value = string | null;

/** Rows shown before the table is cut. */
const MOST_ROWS = 8;

/** The official pages; Huawei Cloud's is a key for translation, as each language has a page of its own. */
const HUAWEI_CLOUD_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html';
const NOVA_PAGE = 'https://docs.openstack.org/nova/latest/reference/vm-states.html';

/**
 * The explanation of a literal or key, as Markdown. Of what stands in the document only literals of the
 * relation are repeated, so there is nothing in it that a document could inject.
 * @param others the record's other fields, as far as they are known
 */
export function hoverMarkdown(
  subject: HoverSubject,
  relation: Relation,
  others: PartialRow,
  t: Translate,
  dialect: Dialect = 'huaweicloud',
): string {
  const { field, value } = subject;
  const known = onlyLiterals(relation, { ...others, [field]: undefined });
  const sections =
    value !== undefined && isLiteral(relation, field, value)
      ? literalSections(field, value, relation, known, t)
      : fieldSections(field, relation, known, t);
  return [...sections, referenceTo(dialect, t)].join('\n\n');
}

/** The link to the official page, which for Huawei Cloud is always that of the newest edition. */
function referenceTo(dialect: Dialect, t: Translate): string {
  switch (dialect) {
    case 'openstack':
      return `[${t('OpenStack Nova: virtual machine states')}](${NOVA_PAGE})`;
    case 'huaweicloud-2022':
      return `[${t('Huawei Cloud: ECS statuses (current edition)')}](${t(HUAWEI_CLOUD_PAGE)})`;
    case 'huaweicloud':
      return `[${t('Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)')}](${t(HUAWEI_CLOUD_PAGE)})`;
  }
}

/** Meaning and pitfall of a literal, as Markdown; `''` for a name that the field does not have. */
export function literalDocumentation(
  field: Field,
  value: Value,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string {
  return explanation(field, value, relation, others, t).join('\n\n');
}

function literalSections(
  field: Field,
  value: Value,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string[] {
  const operation = operationOf(field, value, t);
  const title = `${inCode(value)} — ${field}`;
  const own: PartialRow = { [field]: value };
  const record = { ...others, ...own };
  const rows = matchingRows(relation, record);
  return [
    operation.id === 'none' ? title : `${title} · ${operation.name}`,
    ...(rows.length > 0
      ? []
      : [
          `⚠ ${t('Not possible together with {0}.', fieldList(culpritsOf(own, relation, others), t))}`,
        ]),
    ...explanation(field, value, relation, others, t),
    ...table(rows.length > 0 ? rows : matchingRows(relation, own), record, t),
    ...resultingStatus(relation, record, t),
  ];
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
  ];
}

function explanation(
  field: Field,
  value: Value,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string[] {
  const pitfall = pitfallOf(field, value, relation, others, t);
  const parts = [meaningOf(field, value, t), pitfall === undefined ? '' : `> ${pitfall}`];
  return parts.filter((part) => part !== '');
}

function allowedValues(values: readonly Value[], others: PartialRow, t: Translate): string {
  if (values.length === 0) return t('No value goes with {0}.', fieldList(others, t));
  const list = enumerate(nullFirst(values, (value) => value).map(written), t);
  return Object.keys(others).length === 0 ? t('Values: {0}', list) : t('Possible here: {0}', list);
}

/** Names the fields that alone rule the literal out; all of them where it takes them together. Plain text. */
export function contradictionOf(
  own: PartialRow,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string {
  const blamed = culpritsOf(own, relation, others);
  const present = FIELDS.flatMap((field) => {
    const value = blamed[field];
    return value === undefined ? [] : [`${field} ${value}`];
  });
  return t('contradicts {0}', enumerate(present, t));
}

function culpritsOf(own: PartialRow, relation: Relation, others: PartialRow): PartialRow {
  const entries = Object.entries(others);
  const culprits = entries.filter(
    ([field, value]) => !isPossible(relation, { ...own, [field]: value }),
  );
  return Object.fromEntries(culprits.length > 0 ? culprits : entries);
}

/** The sentence on the status that a pair shows; none where the pair is not known or shows none. */
export function resultingStatus(relation: Relation, record: PartialRow, t: Translate): string[] {
  const { vm_state, task_state } = record;
  if (vm_state === undefined || task_state === undefined) return [];
  const status = statusOf(relation, vm_state, task_state);
  if (status === undefined) return [];
  const [state, task] = [named('vm_state', vm_state), named('task_state', task_state)];
  return [t('{0} with {1} shows status {2}.', state, task, `**${written(status)}**`)];
}

/** A table of rows, those without a task first, with what the record has in bold. */
function table(rows: readonly Row[], record: PartialRow, t: Translate): string[] {
  const sorted = nullFirst(rows, ({ task_state }) => task_state);
  // To say that there is one more takes as much room as to show it.
  const shown = sorted.length <= MOST_ROWS + 1 ? sorted : sorted.slice(0, MOST_ROWS);
  const lines = [
    FIELDS,
    FIELDS.map(() => '---'),
    ...shown.map((row) =>
      FIELDS.map((field) => {
        const cell = written(row[field]);
        return record[field] === row[field] ? `**${cell}**` : cell;
      }),
    ),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const left = sorted.length - shown.length;
  return [lines.join('\n'), ...(left > 0 ? [t('… and {0} more', left)] : [])];
}

function fieldList(fields: PartialRow, t: Translate): string {
  const present = FIELDS.flatMap((field) => {
    const value = fields[field];
    return value === undefined ? [] : [named(field, value)];
  });
  return enumerate(present, t);
}

function enumerate([first = '', ...rest]: readonly string[], t: Translate): string {
  return rest.reduce((list, item) => t('{0}, {1}', list, item), first);
}

function named(field: Field, value: Value): string {
  return `${field} ${written(value)}`;
}

/** A name in code font; as it is to be seen where it cannot be in that. */
function inCode(value: Value): string {
  const isPlain = value === null || /^[\p{L}\p{N}_ -]+$/u.test(value);
  return isPlain ? `\`${value}\`` : written(value);
}

/** A name as it is to be seen; the settings can add rows with any, which are to be no Markdown. */
function written(value: Value): string {
  return value?.replace(/\s+/g, ' ').replace(/[^\p{L}\p{N}_ -]/gu, '\\$&') ?? '`null`';
}

function onlyLiterals(relation: Relation, row: PartialRow): PartialRow {
  const entries = (Object.entries(row) as [Field, Value | undefined][]).filter(
    ([field, value]) => value !== undefined && isLiteral(relation, field, value),
  );
  return Object.fromEntries(entries);
}

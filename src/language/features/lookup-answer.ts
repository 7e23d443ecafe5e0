import {
  FIELDS,
  type Field,
  isLiteral,
  isPossible,
  matchingRows,
  nearestRows,
  type PartialRow,
  type Row,
} from '../../model';
import { rowMessages } from '../diagnostics/record-findings';
import { literalDocumentation } from '../glossary/explanation';
import { problemOf, UNKNOWN_VALUE_RULES } from '../rules/record/unknown-value';
import type { Context } from '../settings/context';

/** Rows beyond this are counted, not listed. */
const MOST_ROWS = 60;
/** Longest name that is repeated in an answer. */
const LONGEST_NAME = 64;

/**
 * What is to be said of the states that someone asks about, as text: which rows there are with them, or why there
 * are none.
 * @param question any value; what is no state in it is not looked at
 */
export function answerText(question: unknown, context: Context): string {
  const { relation, t } = context;
  const asked = askedRow(question);
  const unknown = FIELDS.filter((field) => {
    const value = asked[field];
    return value !== undefined && !isLiteral(relation, field, value);
  });
  if (unknown.length > 0) {
    return unknown.map((field) => unknownText(field, asked, context)).join('\n\n');
  }
  if (!isPossible(relation, asked)) {
    const near = listText(nearestRows(relation, asked), context);
    return [...rowMessages(asked, relation, t), t('The nearest that there are:'), near].join(
      '\n\n',
    );
  }
  const meanings = FIELDS.flatMap((field) => {
    const value = asked[field];
    const text = value === undefined ? '' : literalDocumentation(field, value, relation, asked, t);
    return text === '' ? [] : [`${field} ${value}: ${text.replaceAll('\n\n> ', ' ')}`];
  });
  return [listText(matchingRows(relation, asked), context), ...meanings].join('\n\n');
}

/** What was asked, as far as it makes sense. */
function askedRow(question: unknown): PartialRow {
  if (typeof question !== 'object' || question === null) return {};
  const given = question as Readonly<Record<string, unknown>>;
  const row: { -readonly [F in Field]?: string | null } = {};
  for (const field of FIELDS) {
    const value = given[field];
    const isNone =
      field === 'task_state' && (value === null || /^(?:null|none|)$/i.test(String(value)));
    if (isNone && value !== undefined) row[field] = null;
    else if (typeof value === 'string') row[field] = value.slice(0, LONGEST_NAME);
  }
  return row as PartialRow;
}

function unknownText(field: Field, asked: PartialRow, { relation, t }: Context): string {
  const name = asked[field] ?? '';
  const problem = problemOf(field, name, relation, {});
  const message = UNKNOWN_VALUE_RULES[field].message(problem, t);
  const values: readonly (string | null)[] = relation.values[field];
  return `${message}\n\n${field}: ${values.map(String).join(', ')}`;
}

function listText(rows: readonly Row[], { t }: Context): string {
  const lines = rows
    .slice(0, MOST_ROWS)
    .map((row) => `- ${FIELDS.map((field) => `${field} ${row[field]}`).join(', ')}`);
  const left = rows.length - lines.length;
  return [...lines, ...(left > 0 ? [t('… and {0} more', left)] : [])].join('\n');
}

import {
  changedFields,
  FIELDS,
  type Field,
  isLiteral,
  matchingRows,
  meantName,
  nearestRows,
  type PartialRow,
  type Relation,
  type Row,
} from '../../model';
import { rowMessages } from '../diagnostics/record-findings';
import { type Change, titleOf } from '../glossary/change-title';
import { meaningOf } from '../glossary/glossary';
import { pitfallOf } from '../glossary/pitfalls';
import { progressOf, progressText } from '../glossary/what-now';
import { problemOf, UNKNOWN_VALUE_RULES } from '../rules/record/unknown-value';
import type { Translate } from '../text/localize';

/** A change that makes a record possible, and the row it then is. */
export interface WayOut {
  readonly title: string;
  readonly row: Row;
}

/**
 * What there is to say of a record.
 * - `one`: it is one row of the mapping
 * - `some`: it is not known whole, and several rows are left
 * - `none`: it is impossible
 */
export interface RecordView {
  readonly kind: 'one' | 'some' | 'none';
  /** What is known of it, in reading order. */
  readonly values: readonly { readonly field: Field; readonly value: string | null }[];
  /** What is the matter, in a sentence. */
  readonly verdict: string;
  /** What more there is to know: meanings and pitfalls. */
  readonly remarks: readonly string[];
  /** The rows that agree with it. */
  readonly rows: readonly Row[];
  /** Where there are none because its vm_state never goes with its task: that state, unless it would be right alone. */
  readonly wrongState?: string | undefined;
  /** Where there are none: what would make it possible, the fewest changes first. */
  readonly waysOut: readonly WayOut[];
}

/** A longer list of ways out helps nobody to choose. */
const MOST_WAYS = 6;

/** Says of a record what it is; undefined where nothing is known of it. */
export function viewRecord(
  relation: Relation,
  row: PartialRow,
  t: Translate,
): RecordView | undefined {
  const values = FIELDS.flatMap((field) => {
    const value = row[field];
    return value === undefined ? [] : [{ field, value }];
  });
  if (values.length === 0) return undefined;
  const rows = matchingRows(relation, row);
  const [first, second] = rows;
  const common = { values, rows, waysOut: [] };
  if (first === undefined) {
    const waysOut = waysOutOf(relation, row, t);
    const verdict = faultOf(relation, row, t);
    const wrongState = wrongStateOf(relation, row, waysOut);
    return { ...common, kind: 'none', verdict, remarks: [], waysOut, wrongState };
  }
  if (second === undefined) {
    const { vm_state, task_state, status } = first;
    const verdict = t(
      '{0} with {1} shows status {2}.',
      `vm_state ${vm_state}`,
      `task_state ${task_state}`,
      status,
    );
    return { ...common, kind: 'one', verdict, remarks: remarksOn(relation, first, t) };
  }
  const verdict = t('{0} rows agree with what is written.', rows.length);
  return { ...common, kind: 'some', verdict, remarks: [] };
}

function wrongStateOf(
  relation: Relation,
  { vm_state, task_state }: PartialRow,
  waysOut: readonly WayOut[],
): string | undefined {
  if (vm_state === undefined || task_state === undefined) return undefined;
  if (matchingRows(relation, { vm_state, task_state }).length > 0) return undefined;
  const isRightAlone = waysOut.some(
    ({ row }) => row.vm_state === vm_state && row.task_state === null,
  );
  return isRightAlone ? undefined : vm_state;
}

/** The task says most; where there is none, the state does. */
function remarksOn(relation: Relation, row: Row, t: Translate): string[] {
  const { vm_state, task_state } = row;
  const [field, value] =
    task_state === null ? (['vm_state', vm_state] as const) : (['task_state', task_state] as const);
  const progress = progressOf(relation, row, t);
  return [
    meaningOf(field, value, t),
    ...(progress ? progressText(progress, task_state ?? '', t, (name) => name) : []),
    pitfallOf(field, value, relation, row, t)?.text ?? '',
  ].filter(Boolean);
}

function faultOf(relation: Relation, row: PartialRow, t: Translate): string {
  const unknown = unknownFields(relation, row);
  if (unknown.length === 0) return rowMessages(row, relation, t).join(' ');
  const entries = Object.entries(row) as [Field, string | null][];
  const known = Object.fromEntries(
    entries.filter(([field, value]) => isLiteral(relation, field, value)),
  );
  return unknown
    .map(({ field, name }) => {
      const problem = problemOf(field, name, relation, known);
      return UNKNOWN_VALUE_RULES[field].message(problem, t);
    })
    .join(' ');
}

function waysOutOf(relation: Relation, row: PartialRow, t: Translate): WayOut[] {
  const meant = meantRow(relation, row);
  // Nobody knows what an unknown vm_state was meant for: where the others leave several, none is likelier.
  if (row.vm_state !== undefined && meant.vm_state === undefined) {
    const left = new Set(matchingRows(relation, meant).map(({ vm_state }) => vm_state));
    if (left.size > 1) return [];
  }
  const ways = new Map<string, WayOut>();
  for (const near of nearestRows(relation, meant)) {
    const change: Change = Object.fromEntries(
      changedFields(near, row).map((field) => [field, near[field]]),
    );
    const title = titleOf(change, t);
    if (!ways.has(title)) ways.set(title, { title, row: near });
  }
  // That no task is in progress is what most servers have in common.
  const rank = (way: WayOut) => (way.row.task_state === null ? 0 : 1);
  return [...ways.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_WAYS);
}

/** The row with what its unknown names were meant for; without them where nobody knows. */
function meantRow(relation: Relation, row: PartialRow): PartialRow {
  const meant: { -readonly [F in Field]?: string | null } = { ...row };
  for (const { field, name } of unknownFields(relation, row)) {
    const likely = meantName(relation, field, name);
    if (likely === undefined) delete meant[field];
    else meant[field] = likely;
  }
  return meant as PartialRow;
}

function unknownFields(relation: Relation, row: PartialRow): { field: Field; name: string }[] {
  return FIELDS.flatMap((field) => {
    const name = row[field];
    return typeof name === 'string' && !isLiteral(relation, field, name) ? [{ field, name }] : [];
  });
}

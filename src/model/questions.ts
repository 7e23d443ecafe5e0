import { FIELDS, type Field, type PartialRow, type Relation, type Row } from './relation';

/** More different records than any relation has; what is asked beyond that is made up. */
const MOST_ANSWERS = 20_000;

/** Whether the row has the same value as the partial row in every field the partial row has. */
function agrees(row: Row, partial: PartialRow): boolean {
  return FIELDS.every((field) => partial[field] === undefined || partial[field] === row[field]);
}

/** The rows that agree with all fields that are present; all rows for an empty partial row. */
export function matchingRows(relation: Relation, partial: PartialRow): readonly Row[] {
  return relation.rows.filter((row) => agrees(row, partial));
}

const answers = new WeakMap<Relation, Map<string, boolean>>();

/** Whether some server can be in a state that agrees with all fields that are present. */
export function isPossible(relation: Relation, partial: PartialRow): boolean {
  // A text has thousands of records and few different ones.
  const known = answers.get(relation) ?? new Map<string, boolean>();
  answers.set(relation, known);
  const key = `${partial.vm_state}\n${partial.task_state}\n${partial.status}`;
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const isSome = relation.rows.some((row) => agrees(row, partial));
  if (known.size < MOST_ANSWERS) known.set(key, isSome);
  return isSome;
}

/** The status a pair shows, or undefined where the pair has no row. */
export function statusOf(
  relation: Relation,
  vm_state: string,
  task_state: string | null,
): string | undefined {
  // Callers from elsewhere may leave one out, which is not to agree with every row.
  return relation.rows.find((row) => row.vm_state === vm_state && row.task_state === task_state)
    ?.status;
}

/** The values a field may take given the other fields (its own present value is not looked at). */
export function possibleValues<F extends Field>(
  relation: Relation,
  field: F,
  others: PartialRow,
): readonly Row[F][] {
  const rows = matchingRows(relation, { ...others, [field]: undefined });
  return [...new Set(rows.map((row) => row[field]))];
}

/** Whether the value is a literal of the field in this relation. */
export function isLiteral(relation: Relation, field: Field, value: string | null): boolean {
  return (relation.values[field] as readonly (string | null)[]).includes(value);
}

/** The fields in which a row differs from what is present, in reading order. */
export function changedFields(row: Row, partial: PartialRow): readonly Field[] {
  return FIELDS.filter((field) => partial[field] !== undefined && partial[field] !== row[field]);
}

/** The rows that need the fewest changes of present fields; those that agree already, if any do. */
export function nearestRows(relation: Relation, partial: PartialRow): readonly Row[] {
  const distances = relation.rows.map((row) => changedFields(row, partial).length);
  const least = Math.min(...distances);
  return relation.rows.filter((_, index) => distances[index] === least);
}

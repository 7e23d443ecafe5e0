import type { Field, Relation } from '../../../model';

/** A set of the rows of a relation, one bit each. */
export type RowSet = bigint;

/**
 * The rows of a relation as sets. Beside them there are two rows of no state that the relation has, with and
 * without a step: what a server of a newer edition shows, or no server at all. A check that only such a
 * server passes is caution, not a mistake.
 */
export interface RowSpace {
  readonly relation: Relation;
  /** Every row, the two foreign ones included. */
  readonly all: RowSet;
  /** The rows of the relation. */
  readonly listed: RowSet;
  /** The rows without a step. */
  readonly idle: RowSet;
  /** The rows that have the value in the field; undefined where the field has no such value. */
  having(field: Field, value: string): RowSet | undefined;
}

const spaces = new WeakMap<Relation, RowSpace>();

/** The sets of a relation, made when first asked for. */
export function rowSpaceOf(relation: Relation): RowSpace {
  const known = spaces.get(relation);
  if (known) return known;
  const space = buildSpace(relation);
  spaces.set(relation, space);
  return space;
}

/** The values that the rows of a set have in a field, in the order of the relation. */
export function valuesIn<F extends Field>(
  { relation }: RowSpace,
  field: F,
  rows: RowSet,
): (string | null)[] {
  const values = new Set<string | null>();
  relation.rows.forEach((row, index) => {
    if ((rows >> BigInt(index)) & 1n) values.add(row[field]);
  });
  return [...values];
}

function buildSpace(relation: Relation): RowSpace {
  const sets = new Map<string, RowSet>();
  const keyOf = (field: Field, value: string) => `${field}=${value}`;
  const add = (key: string, row: RowSet) => sets.set(key, (sets.get(key) ?? 0n) | row);
  let idle = 0n;
  relation.rows.forEach(({ vm_state, task_state, status }, index) => {
    const row = 1n << BigInt(index);
    add(keyOf('vm_state', vm_state), row);
    add(keyOf('status', status), row);
    if (task_state === null) idle |= row;
    else add(keyOf('task_state', task_state), row);
  });
  const count = BigInt(relation.rows.length);
  const listed = (1n << count) - 1n;
  return {
    relation,
    all: (1n << (count + 2n)) - 1n,
    listed,
    idle: idle | (1n << count),
    having: (field, value) => sets.get(keyOf(field, value)),
  };
}

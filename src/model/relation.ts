import { ROWS, type Status, type TaskState, type VmState } from './rows';

/** A column of the mapping, by the name the API's documentation gives it. */
export type Field = 'vm_state' | 'task_state' | 'status';

/** One combination of states; dialects may use other literals than the default table's. */
export interface Row<V = string, T = string | null, S = string> {
  readonly vm_state: V;
  readonly task_state: T;
  readonly status: S;
}

/** A row of which some fields are unknown (absent). `task_state: null` is known: no task is in progress. */
export type PartialRow = Partial<Row>;

/** A set of rows with the literals of each column in order of first appearance. Frozen. */
export interface Relation<R extends Row = Row> {
  readonly rows: readonly R[];
  /** The literals of each column; task_state has `null` among them if some row has. */
  readonly values: Readonly<{ [F in Field]: readonly R[F][] }>;
}

/** The columns of a row, in reading order: the two causes, then what is derived from them. */
export const FIELDS: readonly Field[] = Object.freeze(['vm_state', 'task_state', 'status']);

/** Builds a frozen relation from `[vm_state, task_state, status]` triples. */
export function createRelation<V extends string, T extends string | null, S extends string>(
  triples: readonly (readonly [V, T, S])[],
): Relation<Row<V, T, S>> {
  const rows = triples.map(([vm_state, task_state, status]) =>
    Object.freeze({ vm_state, task_state, status }),
  );
  const column = <X>(pick: (row: Row<V, T, S>) => X) => Object.freeze([...new Set(rows.map(pick))]);
  return Object.freeze({
    rows: Object.freeze(rows),
    values: Object.freeze({
      vm_state: column((row) => row.vm_state),
      task_state: column((row) => row.task_state),
      status: column((row) => row.status),
    }),
  });
}

/** The default relation: the 36 rows of Huawei Cloud ECS. */
export const HUAWEI_CLOUD: Relation<Row<VmState, TaskState, Status>> = createRelation(ROWS);

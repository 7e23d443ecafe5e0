import type { Field, Relation } from '../../../../model';
import { ABSENT, type Assumptions } from './absence';

/** A set of worlds, one bit each. */
export type WorldSet = bigint;

/** The set of all worlds of any space. */
export const EVERYTHING: WorldSet = -1n;

/** What a field holds; one word stands for all that the relation does not have. */
export type FieldValue = string | null | undefined;

/**
 * The worlds that one server can be in: each is a row of the relation, with fields that may be absent. Next to them
 * there are servers of no row, with other words in all fields or with none: what a newer edition shows, or no server
 * at all. A check that only such a server passes is caution, not a mistake.
 */
export interface WorldSpace {
  readonly relation: Relation;
  readonly all: WorldSet;
  /** The worlds of rows. */
  readonly listed: WorldSet;
  /** The worlds of rows without a task whose fields are there. */
  readonly idle: WorldSet;
  /** The worlds by what a field holds. */
  readonly byValue: Readonly<Record<Field, ReadonlyMap<FieldValue, WorldSet>>>;
}

type World = readonly [vm: FieldValue, task: FieldValue, status: FieldValue];

/** Stands for any word that the relation does not have. No code has it in a literal. */
export const OTHER_WORD = '\0';

const spaces = new WeakMap<Relation, Map<boolean, WorldSpace>>();

/** The space of the servers of a relation. */
export function worldSpaceOf(relation: Relation, { mayLackTask }: Assumptions): WorldSpace {
  const ofRelation = spaces.get(relation) ?? new Map<boolean, WorldSpace>();
  spaces.set(relation, ofRelation);
  const known = ofRelation.get(mayLackTask) ?? buildSpace(relation, mayLackTask);
  ofRelation.set(mayLackTask, known);
  return known;
}

/** The states that a field has in the worlds of a set, in the order of the relation; null for no task. */
export function statesIn(
  { relation, byValue, listed }: WorldSpace,
  field: Field,
  worlds: WorldSet,
): (string | null)[] {
  return relation.values[field].filter(
    (value) => ((byValue[field].get(value) ?? 0n) & worlds & listed) !== 0n,
  );
}

function buildSpace(relation: Relation, mayLackTask: boolean): WorldSpace {
  const space = {
    relation,
    all: 0n,
    listed: 0n,
    idle: 0n,
    byValue: {
      vm_state: new Map<FieldValue, WorldSet>(),
      task_state: new Map<FieldValue, WorldSet>(),
      status: new Map<FieldValue, WorldSet>(),
    },
  };
  const known = new Map<string, WorldSet>();
  const add = (world: World): WorldSet => {
    const key = JSON.stringify(world.map((value) => value ?? String(value === null)));
    const there = known.get(key);
    if (there !== undefined) return there;
    const bit = 1n << BigInt(known.size);
    known.set(key, bit);
    space.all |= bit;
    const [vm, task, status] = world;
    for (const [field, value] of [
      ['vm_state', vm],
      ['task_state', task],
      ['status', status],
    ] as const) {
      const values = space.byValue[field];
      values.set(value, (values.get(value) ?? 0n) | bit);
    }
    return bit;
  };
  for (const row of relation.rows) {
    const isIdle = row.task_state === null;
    const missing = mayLackTask ? [undefined] : [];
    for (const vm of [row.vm_state, ...ABSENT]) {
      for (const task of isIdle ? ABSENT : [row.task_state, ...missing]) {
        for (const status of [row.status, ...ABSENT]) {
          const bit = add([vm, task, status]);
          space.listed |= bit;
          if (isIdle && vm && status) space.idle |= bit;
        }
      }
    }
  }
  for (const vm of [OTHER_WORD, ...ABSENT]) {
    for (const task of [OTHER_WORD, ...ABSENT]) {
      for (const status of [OTHER_WORD, ...ABSENT]) add([vm, task, status]);
    }
  }
  return space;
}

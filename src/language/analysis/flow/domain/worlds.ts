import type { Field, Relation } from '../../../../model';
import { FORMS, type Forms } from './absence';

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

const spaces = new WeakMap<Relation, Map<string, WorldSpace>>();

/** The space of the servers of a relation whose fields can be absent in these forms. */
export function worldSpaceOf(relation: Relation, forms: Forms): WorldSpace {
  const ofRelation = spaces.get(relation) ?? new Map<string, WorldSpace>();
  spaces.set(relation, ofRelation);
  const key = `${forms.vm_state} ${forms.task_state} ${forms.status} ${forms.idle}`;
  const known = ofRelation.get(key) ?? buildSpace(relation, forms);
  ofRelation.set(key, known);
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

function buildSpace(relation: Relation, forms: Forms): WorldSpace {
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
  const absent = (mask: number) => FORMS.flatMap(([bit, value]) => (mask & bit ? [value] : []));
  for (const row of relation.rows) {
    const isIdle = row.task_state === null;
    const tasks = isIdle ? absent(forms.idle | forms.task_state) : absent(forms.task_state);
    for (const vm of [row.vm_state, ...absent(forms.vm_state)]) {
      for (const task of isIdle ? tasks : [row.task_state, ...tasks]) {
        for (const status of [row.status, ...absent(forms.status)]) {
          const bit = add([vm, task, status]);
          space.listed |= bit;
          if (isIdle && vm && status) space.idle |= bit;
        }
      }
    }
  }
  for (const vm of [OTHER_WORD, ...absent(forms.vm_state)]) {
    for (const task of [OTHER_WORD, ...absent(forms.idle | forms.task_state)]) {
      for (const status of [OTHER_WORD, ...absent(forms.status)]) add([vm, task, status]);
    }
  }
  // Nothing at all, which `?.` lets through.
  const nothing = undefined;
  for (const task of [nothing, ...absent(forms.idle)]) add([nothing, task, nothing]);
  return space;
}

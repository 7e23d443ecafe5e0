import { createRelation, HUAWEI_CLOUD, type Relation, type Row } from './relation';

/** The editions of the mapping, by the name their setting has. */
export const DIALECTS = ['huaweicloud', 'huaweicloud-2022', 'openstack'] as const;

/** One edition of the mapping. */
export type Dialect = (typeof DIALECTS)[number];

/** Shown for every pair that the newer edition does not list. Source: its note under the mapping. */
const UNLISTED = 'UNKNOWN';

/** What the edition of October 2022 adds. Source: Huawei Cloud ECS API reference, "ECS statuses". */
const ADDED_2022 = [
  ['shelved', 'shelving', 'SHELVED'],
  ['shelved', 'shelving_image_pending_upload', 'SHELVED'],
  ['shelved', 'shelving_image_uploading', 'SHELVED'],
  ['shelved', 'unshelving', 'SHELVED'],
  ['shelved', null, 'SHELVED'],
  ['shelved_offloaded', 'shelving_offloading', 'SHELVED_OFFLOADED'],
  ['shelved_offloaded', 'unshelving', 'SHELVED_OFFLOADED'],
  ['shelved_offloaded', null, 'SHELVED_OFFLOADED'],
] as const;

/** The status of a vm_state for every task that is not listed. Source: nova/api/openstack/common.py. */
const NOVA_DEFAULTS: Readonly<Record<string, string>> = {
  paused: 'PAUSED',
  suspended: 'SUSPENDED',
  rescued: 'RESCUE',
  'soft-delete': 'SOFT_DELETED',
};

/** Steps that only Nova has. Source: nova/objects/fields.py, InstanceTaskState. */
const NOVA_STEPS = [
  'image_backup',
  'image_pending_upload',
  'image_snapshot',
  'image_snapshot_pending',
  'image_uploading',
  'pausing',
  'rescuing',
  'resize_confirming',
  'restoring',
  'resuming',
  'soft-deleting',
  'suspending',
  'unpausing',
  'unrescuing',
  'updating_password',
] as const;

/** Pairs that Nova shows with another status than the default of their vm_state, next to those of the mapping. */
const NOVA_LISTED = [
  ['active', 'resize_prep', 'RESIZE'],
  ['active', 'resize_migrating', 'RESIZE'],
  ['active', 'resize_migrated', 'RESIZE'],
  ['active', 'resize_finish', 'RESIZE'],
  ['active', 'updating_password', 'PASSWORD'],
  ['paused', 'migrating', 'MIGRATING'],
] as const;

type Triple = readonly [string, string | null, string];

const toTriple = ({ vm_state, task_state, status }: Row): Triple => [vm_state, task_state, status];
const LISTED_2022: readonly Triple[] = [...HUAWEI_CLOUD.rows.map(toTriple), ...ADDED_2022];

const BUILDERS: Readonly<Record<Dialect, () => Relation>> = {
  huaweicloud: () => HUAWEI_CLOUD,
  'huaweicloud-2022': () => completed(LISTED_2022, [], [], () => UNLISTED),
  openstack: () => {
    const listed = LISTED.openstack;
    const defaults = new Map(
      listed.flatMap(([vm, task, status]) => (task === null ? [[vm, status] as const] : [])),
    );
    for (const [vm, status] of Object.entries(NOVA_DEFAULTS)) defaults.set(vm, status);
    const defaultOf = (vm: string) => defaults.get(vm) ?? UNLISTED;
    return completed(listed, Object.keys(NOVA_DEFAULTS), NOVA_STEPS, defaultOf);
  },
};

/** The pairs that each edition's documentation lists with a status of their own. */
const LISTED: Readonly<Record<Dialect, readonly Triple[]>> = {
  huaweicloud: HUAWEI_CLOUD.rows.map(toTriple),
  'huaweicloud-2022': LISTED_2022,
  openstack: [...LISTED_2022, ...NOVA_LISTED],
};

/** The status that a dialect lists for a pair, or undefined where it does not list the pair by itself. */
export function listedStatus(
  dialect: Dialect,
  vm_state: string,
  task_state: string | null,
): string | undefined {
  return LISTED[dialect].find(([vm, task]) => vm === vm_state && task === task_state)?.[2];
}

const built = new Map<Dialect, Relation>();

/** The relation of a dialect, made when first asked for. */
export function relationOf(dialect: Dialect): Relation {
  const known = built.get(dialect);
  if (known) return known;
  const relation = BUILDERS[dialect]();
  built.set(dialect, relation);
  return relation;
}

/**
 * The relation with more rows. A row for a pair that there is already takes its place.
 * @param rows at least vm_state and status each; a task_state that is absent is none
 */
export function extendedRelation(relation: Relation, rows: readonly Row[]): Relation {
  if (rows.length === 0) return relation;
  const pair = ({ vm_state, task_state }: Row) => `${vm_state} ${task_state}`;
  const replaced = new Set(rows.map(pair));
  const kept = relation.rows.filter((row) => !replaced.has(pair(row)));
  return createRelation([...kept, ...rows].map(toTriple));
}

/** Every pair of what is listed and what is added, with the status given for those that are not listed. */
function completed(
  listed: readonly Triple[],
  moreVmStates: readonly string[],
  moreSteps: readonly string[],
  statusOfUnlisted: (vmState: string) => string,
): Relation {
  const vmStates = new Set([...listed.map(([vm]) => vm), ...moreVmStates]);
  const steps = new Set([...listed.map(([, task]) => task), ...moreSteps]);
  const pair = (vm: string, task: string | null) => `${vm} ${task}`;
  const known = new Set(listed.map(([vm, task]) => pair(vm, task)));
  const rest: Triple[] = [];
  for (const vm of vmStates) {
    for (const task of steps) {
      if (!known.has(pair(vm, task))) rest.push([vm, task, statusOfUnlisted(vm)]);
    }
  }
  return createRelation([...listed, ...rest]);
}

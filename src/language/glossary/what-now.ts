/** What to expect of a server in the middle of an operation: its task, what comes before and after, and the end. */
import { isLiteral, type Relation, type Row, statusOf } from '../../model';
import type { Translate } from '../text/localize';
import type { OperationId } from './entry';
import { operationOf } from './glossary';

/**
 * The vm_state that a server has when an operation has succeeded. Only operations whose end the vendors describe are
 * listed: a rebuild, a resize rollback and a shelving can end in more than one vm_state.
 */
const OUTCOMES: Readonly<Partial<Record<OperationId, string>>> = {
  create: 'active',
  'soft-reboot': 'active',
  'forced-reboot': 'active',
  'live-migration': 'active',
  resize: 'resized',
  start: 'active',
  stop: 'stopped',
  delete: 'deleted',
  unshelve: 'active',
  pause: 'paused',
  unpause: 'active',
  suspend: 'suspended',
  resume: 'active',
  rescue: 'rescued',
  unrescue: 'active',
  restore: 'active',
};

/** The tasks that end otherwise than their operation does. */
const TASK_OUTCOMES: Readonly<Record<string, string>> = {
  'soft-deleting': 'soft-delete',
  shelving_offloading: 'shelved_offloaded',
};

/** What follows from a row with a task. */
export interface Progress {
  /** The name of the operation in the reader's language. */
  readonly operation: string;
  /** The tasks of the operation under the row's vm_state, in the order of the mapping; its own is among them. */
  readonly tasks: readonly string[];
  /** The row when the operation has succeeded; undefined where that is not the same for all servers. */
  readonly outcome: Row | undefined;
}

/**
 * What a row with a task is on its way to.
 * @returns undefined for a row without a task, and for a task that belongs to no single operation
 */
export function progressOf(
  relation: Relation,
  { vm_state, task_state }: Pick<Row, 'vm_state' | 'task_state'>,
  t: Translate,
): Progress | undefined {
  if (task_state === null) return undefined;
  const { id, name } = operationOf('task_state', task_state, t);
  if (id === 'none') return undefined;
  const outcome = outcomeOf(task_state, id);
  const tasks = relation.rows.flatMap((row) => {
    if (row.vm_state !== vm_state || row.task_state === null) return [];
    const other = operationOf('task_state', row.task_state, t).id;
    return other === id && outcomeOf(row.task_state, other) === outcome ? [row.task_state] : [];
  });
  return { operation: name, tasks, outcome: settledRow(relation, outcome) };
}

/** The same in sentences: where the server is, and what to wait for. Names are written by `written`. */
export function progressText(
  { operation, tasks, outcome }: Progress,
  own: string,
  t: Translate,
  written: (value: string, isOwn: boolean) => string,
): string[] {
  const path = tasks.map((task) => written(task, task === own)).join(' → ');
  const now =
    tasks.length > 1
      ? t('In progress: {0} ({1}).', operation, path)
      : t('In progress: {0}.', operation);
  if (!outcome) return [now, t('Wait until task_state is null, then read vm_state.')];
  return [
    now,
    t(
      'Wait until task_state is null and vm_state is {0}; status is {1} then.',
      written(outcome.vm_state, false),
      written(outcome.status, false),
    ),
  ];
}

function outcomeOf(task: string, id: OperationId): string | undefined {
  return Object.hasOwn(TASK_OUTCOMES, task) ? TASK_OUTCOMES[task] : OUTCOMES[id];
}

function settledRow(relation: Relation, vmState: string | undefined): Row | undefined {
  if (vmState === undefined || !isLiteral(relation, 'vm_state', vmState)) return undefined;
  const status = statusOf(relation, vmState, null);
  return status === undefined ? undefined : { vm_state: vmState, task_state: null, status };
}

import {
  changedFields,
  DIALECTS,
  type Dialect,
  type Field,
  isPossible,
  listedStatus,
  nearestRows,
  type PartialRow,
  possibleValues,
  type Relation,
  statusOf,
} from '../../../model';
import { choiceOf } from '../names';
import type { RecordProblem, RowRule } from '../rule';
import { listedElsewhere } from './dialect-messages';
import { nearChanges } from './near-rows';

interface ImpossiblePair extends RecordProblem {
  readonly vmState: string;
  readonly taskState: string | null;
  /** The vm_states that have the task. */
  readonly possible: readonly string[];
}

/** A vm_state and a task_state that no server has at the same time. */
export const impossiblePair = {
  kind: 'row',
  code: 'impossible-pair',
  defaultSeverity: 'warning',
  summary: 'A vm_state and a task_state that no server has at the same time.',
  documentation: [
    'Both values exist, but the task of task_state never runs while the server is in that vm_state. The mapping lists every pair there is.',
    'The value that is most likely wrong is marked: a status next to them shows which of the two fits.',
  ],
  whenNotToUse:
    'A test needs a pair that cannot occur. Suppress the rule there, with a comment that says why, and keep it on for all other files.',
  example: {
    wrong: '"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting"',
    right: '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting"',
  },
  check: (row, relation) => {
    const { vm_state: vmState, task_state: taskState } = row;
    if (vmState === undefined || taskState === undefined || isPossible(relation, row)) {
      return undefined;
    }
    if (statusOf(relation, vmState, taskState) !== undefined) return undefined;
    const dialects = dialectsListing(row);
    const listed = dialects.length > 0 && { dialects };
    const possible = possibleValues(relation, 'vm_state', { task_state: taskState });
    return { field: blamed(row, relation), vmState, taskState, possible, ...listed };
  },
  message: ({ vmState, taskState, possible, dialects }, t) => {
    const message =
      taskState === null
        ? t("vm_state '{0}' requires a task in progress, but task_state is null.", vmState)
        : t(
            "task_state '{0}' requires vm_state {1}, but vm_state is '{2}'.",
            taskState,
            choiceOf(possible, t),
            vmState,
          );
    const [dialect] = dialects ?? [];
    return dialect === undefined ? message : listedElsewhere(message, dialect, t);
  },
  fixes: nearChanges,
} as const satisfies RowRule<ImpossiblePair>;

/** The dialects in whose documentation the pair stands, with the status that is there. */
function dialectsListing({ vm_state, task_state, status }: PartialRow): Dialect[] {
  if (vm_state === undefined || task_state === undefined) return [];
  return DIALECTS.filter((dialect) => {
    const listed = listedStatus(dialect, vm_state, task_state);
    return listed !== undefined && (status === undefined || status === listed);
  });
}

/** The vm_state where all of the nearest rows have another one, else the task_state. */
function blamed(row: PartialRow, relation: Relation): Field {
  const fitsWithOtherVmState = nearestRows(relation, row).every((near) => {
    const changed = changedFields(near, row);
    return changed.length === 1 && changed[0] === 'vm_state';
  });
  return fitsWithOtherVmState ? 'vm_state' : 'task_state';
}

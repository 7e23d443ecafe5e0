import { isPossible, statusOf } from '../../../model';
import type { RecordProblem, RowRule } from '../rule';
import { nearChanges } from './near-rows';

interface StatusMismatch extends RecordProblem {
  readonly vmState: string;
  readonly taskState: string | null;
  readonly status: string;
  readonly expected: string;
}

/** A status other than the one that vm_state and task_state give. */
export const statusMismatch = {
  kind: 'row',
  code: 'status-mismatch',
  defaultSeverity: 'warning',
  summary: 'A status other than the one that vm_state and task_state give.',
  documentation: [
    'status is derived: each pair of vm_state and task_state shows exactly one. The pair here is possible, but its status is another.',
    'A frequent cause is the belief that status changes at once: a server that is being started still shows SHUTOFF, one that is being stopped or deleted still shows ACTIVE.',
  ],
  whenNotToUse:
    'The three fields are from different moments, as in a log that joins several answers of the API.',
  example: {
    wrong:
      '"status": "ACTIVE", "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering-on"',
    right:
      '"status": "SHUTOFF", "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering-on"',
  },
  check: (row, relation) => {
    const { vm_state: vmState, task_state: taskState, status } = row;
    if (vmState === undefined || taskState === undefined || status === undefined) return undefined;
    const expected = statusOf(relation, vmState, taskState);
    if (expected === undefined || isPossible(relation, row)) return undefined;
    return { field: 'status', vmState, taskState, status, expected };
  },
  message: ({ vmState, taskState, status, expected }, t) =>
    taskState === null
      ? t(
          "status should be '{0}', not '{1}': vm_state is '{2}', task_state is null.",
          expected,
          status,
          vmState,
        )
      : t(
          "status should be '{0}', not '{1}': vm_state is '{2}', task_state is '{3}'.",
          expected,
          status,
          vmState,
          taskState,
        ),
  fixes: nearChanges,
  certain: ({ expected }) => expected,
} as const satisfies RowRule<StatusMismatch>;

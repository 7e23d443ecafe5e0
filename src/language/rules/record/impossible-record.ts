import { isPossible, type PartialRow, possibleValues } from '../../../model';
import { plainListOf } from '../names';
import type { RecordProblem, RowRule } from '../rule';
import { nearChanges } from './near-rows';

interface ImpossibleRecord extends RecordProblem {
  readonly row: PartialRow;
  /** The statuses that go with the other field. */
  readonly possible: readonly string[];
}

/** A status that vm_state alone, or task_state alone, rules out. */
export const impossibleRecord = {
  kind: 'row',
  code: 'impossible-record',
  defaultSeverity: 'warning',
  summary: 'A status that vm_state alone, or task_state alone, rules out.',
  documentation: [
    'Only two of the three fields are there, one of them status, and no row of the mapping has both values, whatever the third field may be.',
  ],
  whenNotToUse:
    'The two fields are from different moments, or status is a word of your own program.',
  example: {
    wrong: '"status": "SHUTOFF", "OS-EXT-STS:vm_state": "active"',
    right: '"status": "SHUTOFF", "OS-EXT-STS:vm_state": "stopped"',
  },
  check: (row, relation) => {
    const isPairKnown = row.vm_state !== undefined && row.task_state !== undefined;
    // status is derived from the other two, so it is what follows, not what leads.
    if (isPairKnown || isPossible(relation, row)) return undefined;
    return { field: 'status', row, possible: possibleValues(relation, 'status', row) };
  },
  message: ({ row: { vm_state, task_state, status = '' }, possible }, t) => {
    const statuses = plainListOf(possible, t);
    if (vm_state !== undefined) {
      return t(
        "status '{0}' cannot occur with vm_state '{1}'. Possible: {2}.",
        status,
        vm_state,
        statuses,
      );
    }
    return task_state == null
      ? t("status '{0}' requires a task in progress, but task_state is null.", status)
      : t(
          "status '{0}' cannot occur with task_state '{1}'. Possible: {2}.",
          status,
          task_state,
          statuses,
        );
  },
  fixes: nearChanges,
} as const satisfies RowRule<ImpossibleRecord>;

/** What a field without a state reads as; one that is missing reads as undefined. */
export const ABSENT = [null, undefined, ''] as const;

/**
 * What is assumed of the fields of a server.
 *
 * Any server may lack its vm_state and its status. A task_state that is null, undefined or empty is no task, which is a
 * state of the relation; only where the code asks whether the member is there can a task be missing of any row.
 */
export interface Assumptions {
  readonly mayLackTask: boolean;
}

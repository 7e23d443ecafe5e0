import type { Field } from '../../../../model';

const ALL = 3;
const STATUS = 1;

/**
 * What cannot be relied on any more where code assigns a field itself, a bit each: of a server with another vm_state
 * or task_state nothing, of one with another status, which anything has, the status. Everything where no field is given.
 */
export function assignedBits(field?: Field): number {
  return field === 'status' ? STATUS : ALL;
}

/** Whether a field can be relied on where these were assigned. */
export function isReliable(field: Field, assigned: number): boolean {
  return field === 'status' ? assigned === 0 : assigned <= STATUS;
}

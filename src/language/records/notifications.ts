import type { StateField, StateRecord } from './record';

/**
 * The fields of an object without a `state` that is none of a server: it is one in a notification of Nova, which
 * has a task_state next to it and neither a vm_state nor a status.
 */
export function withoutOtherStates(fields: readonly StateField[]): readonly StateField[] {
  if (!fields.some(({ notified }) => notified)) return fields;
  const others = fields.filter(({ notified }) => !notified);
  const isNotification =
    others.length > 0 && others.every(({ spelling }) => spelling === 'task_state');
  return isNotification ? fields : others;
}

/** The records with what `withoutOtherStates` leaves of them; those given are not changed. */
export function withoutOtherObjects(records: readonly StateRecord[]): readonly StateRecord[] {
  return records.flatMap((record) => {
    const fields = withoutOtherStates(record.fields);
    if (fields === record.fields) return [record];
    return fields.length > 0 ? [{ ...record, fields }] : [];
  });
}

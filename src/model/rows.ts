/**
 * The mapping: every combination of states that a server can show, as `[vm_state, task_state, status]`.
 * It is the only list of states in the project; everything else is derived from it.
 * Source: Huawei Cloud ECS API reference, "ECS statuses"; the same rows hold in OpenStack Nova.
 */
export const ROWS = [
  ['building', 'scheduling', 'BUILD'],
  ['building', 'block_device_mapping', 'BUILD'],
  ['building', 'networking', 'BUILD'],
  ['building', 'spawning', 'BUILD'],
  ['building', null, 'BUILD'],
  ['active', 'rebooting', 'REBOOT'],
  ['active', 'reboot_pending', 'REBOOT'],
  ['active', 'reboot_started', 'REBOOT'],
  ['active', 'rebooting_hard', 'HARD_REBOOT'],
  ['active', 'reboot_pending_hard', 'HARD_REBOOT'],
  ['active', 'reboot_started_hard', 'HARD_REBOOT'],
  ['active', 'rebuilding', 'REBUILD'],
  ['active', 'rebuild_block_device_mapping', 'REBUILD'],
  ['active', 'rebuild_spawning', 'REBUILD'],
  ['active', 'migrating', 'MIGRATING'],
  ['active', 'powering-off', 'ACTIVE'],
  ['active', 'deleting', 'ACTIVE'],
  ['active', null, 'ACTIVE'],
  ['stopped', 'resize_prep', 'RESIZE'],
  ['stopped', 'resize_migrating', 'RESIZE'],
  ['stopped', 'resize_migrated', 'RESIZE'],
  ['stopped', 'resize_finish', 'RESIZE'],
  ['stopped', 'rebuilding', 'REBUILD'],
  ['stopped', 'rebuild_block_device_mapping', 'REBUILD'],
  ['stopped', 'rebuild_spawning', 'REBUILD'],
  ['stopped', 'powering-on', 'SHUTOFF'],
  ['stopped', 'deleting', 'SHUTOFF'],
  ['stopped', null, 'SHUTOFF'],
  ['resized', 'resize_reverting', 'REVERT_RESIZE'],
  ['resized', null, 'VERIFY_RESIZE'],
  ['error', 'rebuilding', 'REBUILD'],
  ['error', 'rebuild_block_device_mapping', 'REBUILD'],
  ['error', 'rebuild_spawning', 'REBUILD'],
  ['error', 'deleting', 'ERROR'],
  ['error', null, 'ERROR'],
  ['deleted', null, 'DELETED'],
] as const;

/** A literal of the `OS-EXT-STS:vm_state` field. */
export type VmState = (typeof ROWS)[number][0];
/** A literal of the `OS-EXT-STS:task_state` field; `null` when no task is in progress. */
export type TaskState = (typeof ROWS)[number][1];
/** A literal of the `status` field. */
export type Status = (typeof ROWS)[number][2];

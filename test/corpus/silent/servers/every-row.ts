import { describe, expect, it } from 'vitest';
import { phaseOf } from '../src/phase';

const ROWS = [
  { vm_state: 'building', task_state: 'scheduling', status: 'BUILD' },
  { vm_state: 'building', task_state: 'block_device_mapping', status: 'BUILD' },
  { vm_state: 'building', task_state: 'networking', status: 'BUILD' },
  { vm_state: 'building', task_state: 'spawning', status: 'BUILD' },
  { vm_state: 'building', task_state: null, status: 'BUILD' },
  { vm_state: 'active', task_state: 'rebooting', status: 'REBOOT' },
  { vm_state: 'active', task_state: 'reboot_pending', status: 'REBOOT' },
  { vm_state: 'active', task_state: 'reboot_started', status: 'REBOOT' },
  { vm_state: 'active', task_state: 'rebooting_hard', status: 'HARD_REBOOT' },
  { vm_state: 'active', task_state: 'reboot_pending_hard', status: 'HARD_REBOOT' },
  { vm_state: 'active', task_state: 'reboot_started_hard', status: 'HARD_REBOOT' },
  { vm_state: 'active', task_state: 'rebuilding', status: 'REBUILD' },
  { vm_state: 'active', task_state: 'rebuild_block_device_mapping', status: 'REBUILD' },
  { vm_state: 'active', task_state: 'rebuild_spawning', status: 'REBUILD' },
  { vm_state: 'active', task_state: 'migrating', status: 'MIGRATING' },
  { vm_state: 'active', task_state: 'powering-off', status: 'ACTIVE' },
  { vm_state: 'active', task_state: 'deleting', status: 'ACTIVE' },
  { vm_state: 'active', task_state: null, status: 'ACTIVE' },
  { vm_state: 'stopped', task_state: 'resize_prep', status: 'RESIZE' },
  { vm_state: 'stopped', task_state: 'resize_migrating', status: 'RESIZE' },
  { vm_state: 'stopped', task_state: 'resize_migrated', status: 'RESIZE' },
  { vm_state: 'stopped', task_state: 'resize_finish', status: 'RESIZE' },
  { vm_state: 'stopped', task_state: 'rebuilding', status: 'REBUILD' },
  { vm_state: 'stopped', task_state: 'rebuild_block_device_mapping', status: 'REBUILD' },
  { vm_state: 'stopped', task_state: 'rebuild_spawning', status: 'REBUILD' },
  { vm_state: 'stopped', task_state: 'powering-on', status: 'SHUTOFF' },
  { vm_state: 'stopped', task_state: 'deleting', status: 'SHUTOFF' },
  { vm_state: 'stopped', task_state: null, status: 'SHUTOFF' },
  { vm_state: 'resized', task_state: 'resize_reverting', status: 'REVERT_RESIZE' },
  { vm_state: 'resized', task_state: null, status: 'VERIFY_RESIZE' },
  { vm_state: 'error', task_state: 'rebuilding', status: 'REBUILD' },
  { vm_state: 'error', task_state: 'rebuild_block_device_mapping', status: 'REBUILD' },
  { vm_state: 'error', task_state: 'rebuild_spawning', status: 'REBUILD' },
  { vm_state: 'error', task_state: 'deleting', status: 'ERROR' },
  { vm_state: 'error', task_state: null, status: 'ERROR' },
  { vm_state: 'deleted', task_state: null, status: 'DELETED' },
] as const;

describe('phaseOf', () => {
  it.each(ROWS)('knows $vm_state with $task_state', (row) => {
    expect(phaseOf(row)).toMatchSnapshot();
  });
});

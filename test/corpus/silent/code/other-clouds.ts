/** Machines and jobs of other products, whose words are partly those of a cloud's servers. */
export function canStart(vm: { vmState: string }): boolean {
  switch (vm.vmState) {
    case 'active':
      return false;
    case 'stopped':
      return true;
    case 'suspended':
      return true;
    case 'error':
      return false;
    default:
      return ['running', 'stopped', 'paused', 'error'].includes(vm.vmState);
  }
}

export const isBusy = (vm: { vmState: string; status: string }) =>
  vm.vmState === 'migrating' || vm.vmState === 'deleting' || vm.vmState === 'rebooting' || vm.status === 'busy';

export function colorOf(guest: { vmState: string }): string {
  if (guest.vmState === 'active' || guest.vmState === 'paused') return 'green';
  return ['stopped', 'suspended', 'deleted'].includes(guest.vmState) ? 'grey' : 'red';
}

export function iconOf(vm: { vmState: string }): string {
  switch (vm.vmState) {
    case 'active':
    case 'migrating':
    case 'stopped':
    case 'error':
      return vm.vmState;
  }
  return '';
}

export function isOver(job: { task_state: string; taskState?: string }): boolean {
  if (job.task_state === 'active' || job.task_state === 'paused') return false;
  if (job.task_state === 'ERROR' || job.taskState === 'DELETED') return true;
  return ['stopped', 'error', 'deleted'].includes(job.task_state) || job.taskState === 'suspended';
}

export function label(job: { task_state: string }): string {
  switch (job.task_state) {
    case 'scheduling':
      return 'Planned';
    case 'active':
      return 'Running';
    case 'stopped':
    case 'error':
      return 'Over';
  }
  return '';
}

export type VmState = 'active' | 'stopped' | 'suspended' | 'error';
export type GuestVmState = 'running' | 'stopped' | 'paused' | 'error';
export type MachineVmState = 'active' | 'stopped' | 'migrating' | 'error';
export type TaskState = 'scheduling' | 'active' | 'paused' | 'error';
export enum JobTaskState {
  Scheduling = 'scheduling',
  Active = 'active',
  Stopped = 'stopped',
  Deleted = 'deleted',
}

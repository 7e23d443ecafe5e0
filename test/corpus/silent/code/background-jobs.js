// A queue of jobs with a task state of its own, in the words that everybody uses.
const FINAL = ['done', 'failed', 'cancelled'];

export function describe(job) {
  if (job.taskState === 'done') return 'Done';
  if (job.task_state === 'starting' || job.task_state === 'stopping') return 'Busy';
  switch (job.taskState) {
    case 'scheduling':
      return 'Planned';
    case 'running':
      return 'Running';
    case 'failed':
      return 'Failed';
    case 'done':
      return 'Done';
  }
  return FINAL.includes(job.taskState) || ['queued', 'paused'].includes(job.taskState) ? 'Idle' : '';
}

export class Poller {
  taskState = 'idle';

  tick(machine) {
    if (this.taskState !== 'idle' && this.taskState != 'restarting') return false;
    return machine.vmState === 'poweredOn' || machine.vmState === 'running' || machine.vm_state === 'up';
  }
}

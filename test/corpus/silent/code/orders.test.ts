// Tests, defaults and assignments of what has a status, a task state or columns, and is no server.
export function advance(job: { status: string; taskState?: string; task_state?: string }) {
  job.status = 'runing';
  job.taskState = 'proccessing';
  job.task_state ??= 'idle';
  job.status ||= 'ACTIV';
  return job.taskState ?? 'finishd';
}

describe('orders', () => {
  it('are shipped', () => {
    expect(order.status).toBe('shiped');
    expect(order).toHaveProperty('status', 'payed');
    expect(volume.status).to.equal('availble');
    assert.equal(volume.status, 'in_use');
    assert.deepEqual('ACTVE', port.status);
    expect(job.taskState).not.toEqual('queud');
    expect(job.task_state).toBe('done');
  });
});

export const titles: Record<string, string> = {};
titles['OS-EXT-STS:vm_state'] = 'State';
titles['OS-EXT-STS:task_state'] = 'Task';
export const widths: Record<string, string> = {};
widths['OS-EXT-STS:vm_state'] = 'auto';
widths['OS-EXT-STS:task_state'] = 'narrow';

export const shownState = (server: Record<string, string>) =>
  server['OS-EXT-STS:vm_state'] ?? 'unknown';
export const shownTask = (server: Record<string, string>) =>
  server['OS-EXT-STS:task_state'] || 'nothing';
export const label = (server: Record<string, string>) =>
  server['OS-EXT-STS:vm_state'] || 'ERROR';

const WANT = 'runing';
export const JobState = { DONE: 'finishd', IDLE: 'idle' } as const;
export const isDone = (job: { state: string; taskState: string }) =>
  job.state === WANT || job.taskState === JobState.DONE || job.taskState === JobState.IDLE;
export const isReady = (server: Record<string, string>, port: { status: string }) =>
  server['OS-EXT-STS:vm_state'] === 'active' && port.status === 'ACTIV';

import type { Server } from './client';

const SAMPLE = { status: 'REVERT_RESIZE', vm_state: 'resized', task_state: null };

export const Card = ({ server = SAMPLE }: { server?: Server }) => (
  <section title="vm_state === 'running'">
    {server.vm_state === 'runing' && <b>up</b>}
    <Badge of={{ vm_state: 'deleted', task_state: null, status: 'ACTIVE' }} />
    {['spawning', 'netwroking'].indexOf(server.taskState) < 0 ? null : <Spinner />}
  </section>
);

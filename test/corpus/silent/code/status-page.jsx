import { useServer } from './hooks';

const TONES = { ACTIVE: 'good', SHUTOFF: 'dull', RUNNING: 'good', 'n/a': 'dull' };

export default function StatusPage({ id, taskState }) {
  const { data, status } = useServer(id);
  if (status === 'pending' || taskState === 'loading') return <p>…</p>;
  const state = data['OS-EXT-STS:vm_state'];
  const busy = data['OS-EXT-STS:task_state'] !== null;
  const isOn = state.toLowerCase() === 'running' || state === 'on';
  return (
    <dl title={`vm_state: ${state}`}>
      <dt>OS-EXT-STS:vm_state</dt>
      <dd className={TONES[data.status] ?? 'dull'}>{isOn ? 'on' : 'off'}</dd>
      <dt>{busy ? 'task_state' : ''}</dt>
      <dd>{data['OS-EXT-STS:task_state'] === 'migrating' ? 'moving' : data.task_state || '-'}</dd>
      {['active', 'error'].includes(data.vm_state) && <Actions status="READY" />}
    </dl>
  );
}

const Actions = ({ status }) => <menu data-status={status} />;

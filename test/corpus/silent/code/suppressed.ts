// Wrong on purpose: what the parser under test has to refuse.
export const refused = [
  // ecs-states-disable-next-line unknown-task-state
  { vm_state: 'stopped', task_state: 'rebotting' },
  { vm_state: 'running', task_state: null }, // ecs-states-disable-line unknown-vm-state
  // ecs-states-disable-record
  {
    status: 'GONE',
    'OS-EXT-STS:vm_state': 'actve',
    'OS-EXT-STS:task_state': 'spawnning',
  },
  { vm_state: 'active', task_state: 'deleting', status: 'ACTIVE' },
];

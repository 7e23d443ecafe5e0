export const server = {
  status: 'BUILD',
  vm_state: 'building',
  task_state: 'networking',
};
export const isUp = (s: { vm_state: string }) => s.vm_state === 'active';

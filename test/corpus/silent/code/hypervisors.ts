/** Machines of several hypervisors, each with words of its own. */
export function canStart(vm: { vmState: string; taskState?: string }): boolean {
  switch (vm.vmState) {
    case 'running':
    case 'stopped':
    case 'error':
      return vm.taskState !== 'starting';
    default:
      return ['stopped', 'paused'].includes(vm.vmState);
  }
}

export const power = (vm: { vm_state: string }) =>
  vm.vm_state === 'running' || vm.vm_state === 'suspended' || vm.vm_state === 'paused';

export const initialState = { vmState: 'idle', taskState: null, status: 'idle', error: null };
export const machines = [
  { name: 'a', vmState: 'running', taskState: null },
  { name: 'b', vmState: 'off', taskState: 'none', status: 'ok' },
  { name: 'c', vm_state: 'stopped', status: 'ACTIVE' },
];

export function reduce(state = initialState, action: { type: string; vmState: string }) {
  switch (action.type) {
    case 'vm/start':
      return { ...state, vmState: 'starting', taskState: null };
    case 'vm/fail':
      return { ...state, vmState: 'failed', status: 'ERROR' };
    default:
      return state;
  }
}

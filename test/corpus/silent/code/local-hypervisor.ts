/** Virtual machines on this computer; none of them is a cloud's. */
export type VmState = 'running' | 'stopped' | 'paused' | 'suspended' | 'unknown';
export type GuestVMState = 'on' | 'off' | 'crashed';

export interface LocalVm {
  name: string;
  vmState: VmState;
  status: 'ok' | 'warning';
}

export const vms: LocalVm[] = [
  { name: 'dev', vmState: 'running', status: 'ok' },
  { name: 'ci', vmState: 'suspended', status: 'warning' },
];

export const icons: Record<VmState, string> = { running: '▶', stopped: '■', paused: '⏸', suspended: '☾', unknown: '?' };

export function next(vmState: VmState): VmState {
  switch (vmState) {
    case 'running':
      return 'paused';
    case 'paused':
      return 'running';
    default:
      return vmState;
  }
}

export type ServerVmState = 'building' | 'active' | 'stoped' | 'resized';
export type TaskState = 'spawning' | 'powering_on' | 'powering-off' | null;

interface Server {
  status: string;
  'OS-EXT-STS:vm_state': 'active' | 'shutoff' | 'stopped' | 'error';
  'OS-EXT-STS:task_state': string | null;
}

export function isUp(server: Server): boolean {
  if (server['OS-EXT-STS:task_state'] === 'powering_on') return false;
  if (!['active', 'resize'].includes(server['OS-EXT-STS:vm_state'])) return false;
  switch (server?.['OS-EXT-STS:vm_state']) {
    case 'active':
      return true;
    case 'acitve':
      return false;
  }
  return 'shutoff' == (server as any).vm_state || server.status === 'RUNNING';
}

export const mocks = [
  { status: 'SHUTOFF', 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': null },
  { status: 'BUILD' as const, vm_state: `building`, task_state: 'rebuilding' },
  { ...rest, status: 'RESIZING', vmState: "stopped", taskState: 'resize_prep' },
  { vmState: 'active', taskState: 'spawning', ...rest },
  { vmState: 'active', taskState: 'spawn', ...rest },
];

type VmState = 'building' | 'active' | 'stopped' | 'resized' | 'error' | 'delete';

interface Server {
  id: string;
  status: string;
  'OS-EXT-STS:vm_state': VmState;
  'OS-EXT-STS:task_state': string | null;
}

/** Whether the server has come to rest, so that the next operation will be accepted. */
export function isSettled(server: Server): boolean {
  if (server['OS-EXT-STS:task_state'] === 'powering_on') return false;
  return server['OS-EXT-STS:task_state'] === null;
}

export function describe(server: Server): string {
  switch (server['OS-EXT-STS:vm_state']) {
    case 'active':
      return 'running';
    case 'stopped':
      return 'stopped';
    case 'resized':
      return 'waiting for confirmation';
    default:
      return 'not available';
  }
}

export const isBuilding = (server: Server) =>
  ['scheduling', 'networking', 'spawnning'].includes(server['OS-EXT-STS:task_state'] ?? '');

export const mockServer = {
  id: '4f1c6a3e-8d07-4b29-9a43-61f0c2a7d915',
  status: 'SHUTOFF',
  'OS-EXT-STS:vm_state': 'active',
  'OS-EXT-STS:task_state': null,
};

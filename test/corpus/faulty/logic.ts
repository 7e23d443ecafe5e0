interface Server {
  status: string;
  'OS-EXT-STS:vm_state': string;
  'OS-EXT-STS:task_state': string | null;
}

export function canStart(server: Server): boolean {
  return (
    server['OS-EXT-STS:vm_state'] === 'stopped' && server['OS-EXT-STS:task_state'] === 'rebooting'
  );
}

export function label(server: Server): string {
  if (server['OS-EXT-STS:vm_state'] !== 'active') return 'not running';
  if (server['OS-EXT-STS:task_state'] === 'powering-on') return 'starting';
  return 'running';
}

export function icon(server: Server): string {
  switch (server['OS-EXT-STS:vm_state']) {
    case 'active':
      return 'play';
    case 'stopped':
      return 'stop';
  }
  return '';
}

export const isUp = (server: Server) => server['OS-EXT-STS:vm_state'] === 'ACTIVE';

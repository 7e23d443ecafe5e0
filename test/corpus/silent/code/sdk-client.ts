import type { HttpClient } from '@acme/http';

export type VmState = 'building' | 'active' | 'stopped' | 'resized' | 'error' | 'deleted';
export type TaskState =
  | 'scheduling'
  | 'block_device_mapping'
  | 'networking'
  | 'spawning'
  | 'powering-on'
  | 'powering-off'
  | 'deleting'
  | null;

export interface Server {
  id: string;
  status: string;
  'OS-EXT-STS:vm_state': VmState;
  'OS-EXT-STS:task_state': TaskState | (string & {});
}

const SETTLED: readonly VmState[] = ['active', 'stopped', 'error', 'deleted'];

export class Servers {
  constructor(private readonly http: HttpClient) {}

  async get(id: string): Promise<Server> {
    const { server } = await this.http.get<{ server: Server }>(`/servers/${id}`);
    return server;
  }

  isBusy(server: Server): boolean {
    return server['OS-EXT-STS:task_state'] !== null && server['OS-EXT-STS:task_state'] !== '';
  }

  isSettled(server: Server): boolean {
    return SETTLED.includes(server['OS-EXT-STS:vm_state']) && !this.isBusy(server);
  }

  isStarting(server: Server): boolean {
    const { 'OS-EXT-STS:vm_state': vm_state, 'OS-EXT-STS:task_state': task_state } = server;
    return vm_state === 'stopped' && task_state === 'powering-on';
  }

  canResize(server?: Server): boolean {
    return ['active', 'stopped'].includes(server?.['OS-EXT-STS:vm_state'] ?? '');
  }

  phase(server: Server): string {
    switch (server['OS-EXT-STS:vm_state']) {
      case 'building':
        return 'starting';
      case 'active':
        return server['OS-EXT-STS:task_state'] == null ? 'running' : 'busy';
      case 'stopped':
      case 'resized':
        return 'halted';
      default:
        return 'gone';
    }
  }

  async waitFor(id: string, status: string | string[], timeoutMs = 300_000): Promise<Server> {
    const wanted = Array.isArray(status) ? status : [status];
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const server = await this.get(id);
      if (wanted.includes(server.status)) return server;
      if (server.status === 'ERROR' || Date.now() > deadline) throw new Error(`status: ${server.status}`);
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  }
}

/** Sound code about servers whose state changes while it is looked at. */
import { api, audit, lock, sleep } from './api';

interface Server {
  id: string;
  status: string;
  'OS-EXT-STS:vm_state': string;
  'OS-EXT-STS:task_state': string | null;
  refresh(): Promise<Server>;
  next?: Server;
}

let current: Server;
const reload = () => {
  current = api.last();
  return true;
};

export async function restart(id: string): Promise<void> {
  let server = await api.get(id);
  if (server['OS-EXT-STS:vm_state'] === 'stopped') {
    await api.start(id);
    server = await api.get(id);
  }
  if (server['OS-EXT-STS:task_state'] === 'rebooting') return;
  retry: for (let left = 3; left > 0; left--) {
    switch (server['OS-EXT-STS:vm_state']) {
      case 'building':
        server = await server.refresh();
        continue retry;
      case 'error':
        break retry;
      default:
        if (server['OS-EXT-STS:task_state'] === 'rebooting') break;
        await api.reboot(id);
    }
    do {
      await sleep(1);
      server = (await api.find(id)) ?? server;
    } while (server['OS-EXT-STS:task_state'] !== null);
    if (server['OS-EXT-STS:vm_state'] === 'active') return;
  }
  if (server['OS-EXT-STS:vm_state'] === 'error' && server['OS-EXT-STS:task_state'] === 'rebuilding') audit(id);
}

export function poll(): boolean {
  if (current['OS-EXT-STS:vm_state'] === 'stopped' && reload() && current['OS-EXT-STS:task_state'] === 'rebooting') {
    return true;
  }
  if (current['OS-EXT-STS:vm_state'] !== 'stopped' || reload()) {
    return current['OS-EXT-STS:task_state'] === 'rebooting';
  }
  const before = current['OS-EXT-STS:vm_state'];
  reload();
  const after = current['OS-EXT-STS:task_state'];
  return before === 'stopped' && after === 'rebooting';
}

export function* states(server: Server): Generator<string> {
  if (server['OS-EXT-STS:vm_state'] === 'stopped') {
    yield;
    if (server['OS-EXT-STS:task_state'] === 'rebooting') yield 'restarts';
    const other = yield server.id;
    if (other && server['OS-EXT-STS:task_state'] === 'migrating') yield* states(server);
  }
}

export async function watch(server: Server, events: AsyncIterable<Partial<Server>>): Promise<void> {
  if (server['OS-EXT-STS:vm_state'] !== 'active') return;
  for await (const event of events) {
    Object.assign(server, event);
    if (server['OS-EXT-STS:task_state'] === 'powering-on') break;
  }
  try {
    if (server['OS-EXT-STS:vm_state'] === 'active') throw new Error('active');
    await using held = lock(server.id);
    held.wait();
  } catch {
    if (server['OS-EXT-STS:task_state'] === 'powering-on') audit(server.id);
  } finally {
    if (server['OS-EXT-STS:vm_state'] === 'stopped' && server['OS-EXT-STS:task_state'] === 'powering-on') {
      audit(server.id);
    }
  }
}

export class Panel {
  server!: Server;
  private readonly busy = () => this.server['OS-EXT-STS:task_state'] === 'rebooting';
  get isStopped(): boolean {
    return this.server['OS-EXT-STS:vm_state'] === 'stopped';
  }
  sync(): boolean {
    this.server = api.last();
    return this.busy();
  }
  render(old: Server, now: Server = old): string {
    if (this.server['OS-EXT-STS:vm_state'] === 'stopped' && this.sync()) {
      return this.server['OS-EXT-STS:task_state'] === 'rebooting' ? 'restarts' : 'other';
    }
    if (old['OS-EXT-STS:vm_state'] === 'stopped' && now['OS-EXT-STS:task_state'] === 'rebooting') return 'came back';
    if (old['OS-EXT-STS:vm_state'] === 'stopped') {
      const later = () => old['OS-EXT-STS:task_state'] === 'rebooting';
      setTimeout(later);
      for (let each: Server | undefined = old; each; each = each.next) {
        if (each['OS-EXT-STS:task_state'] === 'rebooting') return 'one of them';
      }
      ({ next: old = old } = now);
      if (old['OS-EXT-STS:task_state'] === 'rebooting') return 'the next';
    }
    now ??= old;
    switch (now['OS-EXT-STS:vm_state']) {
      case 'active':
        if (now['OS-EXT-STS:task_state'] === 'rebooting') return 'restarts';
      case 'stopped':
        if (now['OS-EXT-STS:task_state'] === 'powering-on') return 'starts';
        return 'rests';
      default:
        if (now['OS-EXT-STS:task_state'] === 'spawning') return 'is made';
      case 'error':
        return now['OS-EXT-STS:task_state'] === 'deleting' ? 'goes' : 'broken';
    }
  }
}

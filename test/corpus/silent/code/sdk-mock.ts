import type { Server } from './sdk-client';

const base = { id: 'a', hostId: '', metadata: { status: 'GREEN', task_state: 'whatever' } };

export const servers = {
  building: { ...base, status: 'BUILD', 'OS-EXT-STS:vm_state': 'building', 'OS-EXT-STS:task_state': 'spawning' },
  running: { ...base, status: 'ACTIVE', 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': null },
  starting: { ...base, status: `SHUTOFF`, ["OS-EXT-STS:vm_state"]: "stopped", ["OS-EXT-STS:task_state"]: `powering-on` },
  rebooting: { ...base, status: 'REBOOT', vmState: 'active', taskState: 'reboot_pending' },
  unknown: { ...base, vm_state: 'active' as string, task_state: undefined, status: 'ACTIVE' as const },
  resized: {
    ...base,
    lifecycle: { status: 'VERIFY_RESIZE', task_state: null, vm_state: 'resized' },
    ports: [{ status: 'DOWN' }, { status: 'ACTIVE' }],
  },
};

/** A server of the given states; the caller answers for their combination. */
export function serverWith(vm_state: string, task_state: string | null, over: Partial<Server> = {}) {
  return {
    ...base,
    status: 'ACTIVE',
    'OS-EXT-STS:vm_state': 'active',
    'OS-EXT-STS:task_state': 'rebuilding',
    ...over,
    [`OS-EXT-STS:${vm_state}`]: task_state,
  };
}

export const templated = { status: `${'ACT'}IVE`, vm_state: `${'act'}ive`, task_state: String(null) };
export const called = { status: upper('active'), vm_state: pick('active', 'gone'), task_state: maybe() };
export const awaited = async () => ({ vm_state: await pick('x'), task_state: (await pick('y')) || 'idle' });

declare function upper(text: string): string;
declare function pick(...names: string[]): string;
declare function maybe(): null;

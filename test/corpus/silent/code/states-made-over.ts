/** A layer over the API that has words of its own for the states. */
import type { RawServer } from './client';

const WORDS: Record<string, string> = { active: 'Running', stopped: 'Off' };

export interface Machine {
  vm_state: string;
  task_state: string;
  label: string;
}

export function machineOf(raw: RawServer): Machine {
  const vm_state = raw['OS-EXT-STS:vm_state'].toUpperCase();
  const task_state = (raw['OS-EXT-STS:task_state'] ?? 'idle').replaceAll('-', '_');
  if (vm_state === 'ACTIVE' && task_state === 'powering_off') return { vm_state, task_state, label: 'stops' };
  const label = WORDS[raw['OS-EXT-STS:vm_state']] ?? 'Other';
  return { vm_state: vm_state.toLowerCase(), task_state, label };
}

export const isBusy = (machine: Machine) =>
  machine.task_state !== 'idle' && !['powering_on', 'powering_off'].includes(machine.task_state);

export function colour(server: RawServer): string {
  switch (server['OS-EXT-STS:vm_state'].toUpperCase()) {
    case 'ACTIVE':
    case 'RUNNING':
      return 'green';
    case 'SHUTOFF':
      return 'grey';
  }
  const name = String(server['OS-EXT-STS:vm_state']).trim();
  return ['active', 'shutoff', 'build'].includes(name.toLowerCase()) ? 'blue' : 'red';
}

/** Machines of other kinds have a state too, and some of them one of the task at hand. */
export interface Machine {
  state: 'idle' | 'busy';
  task_state: string | null;
}

export const initial: Machine = { state: 'idle', task_state: null };
export const legacy = { state: 'OPEN', task_state: 'spawning' };

export function next(machine: Machine, store: { state: string }): string {
  const { state, task_state } = machine;
  if (store.state === 'loading' || state === 'busy') return 'wait';
  switch (machine.state) {
    case 'idle':
      return task_state ?? 'none';
    default:
      return 'done';
  }
}

type state = 'open' | 'shut' | 'ajar';
export const all: readonly state[] = ['open', 'shut', 'ajar'];
export const named: Record<state, number> = { open: 1, shut: 2, ajar: 3 };

import { constants } from 'node:os';

const pending = new Set<() => void>();

/**
 * Runs a step when the process ends, in whatever way, unless the returned function has run it before.
 * The step has to be synchronous, for a process that ends waits for nothing.
 */
export function keepTidy(step: () => void): () => void {
  if (pending.size === 0) listen();
  const once = () => {
    if (pending.delete(once)) step();
  };
  pending.add(once);
  return once;
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const step of [...pending].reverse()) {
      try {
        step();
      } catch (error) {
        console.error(error);
      }
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

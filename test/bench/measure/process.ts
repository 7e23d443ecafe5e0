import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ColdOutcome, MemoryOutcome, TimedOutcome } from './outcome';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Proves and times all candidates on an input, in a process of its own. */
export function timeInProcess(plan: number): Promise<TimedOutcome> {
  return run(['time', plan]);
}

/** Times one candidate on an input in a process that has done nothing yet. */
export function coldInProcess(plan: number, candidate: number): Promise<ColdOutcome> {
  return run(['cold', plan, candidate]);
}

/** Measures the memory of one candidate on an input, in a process of its own. */
export function memoryInProcess(plan: number, candidate: number): Promise<MemoryOutcome> {
  return run(['memory', plan, candidate]);
}

function run<Outcome>(args: readonly (string | number)[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const execArgv = [...process.execArgv, '--expose-gc'];
    const child = fork(CHILD, args.map(String), { execArgv, serialization: 'advanced' });
    let outcome: Outcome | undefined;
    child.on('message', (message) => {
      outcome = message as Outcome;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (outcome && code === 0) resolve(outcome);
      else reject(new Error(`measuring ${args.join(' ')} ended with code ${code}`));
    });
  });
}

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import { Checker, type Plan } from './check-file';
import type { FileReport } from './report';

/** Files that a thread is given at once: handing over costs more than checking a small file. */
const BATCH = 32;

/** How long files are checked before it is known what they take, in milliseconds. */
const TRIAL = 200;

/** Work that is left, in milliseconds, from which threads save more than starting them costs. */
const WORTH_THREADS = 1000;

/**
 * Checks the files and gives their reports in the order of the files.
 * @param threads how many there are to be; where that is left open, they are started when it pays
 */
export async function* runChecks(
  files: readonly string[],
  plan: Plan,
  threads?: number,
): AsyncGenerator<FileReport> {
  if (threads !== undefined && threads > 1) {
    yield* inThreads(files, plan, threads);
    return;
  }
  const checker = new Checker(plan);
  let spent = 0;
  for (const [index, file] of files.entries()) {
    const left = (spent / index) * (files.length - index);
    if (threads === undefined && spent > TRIAL && left > WORTH_THREADS) {
      yield* inThreads(files.slice(index), plan, availableParallelism());
      return;
    }
    const start = performance.now();
    const report = checker.checkFile(file);
    spent += performance.now() - start;
    yield report;
  }
}

async function* inThreads(
  files: readonly string[],
  plan: Plan,
  wanted: number,
): AsyncGenerator<FileReport> {
  const threads = Math.max(1, Math.min(wanted, Math.ceil(files.length / BATCH)));
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.mjs', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: plan,
  });
  try {
    const batches: Promise<FileReport[]>[] = [];
    let next = 0;
    // Enough is under way to keep all threads busy, and no more is held than that.
    const start = () => {
      const batch = files.slice(next, next + BATCH);
      next += BATCH;
      const result: Promise<FileReport[]> = pool.run(batch);
      // It is awaited later; a failure before that must not count as unhandled.
      result.catch(() => undefined);
      batches.push(result);
    };
    while (next < files.length && batches.length < threads * 4) start();
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const reports = await batch;
      if (next < files.length) start();
      yield* reports;
    }
  } finally {
    await pool.destroy();
  }
}

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import { Checker, type Plan } from './check-file';
import type { FileReport } from './report';

/** Files that a thread is given at once: handing over costs more than checking a small file. */
const BATCH = 32;

/** Below this number of files, starting threads costs more than it saves. */
const LEAST_FOR_THREADS = 200;

/** How many threads are worth starting for so many files. */
export function threadsFor(files: number, wanted: number | undefined): number {
  const threads = wanted ?? (files < LEAST_FOR_THREADS ? 1 : availableParallelism());
  return Math.min(threads, Math.ceil(files / BATCH));
}

/** Checks the files, in threads where that pays, and gives their reports in the order of the files. */
export async function* runChecks(
  files: readonly string[],
  plan: Plan,
  threads: number,
): AsyncGenerator<FileReport> {
  if (threads <= 1) {
    const checker = new Checker(plan);
    for (const file of files) yield checker.checkFile(file);
    return;
  }
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

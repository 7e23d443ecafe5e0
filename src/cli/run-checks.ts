import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import { Checker, type Plan, reasonOf } from './check-file';
import { systemPath } from './paths';
import type { FileReport, FileResult } from './report';

/** Files that a thread is given at once: handing over costs more than checking a small file. */
const BATCH = 32;

/** How long files are checked before it is known what they take, in milliseconds. */
const TRIAL = 200;

/** Work that is left, in milliseconds, from which threads save more than starting them costs. */
const WORTH_THREADS = 1000;

/** Bytes of a file from which a thread is to check it: it can take long, and all memory that there is. */
const LARGE = 1_000_000;

/** How long nothing but files is looked after, in milliseconds: then it is seen that someone interrupts. */
const TURN = 50;

/**
 * Checks the files and gives their reports in the order of the files. Files are only written by the main thread, which
 * ends between two files if at all.
 * @param threads how many there are to be; where that is left open, they are started when it pays
 */
export async function* runChecks(
  files: readonly string[],
  plan: Plan,
  threads?: number,
): AsyncGenerator<FileReport> {
  const checker = new Checker(plan);
  if (threads !== undefined && threads > 1) {
    yield* inThreads(files, plan, checker, threads);
    return;
  }
  let spent = 0;
  let turn = performance.now();
  for (const [index, file] of files.entries()) {
    const left = (spent / index) * (files.length - index);
    const pays = spent > TRIAL && left > WORTH_THREADS;
    if (threads === undefined && (pays || sizeOf(file) > LARGE)) {
      yield* inThreads(files.slice(index), plan, checker, availableParallelism());
      return;
    }
    const start = performance.now();
    const report = checker.write(checker.checkFile(file), file);
    const end = performance.now();
    spent += end - start;
    yield report;
    if (end - turn < TURN) continue;
    await setImmediate();
    turn = performance.now();
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(systemPath(file)).size;
  } catch {
    return 0;
  }
}

async function* inThreads(
  files: readonly string[],
  plan: Plan,
  checker: Checker,
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
    const batches: Promise<FileResult[]>[] = [];
    let next = 0;
    // Enough is under way to keep all threads busy, and no more is held than that.
    const start = () => {
      const batch = files.slice(next, next + BATCH);
      next += BATCH;
      batches.push(checkBatch(batch, pool, checker));
    };
    while (next < files.length && batches.length < threads * 4) start();
    let done = 0;
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const results = await batch;
      if (next < files.length) start();
      for (const result of results) {
        yield checker.write(result, files[done] ?? '');
        done++;
      }
    }
  } finally {
    await pool.destroy();
  }
}

/** Checks files in a thread; if that breaks down, one after the other, so that one of them alone is lost. */
async function checkBatch(
  files: readonly string[],
  pool: Tinypool,
  checker: Checker,
): Promise<FileResult[]> {
  try {
    return await pool.run(files);
  } catch (error) {
    const [file] = files;
    if (file === undefined) return [];
    if (files.length === 1) return [{ report: checker.troubled(file, reasonOf(error)) }];
    const results: FileResult[] = [];
    for (const file of files) results.push(...(await checkBatch([file], pool, checker)));
    return results;
  }
}

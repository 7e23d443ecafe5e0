import { workerData } from 'node:worker_threads';
import { Checker } from './check-file';
import type { FileResult } from './report';

/** The pool hands over its own data first, ours second. */
const [, plan] = workerData;
const checker = new Checker(plan);

/** Checks files in a thread. */
export default function check(files: readonly string[]): FileResult[] {
  return files.map((file) => checker.checkFile(file));
}

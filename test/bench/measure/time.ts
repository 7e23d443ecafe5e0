import { Bench } from 'tinybench';
import type { Operation } from '../candidates/candidate';
import type { Trial } from './proof';
import type { Session } from './session';
import { type Summary, summarize } from './statistics';

/** How long and how often is measured, by what one run takes; all times in milliseconds. */
const PLANS = [
  { upTo: 400, time: 300, iterations: 9, warmupIterations: 3 },
  { upTo: 2000, time: 0, iterations: 5, warmupIterations: 1 },
  { upTo: 20_000, time: 0, iterations: 2, warmupIterations: 0 },
];
/** The engine needs about this long to make its best of a parser; what comes after it is nearly ready. */
const WARMUP_OF_FIRST = 1000;
const WARMUP = 200;

/**
 * Times an operation of a session; any but the first diagnostics need those to be there. What the editor does for
 * the operation is not counted.
 * @returns milliseconds, or undefined where one run takes too long to be repeated
 */
export async function time(
  session: Session,
  operation: Operation,
  { milliseconds, isAsync }: Trial,
): Promise<Summary | undefined> {
  const plan = PLANS.find(({ upTo }) => milliseconds <= upTo);
  if (!plan) return undefined;
  if (operation !== 'open' && session.state === undefined) await session.run('open');
  const bench = new Bench({
    ...plan,
    warmupTime: plan.time > 0 ? (operation === 'open' ? WARMUP_OF_FIRST : WARMUP) : 0,
    warmup: plan.warmupIterations > 0,
    retainSamples: true,
    throws: true,
    setup: () => globalThis.gc?.(),
  });
  bench.add(operation, () => session.run(operation), {
    async: isAsync,
    beforeEach: () => {
      if (operation === 'afterKeyPress') session.press();
    },
  });
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state !== 'completed') throw new Error(`${operation}: ${result?.state}`);
  const samples = result.latency.samples ?? [];
  // Where nothing is warmed up, the trial was as good a run as any.
  return summarize(plan.warmupIterations > 0 ? samples : [...samples, milliseconds]);
}

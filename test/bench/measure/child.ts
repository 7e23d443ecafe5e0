/** The process in which one measurement is made; what to do comes as arguments, the outcome goes to the parent. */
import { CANDIDATES } from '../candidates/candidates';
import { makeInput, PLANS, smallest } from '../inputs/inputs';
import { memoryOf } from './memory';
import type { ColdOutcome, MemoryOutcome, Stretch, TimedOutcome, Timing } from './outcome';
import { prove } from './proof';
import { operationsOf, Session } from './session';
import { longestSlices } from './slices';
import { time } from './time';

const [task, planIndex, candidateIndex] = process.argv.slice(2);

async function main(): Promise<void> {
  const plan = PLANS[Number(planIndex)];
  if (!plan) throw new Error('no such input');
  const input = makeInput(plan);
  const candidates = CANDIDATES[plan.syntax];
  if (task === 'cold' || task === 'memory') {
    const candidate = await candidates[Number(candidateIndex)]?.();
    if (!candidate) throw new Error('no such candidate');
    const { name, role } = candidate;
    const session = new Session(candidate, input);
    if (task === 'cold') {
      const start = performance.now();
      await session.run('open');
      const milliseconds = performance.now() - start;
      process.send?.({ candidate: name, role, milliseconds } satisfies ColdOutcome);
      return;
    }
    // What has to be compiled is no part of what a document takes.
    await new Session(candidate, makeInput(smallest(plan.syntax))).run('open');
    const memory = await memoryOf(session);
    process.send?.({ candidate: name, role, memory } satisfies MemoryOutcome);
    return;
  }

  const objections: string[] = [];
  const proven = [];
  for (const load of candidates) {
    const candidate = await load();
    const proof = await prove(candidate, input);
    objections.push(...proof.objections);
    proven.push({ candidate, proof });
  }
  const timings: Timing[] = [];
  const stretches: Stretch[] = [];
  if (objections.length === 0) {
    for (const { candidate, proof } of proven) {
      const { name, role } = candidate;
      const longest = longestSlices(candidate, input);
      if (longest) stretches.push({ candidate: name, role, summary: longest });
      const session = new Session(candidate, input);
      for (const operation of operationsOf(candidate, input)) {
        const trial = proof.trials.get(operation);
        if (!trial) continue;
        const summary = await time(session, operation, trial);
        timings.push({ candidate: name, role, operation, summary, once: trial.milliseconds });
      }
    }
  }
  const faults = input.places.filter(({ faulty }) => faulty).length;
  const { length } = input.text;
  const outcome: TimedOutcome = { objections, timings, stretches, faults, length };
  process.send?.(outcome);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

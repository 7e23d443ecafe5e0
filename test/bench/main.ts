/** The bench's entry: proves, measures, prints, and with `--write` writes the report. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { measureInEditor } from './editor/run';
import { PLANS } from './inputs/inputs';
import { coldInProcess, memoryInProcess, timeInProcess } from './measure/process';
import { summarize } from './measure/statistics';
import { type Options, readOptions } from './options';
import { readme } from './report/readme';
import type { Measure, Result } from './report/results';
import { behind, tables } from './report/tables';
import { workspaceTable } from './report/workspace';
import { checkByFloor } from './workspace/floor';
import { checkInEditor } from './workspace/in-editor';
import type { WorkspaceOutcome } from './workspace/outcome';

/** How often each candidate gets a fresh process. */
const FRESH_PROCESSES = 3;
/** Below this size, memory is all about the candidate and not about the text. */
const LEAST_FOR_MEMORY = 1_000_000;
const LEAST_FOR_COLD = 100_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return;
  let load = currentLoad();
  warnOf(load);
  const results: Result[] = [];
  const objections: string[] = [];
  for (const index of options.plans) {
    const { objections: some, results: more } = await measure(index, options);
    objections.push(...some);
    results.push(...more);
    load = Math.max(load, currentLoad());
  }
  const inEditor = options.editor
    ? `${await measureInEditor()}\n${workspaceTable(await checkWorkspace())}`
    : '';
  if (results.length > 0) {
    console.log(`\n${tables(results)}\n## Where a peer does better\n\n${behind(results)}`);
  }
  if (inEditor) console.log(`\n${inEditor}`);
  if (objections.length > 0) {
    console.error('The candidates do not find the same faults, so those inputs were not timed:');
    for (const objection of objections) console.error(`- ${objection}`);
    process.exitCode = 1;
    return;
  }
  if (options.write)
    writeFileSync(new URL('./README.md', import.meta.url), readme(results, inEditor, load));
}

/** The check of a workspace: what the language floor takes for it, and what it takes in VS Code. */
async function checkWorkspace(): Promise<WorkspaceOutcome[]> {
  const outcomes = [checkByFloor(), await checkInEditor()];
  console.log(`A workspace of ${outcomes[0]?.files} files: judged as planted`);
  return outcomes;
}

function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

function warnOf(load: number): void {
  if (load > availableParallelism() / 2) {
    console.warn(
      `The machine is busy (load ${load.toFixed(1)}): trust the ratios, and not too far.`,
    );
  }
}

async function measure(index: number, { memory }: Options) {
  const plan = PLANS[index];
  if (!plan) throw new Error('no such input');
  const start = performance.now();
  const { objections, timings, stretches, faults, length } = await timeInProcess(index);
  const results: Result[] = timings.map(({ operation, candidate, role, summary }) => {
    return { plan, length, measure: operation, candidate, role, summary };
  });
  for (const stretch of stretches) results.push({ plan, length, measure: 'stretch', ...stretch });
  const isForCold = plan.holdsStates && !plan.oneLine && plan.size >= LEAST_FOR_COLD;
  if (objections.length === 0 && memory && isForCold) {
    const roles = new Map(timings.map(({ candidate, role }) => [candidate, role]));
    for (const [candidate, role] of [...roles.values()].entries()) {
      if (role !== 'floor') results.push(...(await cold(index, candidate, length)));
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const verdict =
    objections.length === 0
      ? `${faults} faulty records, found by all`
      : 'NOT found by all, see below';
  console.log(`${plan.syntax}, ${plan.label}: ${verdict} (${seconds} s)`);
  return { objections, results };
}

/** Time and memory of a candidate in fresh processes. */
async function cold(index: number, candidateIndex: number, length: number): Promise<Result[]> {
  const plan = PLANS[index];
  if (!plan) return [];
  const times = await several(() => coldInProcess(index, candidateIndex));
  const memories =
    plan.size < LEAST_FOR_MEMORY ? [] : await several(() => memoryInProcess(index, candidateIndex));
  const [first] = times;
  if (!first) return [];
  const { candidate, role } = first;
  const row = (measure: Measure, samples: readonly number[]): Result => {
    return { plan, length, measure, candidate, role, summary: summarize(samples) };
  };
  const time = row(
    'cold',
    times.map(({ milliseconds }) => milliseconds),
  );
  if (memories.length === 0) return [time];
  const measures = ['peakInUse', 'peakHeap', 'peakResident', 'keptHeap'] as const;
  const rows = measures.map((measure) =>
    row(
      measure,
      memories.map(({ memory }) => memory[measure] / length),
    ),
  );
  return [time, ...rows];
}

/** What as many fresh processes tell, one after the other. */
async function several<Outcome>(measureOnce: () => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let count = 0; count < FRESH_PROCESSES; count++) outcomes.push(await measureOnce());
  return outcomes;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

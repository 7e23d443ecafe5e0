/**
 * Runs random programs on the servers of every row of each dialect, and compares what becomes of their conditions with
 * what is reported of them, and with what the TypeScript compiler finds.
 *
 * `npm run soundness -- [count] [seed] [shown] [dialect]`, where `shown` is how many false flags and misses are shown.
 */
import { DIALECTS, type Relation, relationOf } from '../../src/model';
import { type Features, type Program, programs, serversOf } from '../support/programs';
import { compiled } from './compiler';
import { type Measured, measure } from './measure';
import { shapesOf } from './shapes';
import { Tally } from './tally';

const [COUNT = 1000, SEED = 1, SHOWN = 3] = process.argv.slice(2, 5).map(Number);
const ONLY = process.argv[5];
/** As many programs are compiled: that takes much longer than all else. */
const COMPILED = 1000;
const BATCH = 100;

/** Programs in which nothing changes the one server at hand: running them on all servers says what can be. */
const EXACT: Features = {
  calls: false,
  assignments: false,
  suspensions: false,
  closures: false,
  exceptions: false,
  others: false,
  elements: false,
};

let wrong = 0;
for (const dialect of DIALECTS.filter((name) => ONLY === undefined || name === ONLY)) {
  const half = Math.ceil(COUNT / 2);
  run(`${dialect}, one server that nothing changes`, relationOf(dialect), half, EXACT);
  run(`${dialect}, several servers and what changes them`, relationOf(dialect), half, {});
}
process.exitCode = wrong === 0 ? 0 : 1;

function run(title: string, relation: Relation, count: number, features: Features): void {
  const servers = serversOf(relation);
  const lacking = serversOf(relation, true);
  const tally = new Tally();
  const isExact = features === EXACT;
  const step = Math.max(1, Math.floor(count / COMPILED));
  const shown = { wrong: 0, missed: 0 };
  const finish = (batch: readonly Program[]) => {
    const asked = isExact ? batch.filter((_, index) => index % step === 0) : [];
    const objections = new Map(
      compiled(asked, relation).map((found, index) => [asked[index], found] as const),
    );
    for (const program of batch) {
      tally.programs++;
      const all = measure(program, relation, servers, lacking);
      for (const each of all) checkFlag(program, each);
      if (isExact) countNever(program, all, objections.get(program));
    }
  };
  const checkFlag = (program: Program, each: Measured) => {
    if (!each.isFlagged) return;
    tally.flags++;
    if (!each.cameTrue) return;
    tally.wrong++;
    if (shown.wrong++ < SHOWN) show('WRONG', program, each);
  };
  const countNever = (
    program: Program,
    all: readonly Measured[],
    objected: ReadonlySet<number> | undefined,
  ) => {
    if (!all.some(({ isReached, cameTrue }) => isReached && !cameTrue)) return;
    const shapes = shapesOf(program);
    all.forEach((each, index) => {
      const shape = shapes[index];
      if (!shape || shape.isCompound || !each.isReached || each.cameTrue) return;
      const isObjected = objected?.has(index);
      tally.addNever(shape.name, each.isFlagged, isObjected);
      if (each.isFlagged || shown.missed >= SHOWN) return;
      shown.missed++;
      show(isObjected ? 'MISSED, not by the compiler' : 'MISSED', program, each);
    });
  };
  let batch: Program[] = [];
  for (const program of programs(SEED, count, relation, features)) {
    batch.push(program);
    if (batch.length < BATCH) continue;
    finish(batch);
    batch = [];
  }
  finish(batch);
  wrong += tally.wrong;
  console.log([title, ...tally.lines(), ''].join('\n'));
}

function show(title: string, { text }: Program, { start, end }: Measured): void {
  console.log(`${title}: ${text.slice(start, end)} at ${start} of\n${text}`);
}

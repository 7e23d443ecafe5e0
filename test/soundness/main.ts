/**
 * Runs random programs on the servers of every row of each dialect, and compares what becomes of their conditions with
 * what is reported of them, and with what the TypeScript compiler finds.
 *
 * `npm run soundness -- [count] [seed]`
 */
import { DIALECTS, relationOf } from '../../src/model';
import { type Program, programs } from '../support/programs';
import { compiled } from './compiler';
import { type Measured, measure } from './measure';

const COUNT = Number(process.argv[2] ?? 1000);
const SEED = Number(process.argv[3] ?? 1);
/** So many programs are compiled at a time. */
const BATCH = 200;
/** False flags and misses that are shown. */
const SHOWN = Number(process.argv[4] ?? 3);

interface Row {
  never: number;
  flagged: number;
  compiler: number;
  missed: number;
}

let failures = 0;
/** Servers next to the one that a program is run on. */
const OTHERS = /\bo\b|this\.vm|\beach\b|\bnext\b/;
const ONLY = process.argv[5];

for (const dialect of DIALECTS.filter((name) => ONLY === undefined || name === ONLY)) {
  const relation = relationOf(dialect);
  for (const isPlain of [true, false]) run(dialect, relation, isPlain);
}
process.exitCode = failures === 0 ? 0 : 1;

function run(dialect: string, relation: ReturnType<typeof relationOf>, isPlain: boolean): void {
  const features = isPlain
    ? {
        calls: false,
        assignments: false,
        suspensions: false,
        closures: false,
        exceptions: false,
        absences: false,
      }
    : {};
  const rows = new Map<string, Row>();
  const totals = { programs: 0, flags: 0, wrong: 0, strictFlags: 0, strictWrong: 0 };
  const shown: string[] = [];
  const missed: string[] = [];
  let batch: Program[] = [];
  const finish = () => {
    const objections = compiled(batch, relation);
    batch.forEach((program, number) => {
      totals.programs++;
      for (const each of measure(program, relation, 'asked')) {
        count(each, objections[number]?.has(each.index) === true);
      }
      if (number % 5 > 0) return;
      for (const { isFlagged, cameTrue } of measure(program, relation, 'always')) {
        if (isFlagged) totals.strictFlags++;
        if (isFlagged && cameTrue) totals.strictWrong++;
      }
    });
    batch = [];
  };
  const count = (each: Measured, isObjected: boolean) => {
    const { program, index } = each;
    const { start, end } = program.conditions[index] ?? { start: 0, end: 0 };
    const show = () => `${program.text.slice(start, end)} at ${start} of\n${program.text}`;
    if (each.isFlagged) totals.flags++;
    if (each.isFlagged && each.cameTrue) {
      totals.wrong++;
      if (shown.length < SHOWN) shown.push(show());
    }
    if (!each.counts || !each.isReached || each.cameTrue) return;
    const row = rows.get(each.shape) ?? { never: 0, flagged: 0, compiler: 0, missed: 0 };
    rows.set(each.shape, row);
    row.never++;
    if (each.isFlagged) row.flagged++;
    if (isObjected) row.compiler++;
    if (isObjected && !each.isFlagged) row.missed++;
    if (!each.isFlagged && missed.length < SHOWN)
      missed.push(`${isObjected ? 'COMPILER ' : ''}${show()}`);
  };
  for (const program of programs(SEED, COUNT, relation, features)) {
    // What becomes of two servers at a time depends on chance, so that few runs say what cannot be; and what is
    // spelled plainly is not judged before the code shows that it is of a server.
    if (
      isPlain &&
      (program.spelling.vm_state === 'vm_state' ||
        OTHERS.test(program.text.slice(program.text.indexOf('\n'))))
    )
      continue;
    batch.push(program);
    if (batch.length === BATCH) finish();
  }
  if (batch.length > 0) finish();

  failures += totals.wrong + totals.strictWrong;
  console.log(
    `\n${dialect}, ${isPlain ? 'without' : 'with'} what changes servers: ${totals.programs} programs`,
  );
  console.log(
    `  ${totals.flags} flags, ${totals.wrong} of them wrong; ${totals.strictFlags} and ${totals.strictWrong} where any field can be absent`,
  );
  console.log('  never true           conditions  flagged        compiler  only it');
  const whole = [...rows.values()].reduce(
    (sum, row) => ({
      never: sum.never + row.never,
      flagged: sum.flagged + row.flagged,
      compiler: sum.compiler + row.compiler,
      missed: sum.missed + row.missed,
    }),
    { never: 0, flagged: 0, compiler: 0, missed: 0 },
  );
  for (const [name, row] of [...[...rows].sort(), ['all', whole] as const]) {
    const share = row.never === 0 ? '' : `${((100 * row.flagged) / row.never).toFixed(1)} %`;
    console.log(
      `  ${name.padEnd(22)}${String(row.never).padStart(9)}${String(row.flagged).padStart(9)}${share.padStart(9)}${String(row.compiler).padStart(10)}${String(row.missed).padStart(9)}`,
    );
  }
  for (const each of shown) console.log(`WRONG: ${each}`);
  for (const each of missed) console.log(`MISSED: ${each}`);
}

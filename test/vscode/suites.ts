import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './builds';
import { keepTidy } from './cleanup';
import { InOrder } from './in-order';

/** Tests that run in one process. */
export interface Suite {
  readonly title: string;
  /** What Node is called with. */
  readonly args: readonly string[];
}

/** What a suite came to. */
export interface Outcome {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/**
 * Runs the suites of each lane one after the other, and the lanes at the same time.
 * What they print is shown suite by suite, in the order of the lanes.
 */
export async function runLanes(
  lanes: readonly (readonly Suite[])[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome[]> {
  const suites = lanes.flat();
  const output = new InOrder(suites.length, (text) => process.stdout.write(text));
  const runLane = async (lane: readonly Suite[]) => {
    const outcomes: Outcome[] = [];
    for (const suite of lane) {
      const place = suites.indexOf(suite);
      output.write(place, `\n=== ${suite.title} ===\n`);
      outcomes.push(await run(suite, environment, (text) => output.write(place, text)));
      output.end(place);
    }
    return outcomes;
  };
  const showRest = keepTidy(() => output.flush());
  const outcomes = await Promise.all(lanes.map(runLane));
  showRest();
  return outcomes.flat();
}

/** Runs a suite and counts by what mocha prints in the end. */
async function run(
  { title, args }: Suite,
  environment: Readonly<Record<string, string>>,
  print: (text: string) => void,
): Promise<Outcome> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const end = keepTidy(() => child.kill());
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      print(text);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      print(`${error}\n`);
      resolve(null);
    });
    child.once('close', resolve);
  });
  end();
  const plain = stripVTControlCharacters(printed);
  const sum = (pattern: RegExp) =>
    [...plain.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  const failures = sum(/^\s*(\d+) failing\b/gm);
  return {
    title,
    passed: sum(/^\s*(\d+) passing\b/gm),
    // A suite that ends before its tests do has failed, whatever it counted.
    failed: code === 0 ? failures : Math.max(failures, 1),
    seconds: (performance.now() - begun) / 1000,
  };
}

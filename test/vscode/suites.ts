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
 * Runs suites in their order, some at the same time. What they print is shown one after the other.
 * @param atOnce how many run at the same time
 */
export async function runSuites(
  suites: readonly Suite[],
  atOnce: number,
  environment: Readonly<Record<string, string>>,
): Promise<Outcome[]> {
  const output = new InOrder(suites.length, (text) => process.stdout.write(text));
  const outcomes: Outcome[] = [];
  const queue = suites.entries();
  const work = async () => {
    for (const [place, suite] of queue) {
      output.write(place, `\n=== ${suite.title} ===\n`);
      outcomes[place] = await run(suite, environment, (text) => output.write(place, text));
      output.end(place);
    }
  };
  const showRest = keepTidy(() => output.flush());
  await Promise.all(Array.from({ length: atOnce }, work));
  showRest();
  return outcomes;
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

// Builds once, runs every suite and adds up what they count: unit, command line, language server, extension host, page.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { getBuild, NEWEST_VARIABLE, ROOT } from './builds';
import { CHROME_VARIABLE, getChromium } from './chromium';
import { type Outcome, runLanes, type Suite } from './lanes';

const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

const mocha = (title: string, config: string, ...files: string[]): Suite => ({
  title,
  args: [MOCHA, '--config', config, ...files],
});

const script = (title: string, file: string, ...args: string[]): Suite => ({
  title,
  args: ['--import', 'tsx', file, ...args],
});

/** What needs the processor and what waits for an editor or its page: they run next to each other. */
const LANES: readonly (readonly Suite[])[] = [
  [
    mocha('Unit', '.mocharc.json', 'test/unit/**/*.test.ts'),
    mocha('Command line', 'test/cli/.mocharc.json'),
    mocha('Language server', 'test/server/.mocharc.json'),
  ],
  [
    script('Extension host, oldest VS Code', 'test/host/run.ts', 'oldest'),
    script('Extension host, newest VS Code', 'test/host/run.ts', 'newest'),
    script('Page, web-worker host', 'test/page/run.ts', 'web'),
    script('Page, Node host', 'test/page/run.ts', 'node'),
  ],
];

/** Builds the extension, installs what is missing, and gives what all suites are to use of it. */
async function prepare(): Promise<Record<string, string>> {
  const building = promisify(execFile)(process.execPath, ['esbuild.js', '--production'], {
    cwd: ROOT,
  });
  const [newest, chromium] = await Promise.all([
    getBuild('newest'),
    getChromium(),
    getBuild('oldest'),
    building,
  ]);
  return { [NEWEST_VARIABLE]: newest.version, [CHROME_VARIABLE]: chromium };
}

function line({ title, passed, failed, seconds }: Outcome): string {
  const sum = `${passed} of ${passed + failed}`.padStart(14);
  return `${title.padEnd(32)}${sum}${`${seconds.toFixed(0)} s`.padStart(8)}`;
}

async function main(): Promise<void> {
  const outcomes = await runLanes(LANES, await prepare());
  console.log(`\n${outcomes.map(line).join('\n')}`);
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, each) => total + each[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});

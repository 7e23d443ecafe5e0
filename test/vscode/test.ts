// Builds once, runs every suite and adds up what they count: unit, command line, language server, extension host, page.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { getBuild, NEWEST_VARIABLE, ROOT } from './builds';
import { CHROME_VARIABLE, getChromium } from './chromium';
import { type Outcome, runSuites, type Suite } from './suites';

const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

const mocha = (title: string, config: string, ...files: string[]): Suite => ({
  title,
  args: [MOCHA, '--config', config, ...files],
});

const script = (title: string, file: string, ...args: string[]): Suite => ({
  title,
  args: ['--import', 'tsx', file, ...args],
});

/** How many suites run at the same time: some need the processor, others wait for an editor or its page. */
const AT_ONCE = 3;

/** The suites, those first that take longest. */
const SUITES: readonly Suite[] = [
  script('Page, web-worker host', 'test/page/run.ts', 'web'),
  mocha('Unit', '.mocharc.json', 'test/unit/**/*.test.ts'),
  script('Extension host, oldest VS Code', 'test/host/run.ts', 'oldest'),
  script('Extension host, newest VS Code', 'test/host/run.ts', 'newest'),
  mocha('Command line', 'test/cli/.mocharc.json'),
  script('Page, Node host', 'test/page/run.ts', 'node'),
  mocha('Language server', 'test/server/.mocharc.json'),
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
  const outcomes = await runSuites(SUITES, AT_ONCE, await prepare());
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

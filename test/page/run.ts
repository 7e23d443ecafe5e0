// Runs the page suite: `run.ts web node`, all of it with the extension packaged in the web-worker host of the oldest
// VS Code, and what is marked as being for both hosts with the extension in the Node host of the newest one.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getBuild, ROOT } from '../vscode/builds';
import { keepTidy } from '../vscode/cleanup';
import { PACKAGE_VARIABLE } from './extension-under-test';
import { BUILD_VARIABLE } from './shared-workbench';

const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

/** In the titles of tests of what an extension host has a way of its own for, or a version of the page. */
const MARK = '[both hosts]';

interface Host {
  /** The VS Code whose page is used, where the environment names no other. */
  readonly build: string;
  /** Which tests are run. */
  readonly filter: readonly string[];
  /** What tells the suite of the host. */
  readonly variables: () => Record<string, string>;
}

const HOSTS: Readonly<Record<string, Host>> = {
  web: {
    build: 'oldest',
    filter: [],
    variables: () => ({ [PACKAGE_VARIABLE]: packageExtension() }),
  },
  node: { build: 'newest', filter: ['--fgrep', MARK], variables: () => ({}) },
};

async function main(): Promise<void> {
  for (const name of process.argv.slice(2)) {
    const host = HOSTS[name];
    if (!host) throw new Error(`There is no ${name} host.`);
    const { version, vscode } = await getBuild(process.env[BUILD_VARIABLE] ?? host.build);
    console.log(`\nOn the page of VS Code ${vscode}, with the extension in the ${name} host\n`);
    const flags = ['--config', 'test/page/.mocharc.json', ...host.filter];
    const child = spawn(process.execPath, [MOCHA, ...flags], {
      cwd: ROOT,
      env: { ...process.env, [BUILD_VARIABLE]: version, ...host.variables() },
      stdio: 'inherit',
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) process.exitCode = 1;
  }
}

/** Packages the extension into a temporary folder, and gives the path of the package. */
function packageExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-package-'));
  keepTidy(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, ['--import', 'tsx', 'test/package/package.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path.join(folder, 'ecs-states.vsix');
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

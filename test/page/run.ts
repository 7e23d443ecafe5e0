// Runs the page suite: `run.ts node web`, with the extension in the Node and packaged in the web-worker host.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getBuild, ROOT } from '../vscode/builds';
import { keepTidy } from '../vscode/cleanup';
import { PACKAGE_VARIABLE } from './extension-under-test';

const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

/** The extension hosts, with the variables that tell the suite of each. */
const HOSTS: Readonly<Record<string, () => Record<string, string>>> = {
  node: () => ({}),
  web: () => ({ [PACKAGE_VARIABLE]: packageExtension() }),
};

async function main(): Promise<void> {
  const { vscode } = await getBuild('oldest');
  for (const host of process.argv.slice(2)) {
    const variables = HOSTS[host];
    if (!variables) throw new Error(`There is no ${host} host.`);
    console.log(`\nOn the page of VS Code ${vscode}, with the extension in the ${host} host\n`);
    const child = spawn(process.execPath, [MOCHA, '--config', 'test/page/.mocharc.json'], {
      cwd: ROOT,
      env: { ...process.env, ...variables() },
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
  execFileSync(process.execPath, ['test/package/package.mjs', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path.join(folder, 'ecs-states.vsix');
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

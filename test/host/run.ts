// Runs the in-host suite: `run.ts oldest newest` on these builds in a browser, `run.ts desktop` on the desktop.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests, type TestOptions } from '@vscode/test-electron';
import { getBuild, ROOT } from '../vscode/builds';
import { keepTidy } from '../vscode/cleanup';
import { bundleSuite } from './bundle';

const CODE_IN_BROWSER = path.join(ROOT, 'test/vscode/code-in-browser.cjs');

async function main(): Promise<void> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'ecs-states-host-'));
  keepTidy(() => rmSync(workspace, { recursive: true, force: true }));
  cpSync(path.join(ROOT, 'examples'), workspace, { recursive: true });
  const builds = process.argv.slice(2);
  const options = {
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: await bundleSuite(builds.join('-')),
    launchArgs: [workspace, '--disable-extensions'],
  };
  for (const which of builds) {
    try {
      await runTests({ ...options, ...(await hostOf(which)) });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}

/** What to start; without an executable, a desktop VS Code is downloaded. */
async function hostOf(which: string): Promise<Partial<TestOptions>> {
  if (which === 'desktop') {
    console.log('\nIn the extension host of a desktop VS Code\n');
    return {};
  }
  const { version, vscode } = await getBuild(which);
  console.log(`\nIn the extension host of VS Code ${vscode}, the ${which} build\n`);
  return {
    vscodeExecutablePath: CODE_IN_BROWSER,
    extensionTestsEnv: { CODE_SERVER_BUILD: version },
  };
}

void main();

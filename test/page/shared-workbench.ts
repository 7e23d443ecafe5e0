import { getBuild } from '../vscode/builds';
import { extensionUnderTest } from './extension-under-test';
import { VSCode, type WorkbenchOptions } from './vs-code';
import type { Workbench } from './workbench';

/** Names the VS Code to test on, as `getBuild` takes it. */
export const BUILD_VARIABLE = 'CODE_SERVER_BUILD';

let vscode: Promise<VSCode> | undefined;
let shared: Promise<Workbench> | undefined;

async function startVSCode(): Promise<VSCode> {
  const build = await getBuild(process.env[BUILD_VARIABLE] ?? 'oldest');
  return VSCode.start({ build, extension: extensionUnderTest() });
}

/** Opens a workbench of its own, for a test that needs another display language; close it in the end. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  vscode ??= startVSCode();
  return (await vscode).open(options);
}

/** The workbench that tests share, because opening one takes long. Each gets it without open editors. */
export function sharedWorkbench(): Promise<Workbench> {
  shared ??= openWorkbench({});
  return shared;
}

/** Shows what a failed test has seen, and leaves nothing of a test to the next. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const workbench = await shared;
    if (!workbench) return;
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${currentTest.fullTitle().replaceAll(/\W+/g, '-')}`);
    }
    await workbench.reset();
  },
  async afterAll(): Promise<void> {
    await (await vscode)?.stop();
  },
};

import { getBuild } from '../vscode/builds';
import { extensionUnderTest } from './extension-under-test';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

/** Something to report, which tells that the extension runs. */
const FAULTY = '{ "vm_state": "active", "task_state": "nonsense" }';

/** Opens a workbench in which the extension runs. */
export async function openReadyWorkbench(
  options: Partial<WorkbenchOptions> = {},
): Promise<Workbench> {
  const build = await getBuild('oldest');
  const workbench = await openWorkbench({ build, extension: extensionUnderTest(), ...options });
  try {
    await workbench.openNew('ready.json', FAULTY);
    await workbench.waitForMark();
    await workbench.closeEditor();
  } catch (error) {
    await workbench.screenshot('failed-to-get-ready');
    await workbench.close();
    throw error;
  }
  return workbench;
}

let shared: Promise<Workbench> | undefined;

/** The workbench that tests share, because opening one takes long. Each gets it without open editors. */
export function sharedWorkbench(): Promise<Workbench> {
  shared ??= openReadyWorkbench();
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
    await workbench.closeEditors();
  },
  async afterAll(): Promise<void> {
    await (await shared)?.close();
  },
};

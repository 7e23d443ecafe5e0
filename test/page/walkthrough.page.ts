import { strict as assert } from 'node:assert';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../vscode/builds';
import { sharedWorkbench } from './shared-workbench';
import type { Problem } from './workbench';

const SCHEMA = path.join(ROOT, 'media/schema/servers.schema.json');

describe('the walkthrough', () => {
  it('has three steps with a picture each, and opens an example', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openWalkthrough('Get Started with ECS States');
    const { page } = workbench;
    const steps = page.locator('.gettingStartedDetailsContent .getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 3);
    await steps.filter({ hasText: 'Check a whole workspace' }).click();
    await page
      .frameLocator('.getting-started-media iframe')
      .frameLocator('iframe#active-frame')
      .locator('svg', { hasText: 'mocks/servers.json' })
      .waitFor();
    await steps.filter({ hasText: 'See what a server can never be' }).click();
    await page.getByRole('button', { name: 'Open Example' }).click();
    await workbench.waitForMark();
  });
});

/** A record as it is written in each syntax, with what is typed before it and what is chosen in it. */
const RECORDS = [
  {
    file: 'record.yaml',
    before: '',
    prefix: 'ecs-server',
    chosen: 'resized',
    written: 'status: VERIFY_RESIZE\nOS-EXT-STS:vm_state: resized\nOS-EXT-STS:task_state: null',
  },
  {
    file: 'record.json',
    before: '',
    prefix: 'ecs-server-task',
    chosen: 'powering-on',
    written:
      '{\n  "status": "SHUTOFF",\n  "OS-EXT-STS:vm_state": "stopped",\n  "OS-EXT-STS:task_state": "powering-on"\n}',
  },
  {
    file: 'record.ts',
    before: 'const server = ',
    prefix: 'ecs-server',
    chosen: 'deleted',
    written:
      "const server = {\n  status: 'DELETED',\n  'OS-EXT-STS:vm_state': 'deleted',\n  'OS-EXT-STS:task_state': null,\n}",
  },
];

describe('the proposal of a record', () => {
  for (const { file, before, prefix, chosen, written } of RECORDS) {
    it(`writes in ${file} what follows from the state that is chosen`, async () => {
      const workbench = await sharedWorkbench();
      workbench.setSettings({ 'editor.insertSpaces': true, 'editor.tabSize': 2 });
      await workbench.openNew(file, '');
      await workbench.focusEditor();
      await workbench.type(before + prefix);
      await workbench.triggerSuggest();
      await workbench.accept(prefix);
      await workbench.accept(chosen);
      await workbench.waitForText(written);
      workbench.setSettings({});
    });
  }
});

describe('the schema', () => {
  it('is enough for the JSON support of the editor to find what no server can be', async () => {
    const workbench = await sharedWorkbench();
    copyFileSync(SCHEMA, path.join(workbench.folder, 'servers.schema.json'));
    await workbench.showProblems();
    await workbench.openNew(
      'by-schema.json',
      '{ "$schema": "./servers.schema.json", "vm_state": "stopped", "task_state": "rebooting" }',
    );
    // A schema that cannot be read is a problem too, of its name.
    const isOfStates = ({ source, column }: Problem) => source !== 'ecs-states' && column > 40;
    await workbench.waitForProblems((rows) => rows.some(isOfStates));
  });
});

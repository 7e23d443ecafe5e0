import { strict as assert } from 'node:assert';
import { sharedWorkbench } from './shared-workbench';

const PAIR = '{ "vm_state": "stopped", "task_state": "powering-on" }';

describe('at a glance', () => {
  it('a status is shown where there is none, explained, and written by a double click [both hosts]', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('hint.json', PAIR);
    assert.match(await workbench.hover('status: SHUTOFF'), /shows status SHUTOFF/);
    await workbench.doubleClick('status: SHUTOFF');
    await workbench.waitForText(
      '{ "vm_state": "stopped", "task_state": "powering-on", "status": "SHUTOFF" }',
    );
  });

  it('the language status counts records and problems, and is not there without any', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('none.json', '{ "status": "ACTIVE" }');
    assert.doesNotMatch(await workbench.languageStatus(), /Server records/);
    await workbench.openNew(
      'some.json',
      `[${PAIR}, { "vm_state": "deleted", "task_state": "spawning" }]`,
    );
    await workbench.waitForMark();
    const shown = await workbench.languageStatus('Server records');
    assert.match(shown, /Server records: 2/);
    assert.match(shown, /Problems: 1/);
  });
});

import { strict as assert } from 'node:assert';
import { sharedWorkbench } from './shared-workbench';

const RECORD = '{ "vm_state": "resized", "task_state": null }';

describe('the hover', () => {
  it('explains a state, in English', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('english.json', RECORD);
    const shown = await workbench.hover('resized');
    assert.match(shown, /^resized — vm_state/);
    assert.match(shown, /resized with task_state null shows status VERIFY_RESIZE/);
    assert.doesNotMatch(shown, /[\u4e00-\u9fff]/);
  });
});

import { strict as assert } from 'node:assert';
import { openReadyWorkbench, sharedWorkbench } from './shared-workbench';

const RECORD = '{ "vm_state": "resized", "task_state": null }';

describe('the hover', () => {
  it('explains a state, in English', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('english.json', RECORD);
    const shown = await workbench.hover('resized');
    assert.match(shown, /^resized — vm_state/);
    assert.match(shown, /resized\tnull\tVERIFY_RESIZE/);
    assert.doesNotMatch(shown, /[\u4e00-\u9fff]/);
  });

  it('explains a state in Chinese where that is the display language', async () => {
    const workbench = await openReadyWorkbench({ locale: 'zh-cn' });
    try {
      await workbench.openNew('chinese.json', RECORD);
      const shown = await workbench.hover('resized');
      assert.match(shown, /^resized — vm_state/);
      assert.match(shown, /[\u4e00-\u9fff]{5}/);
    } finally {
      await workbench.close();
    }
  });
});

import { sharedWorkbench } from './shared-workbench';

describe('null from the suggestion list', () => {
  it('takes the quotes away, and undo brings them back [both hosts]', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew(
      'null.json',
      '{ "vm_state": "resized", "task_state": "", "status": "VERIFY_RESIZE" }',
    );
    await workbench.placeCursorAfter('"task_state": "');
    await workbench.triggerSuggest();
    await workbench.accept('null');
    await workbench.waitForText(
      '{ "vm_state": "resized", "task_state": null, "status": "VERIFY_RESIZE" }',
    );
    await workbench.undo();
    await workbench.waitForText(
      '{ "vm_state": "resized", "task_state": "", "status": "VERIFY_RESIZE" }',
    );
  });
});

import { strict as assert } from 'node:assert';
import { sharedWorkbench } from './shared-workbench';
import type { Problem } from './workbench';

const FAULTY = `[
  { "vm_state": "active", "task_state": null, "status": "ACTIVE" },
  { "vm_state": "stopped", "task_state": null, "status": "ACTIVE" },
  { "vm_state": "active", "task_state": "powering_off", "status": "ACTIVE" }
]`;

/** What can be told apart without the wording. */
function inShort({ file, line, severity, source, code }: Problem): string {
  return [file, line, severity, source, code].join(' ');
}

describe('the Problems panel', () => {
  it('lists what is faulty, follows edits, and forgets what is closed [both hosts]', async () => {
    const workbench = await sharedWorkbench();
    const mismatch = 'faulty.json 3 warning ecs-states status-mismatch';
    const unknown = 'faulty.json 4 warning ecs-states unknown-task-state';
    const expectRows = (...rows: string[]) =>
      workbench.waitForProblems(
        (problems) => JSON.stringify(problems.map(inShort)) === JSON.stringify(rows),
      );
    await workbench.showProblems();
    await workbench.openNew('faulty.json', FAULTY);
    const problems = await expectRows(mismatch, unknown);
    assert.ok(problems.every(({ message }) => message.length > 0));
    assert.equal(problems[1]?.column, (FAULTY.split('\n')[3] ?? '').indexOf('powering_off') + 1);

    await workbench.placeCursorAfter('"powering_');
    await workbench.press('Backspace');
    await workbench.type('-');
    await expectRows(mismatch);
    await workbench.undo();
    await workbench.undo();
    await expectRows(mismatch, unknown);
    await workbench.closeEditor();
    await expectRows();
  });

  it('has fixes, one of which mends the text', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew(
      'mended.json',
      '{ "vm_state": "stopped", "task_state": null, "status": "ACTIVE" }',
    );
    await workbench.waitForMark();
    await workbench.placeCursorAfter('"ACT');
    await workbench.press('ControlOrMeta+.');
    const menu = workbench.page.locator('.action-widget').first();
    await menu.getByText("Change status to 'SHUTOFF'").waitFor();
    await workbench.press('Enter');
    await workbench.waitForText(
      '{ "vm_state": "stopped", "task_state": null, "status": "SHUTOFF" }',
    );
  });
});

import { sharedWorkbench } from './shared-workbench';

describe('typing a letter into a state', () => {
  it('opens the list in a string of TypeScript, where the editor by itself would not [both hosts]', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('typing.ts', "export const f = (x: any) => x.task_state === '';");
    await workbench.placeCursorAfter("=== '");
    await workbench.type('p');
    await workbench.waitForSuggestions(([first]) => first?.label.startsWith('powering-') === true);
  });
});

describe('the code of a problem', () => {
  it('links to its documentation', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('link.json', '{ "vm_state": "active", "task_state": "spawning" }');
    await workbench.showProblems();
    await workbench.waitForProblems((rows) => rows.length === 1);
    const panel = workbench.page.locator('.markers-panel-container');
    await panel.getByText('impossible-pair').first().click();
    await workbench.page.locator('.tab', { hasText: 'impossible-pair.md' }).waitFor();
  });
});

import { strict as assert } from 'node:assert';
import { sharedWorkbench } from './shared-workbench';

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
      .frameLocator('iframe')
      .locator('svg', { hasText: 'mocks/servers.json' })
      .waitFor();
    await steps.filter({ hasText: 'See what no server can be' }).click();
    await page.getByRole('button', { name: 'Open an Example' }).click();
    await workbench.waitForMark();
  });
});

describe('the snippet of a record', () => {
  it('writes the status that follows from the vm_state that is chosen', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('snippet.yaml', '');
    await workbench.focusEditor();
    await workbench.type('ecs-server');
    await workbench.triggerSuggest();
    await workbench.accept('ecs-server');
    await workbench.accept('resized');
    await workbench.waitForText(
      'status: VERIFY_RESIZE\nOS-EXT-STS:vm_state: resized\nOS-EXT-STS:task_state: null\n',
    );
  });
});

import { strict as assert } from 'node:assert';
import { openWorkbench } from './shared-workbench';
import { StateMapPage } from './state-map-page';
import type { Workbench } from './workbench';

const HAN = /[\u4e00-\u9fff]{2}/;
const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';

describe('in Chinese, where that is the display language', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ locale: 'zh-cn' });
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(
        `failed-chinese-${this.currentTest.title.replaceAll(/\W+/g, '-')}`,
      );
    }
    await workbench.reset();
  });

  it('are the explanations [both hosts]', async () => {
    await workbench.openNew('hover.json', '{ "vm_state": "resized", "task_state": null }');
    const shown = await workbench.hover('resized');
    assert.match(shown, /^resized — vm_state/);
    assert.match(shown, /[\u4e00-\u9fff]{5}/);
  });

  it('are the problems, and their fixes', async () => {
    await workbench.openNew('problem.json', FAULTY);
    await workbench.showProblems();
    const [problem] = await workbench.waitForProblems((problems) => problems.length === 1);
    assert.match(problem?.message ?? '', HAN);
  });

  it('are the proposals', async () => {
    await workbench.openNew('propose.json', '{ "vm_state": "resized", "task_state": "" }');
    await workbench.placeCursorAfter('"task_state": "');
    await workbench.triggerSuggest();
    await workbench.waitForSuggestions(([first]) => first?.label === 'null');
    await workbench.waitForSuggestionDetails(HAN);
  });

  it('are the language status and the hints', async () => {
    await workbench.openNew('hint.json', '{ "vm_state": "active", "task_state": null }');
    assert.match(await workbench.hover('status: ACTIVE'), /组合时，status 显示为/);
    assert.match(await workbench.languageStatus('云服务器记录'), /云服务器记录：1/);
  });

  it('are the commands, and what a check says', async () => {
    await workbench.openNew('checked.json', FAULTY);
    await workbench.run('ECS States: 检查工作区');
    assert.match(await workbench.notification('个文件'), /已检查 \d+ 个文件/);
    await workbench.pressNotificationButton('显示问题');
    const problems = await workbench.waitForProblems((rows) =>
      rows.some(({ file }) => file === 'checked.json'),
    );
    for (const { message } of problems) assert.match(message, HAN);
  });

  it('is the state map, also for those who hear it', async () => {
    await workbench.openNew('map.json', FAULTY);
    await workbench.run('ECS States: 显示状态图');
    const map = new StateMapPage(workbench);
    await map.waitFor();
    await workbench.page.locator('.tab', { hasText: '状态图' }).waitFor();
    await map.locator('.record.none').waitFor();
    const texts = ['h1', '.action', '.record', '.note', '.count', '.unseen', '.caption'];
    for (const selector of texts) {
      for (const text of await map.locator(selector).allTextContents())
        assert.match(text, /\p{Script=Han}/u);
    }
    const labels = await map
      .locator('[aria-label]')
      .evaluateAll((named) => named.map((element) => element.getAttribute('aria-label') ?? ''));
    assert.ok(labels.length > 40);
    for (const label of labels) assert.match(label, /\p{Script=Han}/u);
    assert.deepEqual(await map.barriers(), []);
  });

  it('is the walkthrough', async () => {
    await workbench.openWalkthrough('开始使用 ECS States');
    const steps = workbench.page.locator('.gettingStartedDetailsContent .getting-started-step');
    await steps.first().waitFor();
    for (const title of await steps.locator('h3').allInnerTexts()) assert.match(title, HAN);
  });

  it('are the settings', async () => {
    // The list is filtered some time after the query was typed.
    await workbench.settingDescriptions(
      'ecsStates.',
      (shown) => shown.length > 1 && shown.every((text) => HAN.test(text)),
    );
  });

  it('are the proposals of records', async () => {
    await workbench.openNew('record.yaml', '');
    await workbench.focusEditor();
    await workbench.type('ecs-server');
    await workbench.triggerSuggest();
    await workbench.waitForSuggestions((rows) =>
      rows.some(({ label }) => label === 'ecs-server-task'),
    );
    await workbench.waitForSuggestionDetails(HAN);
  });
});

describe('in traditional Chinese, which there are no texts in', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ locale: 'zh-tw' });
  });

  after(() => workbench.close());

  afterEach(() => workbench.reset());

  it('are English texts, and simplified Chinese ones where those are set', async () => {
    await workbench.openNew('hover.json', '{ "vm_state": "resized", "task_state": null }');
    assert.doesNotMatch(await workbench.hover('resized'), HAN);
    workbench.setSettings({ 'ecsStates.language': 'zh-cn' });
    await workbench.openNew('problem.json', FAULTY);
    await workbench.showProblems();
    await workbench.waitForProblems(([problem]) => HAN.test(problem?.message ?? ''));
  });
});

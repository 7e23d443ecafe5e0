import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ConsoleMessage } from 'playwright-core';
import { eventually } from './eventually';
import { sharedWorkbench } from './shared-workbench';
import { StateMapPage } from './state-map-page';
import type { Workbench } from './workbench';

/** In short lines, which are visible whole beside the map. */
const RECORDS = `[
  {
    "vm_state": "active",
    "task_state": "migrating",
    "status": "MIGRATING"
  },
  {
    "vm_state": "stopped",
    "task_state": "rebooting",
    "status": "REBOOT"
  }
]`;

const COMMAND = 'ECS States: Show State Map';

async function openMap(
  name: string,
  text = RECORDS,
): Promise<{ workbench: Workbench; map: StateMapPage }> {
  const workbench = await sharedWorkbench();
  await workbench.openNew(name, text);
  await workbench.run(COMMAND);
  const map = new StateMapPage(workbench);
  await map.waitFor();
  return { workbench, map };
}

/** Collects what the browser says against the page while something is done. */
async function refusals(workbench: Workbench, action: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const listen = (message: ConsoleMessage) => {
    if (/Content Security Policy/i.test(message.text())) said.push(message.text());
  };
  workbench.page.on('console', listen);
  try {
    await action();
  } finally {
    workbench.page.off('console', listen);
  }
  return said;
}

describe('the state map', () => {
  afterEach(async () => {
    const workbench = await sharedWorkbench();
    workbench.setSettings({});
  });

  it('opens by its command without a word against its policy, and has every row [both hosts]', async () => {
    const workbench = await sharedWorkbench();
    const said = await refusals(workbench, async () => {
      const { map } = await openMap('command.json');
      await map.count('36 of 36 rows').waitFor();
      assert.equal(await map.locator('svg [role=button]').count(), 36);
      assert.equal(await map.locator('tbody tr').count(), 36);
    });
    assert.deepEqual(said, []);
  });

  it('opens from the title of an editor with records, and only there', async () => {
    const workbench = await sharedWorkbench();
    const button = workbench.page.locator('.editor-actions [aria-label^="Show State Map"]');
    await workbench.openNew('none.json', '{ "status": "ACTIVE" }');
    await workbench.openNew('title.json', RECORDS);
    await button.waitFor();
    await workbench.open('none.json');
    await button.waitFor({ state: 'detached' });
    await workbench.open('title.json');
    await button.click();
    await new StateMapPage(workbench).waitFor();
  });

  it('opens from a hover, with the record that was pointed at', async () => {
    const workbench = await sharedWorkbench();
    await workbench.openNew('hover.json', RECORDS);
    await workbench.hover('migrating');
    await workbench.page.locator('.monaco-hover a', { hasText: 'Show in State Map' }).click();
    const map = new StateMapPage(workbench);
    await map.waitFor();
    await map.locator('.record.one').getByText('hover.json:3').waitFor();
    await map.locator('.stop.here', { hasText: 'migrating' }).waitFor();
  });

  it('follows the cursor, and tells what would make a record possible', async () => {
    const { workbench, map } = await openMap('follow.json');
    await workbench.placeCursorAfter('"migrating');
    await map.locator('.stop.here', { hasText: /^migrating$/ }).waitFor();
    await map.locator('tr.here', { hasText: 'MIGRATING' }).waitFor();
    await workbench.placeCursorAfter('"rebooting');
    await map.locator('.record.none').waitFor();
    await map.locator('.record').getByText("Change vm_state to 'active'").waitFor();
    await map.locator('.stop.near', { hasText: /^rebooting$/ }).waitFor();
    const wrong = map.locator('.node.wrong', { hasText: 'stopped' });
    await wrong.locator('.cross').waitFor();
    assert.match((await wrong.getAttribute('aria-description')) ?? '', /cannot/);
    const near = map.locator('tr.near', { hasText: 'rebooting' });
    assert.match((await near.getAttribute('aria-description')) ?? '', /possible/);
    await map.locator('.unseen[role=status]').getByText('What would make it possible').waitFor();
    assert.equal(await map.locator('.here').count(), 0);
    await map.locator('.record .way').first().click();
    await map.waitForFocus(/^active, rebooting: REBOOT/);
    await workbench.placeCursorAfter('"migrating');
    await map.locator('.record.one').waitFor();
    assert.equal(await map.locator('.wrong, .near').count(), 0);
  });

  it('filters the table by a state, a status and words', async () => {
    const { map } = await openMap('filter.json');
    const state = map.locator('.node', { hasText: 'resized' });
    await state.click();
    await map.count('2 of 36 rows').waitFor();
    assert.equal(await state.getAttribute('aria-pressed'), 'true');
    await state.click();
    await map.count('36 of 36 rows').waitFor();
    await map.locator('.legend-entry', { hasText: /^REBUILD$/ }).click();
    await map.count('9 of 36 rows').waitFor();
    await map.locator('input').fill('stopped');
    await map.count('3 of 36 rows').waitFor();
    await map.locator('input').press('Escape');
    await map.count('36 of 36 rows').waitFor();
  });

  it('is used by keys alone', async () => {
    const { workbench, map } = await openMap('keys.json');
    await map.locator('input').focus();
    for (let tabs = 0; tabs < 4; tabs++) await workbench.press('Tab');
    await map.waitForFocus(/^building BUILD, 5 rows/);
    await workbench.press('ArrowDown');
    await workbench.press('ArrowRight');
    await workbench.press('ArrowRight');
    await map.waitForFocus(/^active, reboot_pending: REBOOT/);
    await workbench.press('Enter');
    await map.count('1 of 36 rows').waitFor();
    await workbench.press('Escape');
    await map.count('36 of 36 rows').waitFor();
    await workbench.press('Tab');
    await workbench.press('Tab');
    await workbench.press('End');
    await map.waitForFocus(/deleted/);
    await workbench.press('Enter');
    await map.waitForFocus(/^deleted DELETED, 1 rows/);
  });

  it('has no barriers, with a record and without', async () => {
    const { workbench, map } = await openMap('barriers.json');
    await map.locator('.record').waitFor();
    assert.deepEqual(await map.barriers(), []);
    await workbench.placeCursorAfter('"rebooting');
    await map.locator('.record.none').waitFor();
    assert.deepEqual(await map.barriers(), []);
  });

  it('takes the dialect, the rows and the language of the settings, without a reload', async () => {
    const { workbench, map } = await openMap('settings.json');
    await map.count('36 of 36 rows').waitFor();
    workbench.setSettings({
      'ecsStates.additionalRows': [
        { vm_state: '<b>bold</b>', task_state: null, status: '"><img src=x>' },
      ],
    });
    await map.count('37 of 37 rows').waitFor();
    await map.locator('.node', { hasText: '<b>bold</b>' }).waitFor();
    assert.equal(await map.locator('img, b').count(), 0);
    workbench.setSettings({ 'ecsStates.dialect': 'openstack', 'ecsStates.language': 'zh-cn' });
    await map.count('516 / 516 行').waitFor();
    // What is looked at takes its time for each row, and they are all alike.
    await map.locator('input').fill('resized');
    await map.locator('.count', { hasText: /^\d{1,2} \/ 516 行$/ }).waitFor();
    assert.deepEqual(await map.barriers(), []);
  });

  it('keeps its size when rows are filtered away', async () => {
    const { map } = await openMap('steady.json');
    await map.count('36 of 36 rows').waitFor();
    const width = async () => (await map.locator('.drawing svg').boundingBox())?.width;
    const before = await width();
    await map.locator('input').fill('nothing of the kind');
    await map.count('0 of 36 rows').waitFor();
    assert.equal(await map.locator('tbody tr:visible').count(), 0);
    assert.equal(await width(), before);
  });

  for (const [room, size] of [
    ['in a narrow column', { width: 1060, height: 800 }],
    ['in a low one', { width: 1060, height: 420 }],
    ['in one of 300 pixels', { width: 640, height: 720 }],
    ['at 1280 x 720', { width: 1280, height: 720 }],
  ] as const) {
    it(`has all of its parts apart ${room}, and nothing beside the edge`, async () => {
      const { workbench, map } = await openMap('room.json');
      const { page } = workbench;
      const before = page.viewportSize() ?? { width: 1280, height: 800 };
      try {
        await map.resizeWith(() => page.setViewportSize(size));
        await map.count('36 of 36 rows').scrollIntoViewIfNeeded();
        assert.deepEqual(await map.clashes(), []);
      } finally {
        await page.setViewportSize(before);
      }
    });
  }

  it('comes back with the page, and follows again', async () => {
    const { workbench, map } = await openMap('back.json');
    await workbench.waitUntilSaved('ecsStates.stateMap');
    await workbench.page.reload();
    await workbench.waitUntilRestored();
    await map.waitFor();
    await workbench.placeCursorAfter('"migrating');
    await map.locator('.record.one').waitFor();
  });

  it('keeps what was filtered while it is hidden', async () => {
    await (await sharedWorkbench()).openNew('over.json', '{}');
    const { workbench, map } = await openMap('hidden.json');
    await map.locator('input').fill('rollback');
    await map.count('1 of 36 rows').waitFor();
    await workbench.page.locator('.tab', { hasText: 'State map' }).click();
    await workbench.run('View: Unlock Editor Group');
    await workbench.open('over.json');
    await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
    await workbench.page.locator('.tab', { hasText: 'State map' }).click();
    await map.count('1 of 36 rows').waitFor();
  });

  it('leaves the file that is opened while it has the focus to the other group', async () => {
    await (await sharedWorkbench()).openNew('other.json', '{}');
    const { workbench, map } = await openMap('lock.json');
    await map.locator('input').click();
    await workbench.open('other.json');
    await workbench.page.locator('.tab.active', { hasText: 'other.json' }).waitFor();
    await map.count('36 of 36 rows').waitFor();
  });

  it('leaves its room to the picture when the table is folded', async () => {
    const { map } = await openMap('fold.json');
    const fold = map.locator('button.fold');
    await fold.click();
    await map.locator('table').waitFor({ state: 'hidden' });
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    assert.deepEqual(await map.barriers(), []);
    await fold.click();
    await map.locator('table').waitFor();
  });

  it('gives its picture away as Mermaid and as SVG', async () => {
    const { workbench, map } = await openMap('give.json');
    await map.locator('button', { hasText: 'Copy as Mermaid' }).click();
    await workbench.page.getByText('The map is in the clipboard.').waitFor();
    const target = path.join(workbench.folder, 'ecs-states.svg');
    rmSync(target, { force: true });
    await map.locator('button', { hasText: 'Save as SVG' }).click();
    const input = workbench.page.locator('.quick-input-widget:visible input[type=text]');
    // The dialog takes a while to have the name that is proposed, and takes back what is typed before.
    await eventually(
      () => input.inputValue(),
      (value) => value.endsWith('ecs-states.svg'),
      'the name that is proposed',
    );
    const isSaved = () => existsSync(target) && readFileSync(target, 'utf8').endsWith('</svg>');
    await workbench.press('Enter');
    await eventually(isSaved, (is) => is, 'the file');
    const said = workbench.page.getByText('Saved to ecs-states.svg.').first();
    await said.waitFor({ state: 'attached' });
    const given = readFileSync(target, 'utf8');
    assert.match(given, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/s);
    assert.doesNotMatch(given, /var\(|NaN|undefined/);
  });
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StateMapPage } from './state-map-page';
import type { Workbench } from './workbench';

/** Leaves the editor and the Problems panel. */
export const PLAIN = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
};

/** Something of the extension to look at: how large the page is, and the steps to what is to be seen. */
export interface Picture {
  readonly size: Size;
  /** The part of the page that is worth a picture; without it, all of it is. */
  readonly clip?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Whether it stands in the READMEs. */
  readonly isShown?: boolean;
  /** Settings of the workspace beside those of all pictures. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leaves what is to be seen on the page. Names are those of the display language. */
  readonly prepare: (workbench: Workbench, names: Names) => Promise<void>;
}

/** How large a page is, and how many pixels of a picture are one of the page. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** What commands and others are called in a display language. */
export interface Names {
  readonly map: string;
  readonly check: string;
  readonly checked: string;
  readonly walkthrough: string;
  readonly settings: string;
}

/** The names in the languages that pictures are taken in. */
export const NAMES: Readonly<Record<string, Names>> = {
  en: {
    map: 'ECS States: Show State Map',
    check: 'ECS States: Check Workspace',
    checked: 'files checked',
    walkthrough: 'Get Started with ECS States',
    settings: 'The mapping',
  },
  'zh-cn': {
    map: 'ECS States: 显示状态图',
    check: 'ECS States: 检查工作区',
    checked: '个文件',
    walkthrough: '开始使用 ECS States',
    settings: '映射表',
  },
};

const SMALL: Size = { width: 880, height: 520, scale: 2 };
/** The map needs room beside its editor. */
const BESIDE: Size = { width: 1500, height: 1000, scale: 1.3 };

const SERVERS = 'list-servers.json';

const UNFINISHED = `{
  "name": "db-1",
  "status": "RESIZE",
  "OS-EXT-STS:vm_state": "stopped",
  "OS-EXT-STS:task_state":
}
`;

const WITHOUT_STATUS = `# What the fake API answers, in turn.
answers:
  - vm_state: active
    task_state: rebooting_hard
  - vm_state: active
    task_state: null
  - vm_state: stopped
    task_state: resize_migrating
  - vm_state: resized
    task_state: null
  - vm_state: resized
    task_state: resize_reverting
`;

/** Conditions that no server fulfils, for different reasons. */
const CONDITIONS = `export function label(server: Server): string {
  if (server.vm_state === 'stopped' && server.task_state === 'rebooting') {
    return 'restarting';
  }
  if (server.vm_state !== 'active') return 'down';
  if (server.task_state === 'powering-on') return 'starting';
  return server.task_state === 'REBOOT' ? 'busy' : 'up';
}

interface Server {
  vm_state: string;
  task_state: string | null;
}
`;

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }\n';

/** What no name of a state should do to a page. */
const HOSTILE = [
  { vm_state: '<b>bold</b>', task_state: null, status: '"><img src=x onerror=alert(1)>' },
  { vm_state: '<b>bold</b>', task_state: '</text><script>alert(1)</script>', status: 'ACTIVE' },
  {
    vm_state: 'a_state_with_a_very_long_name_that_never_seems_to_end',
    task_state: null,
    status: 'ODD',
  },
  { vm_state: '状态', task_state: '步骤', status: '显示' },
  { vm_state: 'active', task_state: 'my_own_task', status: 'MY_OWN' },
];

/** Shows the notifications, for some of which this VS Code would wait; one has a text. */
async function showNotifications(workbench: Workbench, text: string | RegExp): Promise<void> {
  await workbench.run('Notifications: Show Notifications');
  await workbench.page.locator('.notifications-center', { hasText: text }).waitFor();
}

/** Opens the map beside a file, of which so many pixels are left. */
async function openMap(
  workbench: Workbench,
  names: Names,
  left?: number,
  file = SERVERS,
): Promise<StateMapPage> {
  await workbench.open(file);
  await workbench.run(names.map);
  const map = new StateMapPage(workbench);
  await map.waitFor();
  const { width = 0 } = workbench.page.viewportSize() ?? {};
  if (left !== undefined) {
    await workbench.drag({ x: width / 2, y: 400 }, { x: left, y: 400 });
    await workbench.page.mouse.move(0, 0);
  }
  return map;
}

/** Shows the map alone, with the record at a text. */
async function mapAlone(workbench: Workbench, names: Names, text: string): Promise<StateMapPage> {
  const map = await openMap(workbench, names);
  await workbench.placeCursorAfter(text);
  await map.locator('.record:not(.empty)').waitFor();
  await workbench.page.locator('.tab', { hasText: /^(?:State map|状态图)/ }).click();
  await workbench.run('View: Toggle Maximize Editor Group');
  await map.waitFor();
  return map;
}

/** The pictures by name. */
export const PICTURES: Readonly<Record<string, Picture>> = {
  problems: {
    size: SMALL,
    isShown: true,
    prepare: async (workbench) => {
      await workbench.open(SERVERS);
      await workbench.showProblems();
      await workbench.waitForProblems((rows) => rows.length > 1);
    },
  },
  hover: {
    size: SMALL,
    isShown: true,
    prepare: async (workbench) => {
      await workbench.open(SERVERS);
      await workbench.hover('powering-on');
    },
  },
  'hover-problem': {
    size: SMALL,
    prepare: async (workbench) => {
      await workbench.open(SERVERS);
      await workbench.hover('rebooting');
    },
  },
  completion: {
    size: SMALL,
    isShown: true,
    prepare: async (workbench) => {
      await workbench.openNew('server.json', UNFINISHED);
      await workbench.placeCursorAfter('"OS-EXT-STS:task_state":');
      await workbench.type(' "');
      await workbench.waitForSuggestions();
      await workbench.showSuggestionDetails();
    },
  },
  code: {
    size: SMALL,
    isShown: true,
    prepare: async (workbench) => {
      await workbench.openNew('label.ts', CONDITIONS);
      await workbench.showProblems();
      await workbench.waitForProblems((rows) => rows.length > 2);
      // The TypeScript server says in the status bar that it is still at work.
      const busy = workbench.page.locator('.statusbar .codicon-loading, .statusbar .codicon-sync');
      await busy.first().waitFor({ state: 'hidden' });
    },
  },
  fixes: {
    size: SMALL,
    isShown: true,
    prepare: async (workbench) => {
      await workbench.open(SERVERS);
      await workbench.waitForMark();
      await workbench.placeCursorAfter('"OS-EXT-STS:task_state": "reboot');
      // The state above it is what is marked.
      await workbench.press('ArrowUp');
      await workbench.showFixes();
    },
  },
  hints: {
    size: { ...SMALL, height: 320 },
    isShown: true,
    prepare: async (workbench) => {
      await workbench.openNew('answers.yaml', WITHOUT_STATUS);
      await workbench.page.locator('.view-line', { hasText: 'status: REVERT_RESIZE' }).waitFor();
    },
  },
  'language-status': {
    size: { ...SMALL, height: 320 },
    isShown: true,
    prepare: async (workbench) => {
      await workbench.open(SERVERS);
      await workbench.languageStatus('3');
    },
  },
  walkthrough: {
    size: { width: 1280, height: 820, scale: 1.5 },
    clip: { x: 160, y: 90, width: 980, height: 580 },
    isShown: true,
    prepare: async (workbench, { walkthrough }) => {
      await workbench.openWalkthrough(walkthrough);
      await workbench.page.waitForTimeout(1500);
    },
  },
  'walkthrough-2': {
    size: { width: 1280, height: 820, scale: 1.5 },
    clip: { x: 160, y: 90, width: 980, height: 580 },
    prepare: async (workbench, { walkthrough }) => {
      await workbench.openWalkthrough(walkthrough);
      await workbench.page.locator('.getting-started-step').nth(1).click();
      await workbench.page.waitForTimeout(1500);
    },
  },
  'walkthrough-3': {
    size: { width: 1280, height: 820, scale: 1.5 },
    clip: { x: 160, y: 90, width: 980, height: 580 },
    prepare: async (workbench, { walkthrough }) => {
      await workbench.openWalkthrough(walkthrough);
      await workbench.page.locator('.getting-started-step').nth(2).click();
      await workbench.page.waitForTimeout(1500);
    },
  },
  settings: {
    size: { width: 1100, height: 900, scale: 1.5 },
    prepare: async (workbench, { settings }) => {
      await workbench.settingDescriptions(
        '@ext:ecs-states.ecs-states',
        ([first]) => first?.includes(settings) === true,
      );
      await workbench.page.waitForTimeout(500);
    },
  },
  'settings-end': {
    size: { width: 1100, height: 900, scale: 1.5 },
    prepare: async (workbench, { settings }) => {
      await workbench.settingDescriptions(
        '@ext:ecs-states.ecs-states',
        ([first]) => first?.includes(settings) === true,
      );
      await workbench.page.locator('.settings-tree-container .monaco-list').hover();
      for (let turns = 0; turns < 10; turns++) await workbench.page.mouse.wheel(0, 600);
      await workbench.page.waitForTimeout(1000);
    },
  },
  map: {
    size: BESIDE,
    isShown: true,
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await workbench.placeCursorAfter('"rebooting');
      await map.locator('.record.none').waitFor();
    },
  },
  'map-one': {
    size: BESIDE,
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await workbench.placeCursorAfter('"active');
      await map.locator('.record.one').waitFor();
    },
  },
  'map-state': {
    size: BESIDE,
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await map.locator('.node', { hasText: 'stopped' }).click();
    },
  },
  'map-status': {
    size: BESIDE,
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await map.locator('.legend-entry', { hasText: /^REBUILD$/ }).click();
      await map.locator('tbody tr:not([hidden])').nth(2).hover();
    },
  },
  'map-words': {
    size: BESIDE,
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await map.locator('input').fill('nothing like it');
    },
  },
  'map-empty': {
    size: { width: 1280, height: 800, scale: 1.25 },
    prepare: async (workbench, names) => {
      await openMap(workbench, names, undefined, 'unrelated.yaml');
    },
  },
  'map-wide': {
    size: { width: 1900, height: 980, scale: 1 },
    prepare: async (workbench, names) => {
      await mapAlone(workbench, names, '"powering-on');
    },
  },
  'map-narrow': {
    size: { width: 860, height: 900, scale: 1.25 },
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names);
      await workbench.placeCursorAfter('"rebooting');
      await map.locator('.record.none').waitFor();
    },
  },
  'map-tiny': {
    size: { width: 620, height: 420, scale: 1.5 },
    prepare: async (workbench, names) => {
      await openMap(workbench, names);
    },
  },
  'map-keys': {
    size: BESIDE,
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await map.locator('.node').first().focus();
      await workbench.press('ArrowDown');
      await workbench.press('ArrowRight');
    },
  },
  'map-openstack': {
    size: BESIDE,
    settings: { 'ecsStates.dialect': 'openstack' },
    prepare: async (workbench, names) => {
      await openMap(workbench, names, 440);
    },
  },
  'map-2022': {
    size: BESIDE,
    settings: { 'ecsStates.dialect': 'huaweicloud-2022' },
    prepare: async (workbench, names) => {
      await openMap(workbench, names, 440);
    },
  },
  'map-hostile': {
    size: BESIDE,
    settings: { 'ecsStates.additionalRows': HOSTILE },
    prepare: async (workbench, names) => {
      const map = await openMap(workbench, names, 440);
      await map.locator('.node').last().scrollIntoViewIfNeeded();
    },
  },
  'check-progress': {
    size: SMALL,
    prepare: async (workbench, { check }) => {
      const folder = path.join(workbench.folder, 'many');
      mkdirSync(folder);
      for (let index = 0; index < 8000; index++) {
        writeFileSync(
          path.join(folder, `server-${index}.json`),
          FAULTY.replace('rebooting', 'deleting'),
        );
      }
      await workbench.open(SERVERS);
      await workbench.run(check);
      await showNotifications(workbench, /8\d{3}/);
    },
  },
  check: {
    size: SMALL,
    isShown: true,
    prepare: async (workbench, { check, checked }) => {
      rmSync(path.join(workbench.folder, 'many'), { recursive: true, force: true });
      await workbench.open('unrelated.yaml');
      await workbench.run(check);
      await workbench.showProblems();
      await workbench.waitForProblems((rows) => rows.length > 3);
      await showNotifications(workbench, checked);
    },
  },
};

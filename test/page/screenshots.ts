// Takes the pictures of the README from a real VS Code: `screenshots.ts [NAME...]`, all without a name.
// Those in high contrast are for looking at only, and go to test-results.
import path from 'node:path';
import { getBuild, ROOT } from '../vscode/builds';
import { openReadyWorkbench } from './shared-workbench';
import { StateMapPage } from './state-map-page';
import type { Workbench } from './workbench';

/** The suffix of the files, the name of the theme, and the folder of its pictures. */
const THEMES = [
  ['', 'Default Light Modern', 'media/screenshots'],
  ['-dark', 'Default Dark Modern', 'media/screenshots'],
  ['-high-contrast', 'Default High Contrast', 'test-results'],
  ['-high-contrast-light', 'Default High Contrast Light', 'test-results'],
] as const;

/** How large a picture is, and how many of its pixels are one of the page. */
const SIZE = { width: 880, height: 520, scale: 2 } as const;

/** The map needs room beside its editor. */
const SIZES: Readonly<Record<string, { width: number; height: number; scale: number }>> = {
  map: { width: 1600, height: 1060, scale: 1.25 },
};

/** Where the map begins, from the left. */
const MAP_LEFT = 540;

/** Leaves the editor and the Problems panel. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
};

const UNFINISHED = `{
  "name": "db-1",
  "status": "RESIZE",
  "OS-EXT-STS:vm_state": "stopped",
  "OS-EXT-STS:task_state":
}
`;

/** The pictures by name: each is taken when its steps are done. */
const PICTURES: Readonly<Record<string, (workbench: Workbench) => Promise<void>>> = {
  problems: async (workbench) => {
    await workbench.open('list-servers.json');
    await workbench.showProblems();
    await workbench.waitForProblems((rows) => rows.length > 1);
  },
  hover: async (workbench) => {
    await workbench.open('list-servers.json');
    await workbench.hover('powering-on');
  },
  completion: async (workbench) => {
    await workbench.openNew('server.json', UNFINISHED);
    await workbench.placeCursorAfter('"OS-EXT-STS:task_state":');
    await workbench.type(' "');
    await workbench.waitForSuggestions();
    await workbench.showSuggestionDetails();
  },
  map: async (workbench) => {
    await workbench.open('list-servers.json');
    await workbench.run('ECS States: Show State Map');
    const map = new StateMapPage(workbench);
    await map.waitFor();
    await workbench.drag({ x: 800, y: 500 }, { x: MAP_LEFT, y: 500 });
    await workbench.placeCursorAfter('"rebooting');
    await map.locator('.record.none').waitFor();
  },
};

async function main(): Promise<void> {
  const build = await getBuild('newest');
  const names = process.argv.slice(2);
  const wanted = Object.entries(PICTURES).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  for (const [suffix, theme, folder] of THEMES) {
    for (const [name, prepare] of wanted) {
      const { width, height, scale } = SIZES[name] ?? SIZE;
      const workbench = await openReadyWorkbench({
        build,
        folder: path.join(ROOT, 'examples'),
        settings: SETTINGS,
        theme,
        size: { width, height },
        scale,
      });
      try {
        await workbench.run('View: Toggle Primary Side Bar Visibility');
        await prepare(workbench);
        await workbench.screenshot(path.join(ROOT, folder, `${name}${suffix}`));
      } finally {
        await workbench.close();
      }
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

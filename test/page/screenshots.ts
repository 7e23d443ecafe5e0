// Takes the pictures of the README from a real VS Code, in a light and in a dark theme.
import path from 'node:path';
import { getBuild, ROOT } from '../vscode/builds';
import { openReadyWorkbench } from './shared-workbench';
import type { Workbench } from './workbench';

/** The suffix of the files, and the name of the theme. */
const THEMES = [
  ['', 'Default Light Modern'],
  ['-dark', 'Default Dark Modern'],
] as const;

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
};

async function main(): Promise<void> {
  const build = await getBuild('newest');
  for (const [suffix, theme] of THEMES) {
    for (const [name, prepare] of Object.entries(PICTURES)) {
      const workbench = await openReadyWorkbench({
        build,
        folder: path.join(ROOT, 'examples'),
        settings: SETTINGS,
        theme,
        size: { width: 880, height: 520 },
        scale: 2,
      });
      try {
        await workbench.run('View: Toggle Primary Side Bar Visibility');
        await prepare(workbench);
        await workbench.screenshot(path.join(ROOT, 'media/screenshots', `${name}${suffix}`));
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

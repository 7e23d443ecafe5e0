import { sharedWorkbench } from './shared-workbench';
import type { Suggestion } from './workbench';

/** What is typed where, what is taken from the list that opens by itself, and what stands there then and when undone. */
const CASES = [
  {
    file: 'record.json',
    hosts: ' [both hosts]',
    text: '{ "vm_state": "resized", "task_state": , "status": "REVERT_RESIZE" }',
    isInvalid: true,
    behind: '"task_state": ',
    typed: '"',
    accepted: 'resize_reverting',
    result:
      '{ "vm_state": "resized", "task_state": "resize_reverting", "status": "REVERT_RESIZE" }',
    undone: '{ "vm_state": "resized", "task_state": "", "status": "REVERT_RESIZE" }',
  },
  {
    file: 'record.yaml',
    hosts: '',
    text: 'vm_state: resized\ntask_state:\nstatus: REVERT_RESIZE',
    isInvalid: false,
    behind: 'task_state:',
    typed: ' ',
    accepted: 'resize_reverting',
    result: 'vm_state: resized\ntask_state: resize_reverting\nstatus: REVERT_RESIZE',
    undone: 'vm_state: resized\ntask_state: \nstatus: REVERT_RESIZE',
  },
  {
    file: 'compare.ts',
    hosts: ' [both hosts]',
    text: 'export const isStopping = (x: any) => x.task_state === ;',
    isInvalid: true,
    behind: '=== ',
    typed: "'",
    accepted: 'powering-off',
    result: "export const isStopping = (x: any) => x.task_state === 'powering-off';",
    undone: "export const isStopping = (x: any) => x.task_state === '';",
  },
];

describe('the suggestion list', () => {
  for (const { file, hosts, text, isInvalid, behind, typed, accepted, result, undone } of CASES) {
    it(`opens in ${file} on ${JSON.stringify(typed)}, and its edit can be undone${hosts}`, async () => {
      const workbench = await sharedWorkbench();
      await workbench.openNew(file, text);
      // The editor's own language support answers too, so it has to have started.
      if (isInvalid) await workbench.waitForMark('error');
      await workbench.placeCursorAfter(behind);
      await workbench.type(typed);
      await workbench.accept(accepted);
      await workbench.waitForText(result);
      await workbench.undo();
      await workbench.waitForText(undone);
    });
  }

  /** A value as it stands, and what the list has to begin with there. */
  const FIRST = [
    {
      name: 'with null, where that fits',
      file: 'fits.json',
      text: '{ "vm_state": "resized", "task_state": "" }',
      behind: '"task_state": "',
      rows: [
        ['null', '→ VERIFY_RESIZE'],
        ['resize_reverting', '→ REVERT_RESIZE'],
      ],
    },
    {
      name: 'without null, where that contradicts',
      file: 'contradicts.json',
      text: '{ "vm_state": "stopped", "status": "RESIZE", "task_state": "" }',
      behind: '"task_state": "',
      rows: [['resize_prep', '→ RESIZE']],
    },
    {
      name: 'before what JSON itself proposes from elsewhere in the file',
      file: 'elsewhere.json',
      text: '[\n  { "status": "ACTIVE" },\n  { "vm_state": "stopped", "task_state": "resize_prep",\n    "status": "" }\n]',
      behind: '    "status": "',
      rows: [['RESIZE', 'RESIZE']],
    },
  ];

  for (const { file, name, text, behind, rows } of FIRST) {
    it(`has first what fits the other fields, ${name}`, async () => {
      const workbench = await sharedWorkbench();
      await workbench.openNew(file, text);
      await workbench.placeCursorAfter(behind);
      await workbench.triggerSuggest();
      const first = (shown: readonly Suggestion[]) =>
        shown
          .slice(0, rows.length)
          .map(({ label, description, detail }) => [label, description || detail]);
      await workbench.waitForSuggestions(
        (shown) =>
          shown.length > rows.length && JSON.stringify(first(shown)) === JSON.stringify(rows),
      );
    });
  }

  it('replaces the whole value, wherever in it the cursor is', async () => {
    const workbench = await sharedWorkbench();
    // With a status there is no inlay hint, which would be a part of the line.
    await workbench.openNew(
      'whole.json',
      '{ "status": "REBOOT", "vm_state": "active", "task_state": "reboot_x" }',
    );
    await workbench.placeCursorAfter('"reb');
    await workbench.triggerSuggest();
    await workbench.accept('reboot_pending');
    await workbench.waitForText(
      '{ "status": "REBOOT", "vm_state": "active", "task_state": "reboot_pending" }',
    );
  });
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, open, waitFor } from './support';

const COMMAND = 'ecsStates.showStateMap';
const RECORD = '{ "vm_state": "act<|>ive", "task_state": null }';

/** The tabs that hold a map. */
function maps(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('ecsStates.stateMap'),
    );
}

describe('the state map in the editor', () => {
  afterEach(async () => {
    await vscode.window.tabGroups.close(maps());
    await closeAll();
  });

  it('opens beside the editor, which keeps the focus, and only once', async () => {
    const { document } = await open('json', RECORD);
    await vscode.commands.executeCommand(COMMAND);
    await waitFor(() => maps().length > 0);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(maps()[0]?.group.viewColumn, vscode.ViewColumn.Two);
    await vscode.commands.executeCommand(COMMAND);
    assert.equal(maps().length, 1);
  });

  it('opens again when it was closed', async () => {
    await open('yaml', 'vm_state: active\n');
    await vscode.commands.executeCommand(COMMAND);
    await waitFor(() => maps().length > 0);
    await vscode.window.tabGroups.close(maps());
    await waitFor(() => maps().length === 0);
    await vscode.commands.executeCommand(COMMAND);
    await waitFor(() => maps().length > 0);
    assert.equal(maps().length, 1);
  });

  const strange: unknown[][] = [
    [vscode.Uri.file('/nowhere.json')],
    ['nonsense', 1],
    ['untitled:gone', -1],
    [null, {}],
    [7],
  ];
  for (const args of strange) {
    it(`opens whatever it is asked with: ${JSON.stringify(args)}`, async () => {
      await vscode.commands.executeCommand(COMMAND, ...args);
      await waitFor(() => maps().length > 0);
      assert.equal(maps().length, 1);
    });
  }

  it('is linked from the hover, which may run nothing else', async () => {
    const { document, position } = await open('json', RECORD);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const contents = hovers
      .flatMap((hover) => hover.contents)
      .filter((content) => content instanceof vscode.MarkdownString);
    const own = contents.find(({ value }) => value.includes(`(command:${COMMAND}?`));
    assert.deepEqual(own?.isTrusted, { enabledCommands: [COMMAND] });
  });
});

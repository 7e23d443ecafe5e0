import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, open, waitFor } from './support';

const PAIR = '{ "vm_state": "stopped", "task_state": "powering-on" }';

async function hints(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end),
  );
  return found.filter(({ label }) => String(label).startsWith('status: '));
}

async function set(value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ecsStates');
  await configuration.update('inlayHints', value, vscode.ConfigurationTarget.Workspace);
}

describe('inlay hints in the editor', () => {
  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  it('show the status of a pair behind it', async () => {
    const { document } = await open('json', PAIR);
    const [hint, ...others] = await hints(document);
    assert.ok(hint && others.length === 0);
    assert.equal(hint.label, 'status: SHUTOFF');
    assert.equal(document.offsetAt(hint.position), PAIR.indexOf(' }'));
  });

  it('are in code only where that is set, and nowhere where they are off', async () => {
    const { document: code } = await open('typescript', `const x = ${PAIR};`);
    const { document: data } = await open('yaml', 'vm_state: active\ntask_state: null\n');
    const counts = async () => [(await hints(code)).length, (await hints(data)).length].join();
    assert.equal(await counts(), '0,1');
    await set('all');
    assert.equal(await counts(), '1,1');
    await set('off');
    assert.equal(await counts(), '0,0');
    await set('nonsense');
    assert.equal(await counts(), '0,1');
  });

  it('follow the text', async () => {
    const { document } = await open('json', PAIR);
    assert.equal((await hints(document)).length, 1);
    const edit = new vscode.WorkspaceEdit();
    const start = PAIR.indexOf('stopped');
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + 'stopped'.length),
    );
    edit.replace(document.uri, range, 'active');
    await vscode.workspace.applyEdit(edit);
    await waitFor(() => document.getText().includes('active'));
    assert.deepEqual(await hints(document), []);
  });
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, expectReported, open, problems, waitFor } from './support';

const RIGHT = 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebooting\n';
const MISSPELT = 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: rebotting\n';

/** Servers without a fault, so many that they are read in slices. */
function manyServers(count: number): string {
  const server = { id: 0, 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': 'rebooting' };
  const servers = Array.from({ length: count }, (_, id) => ({ ...server, id }));
  return JSON.stringify({ servers, end: 'end' }, null, 2);
}

describe('keeping up with what is typed', () => {
  afterEach(closeAll);

  /** Replaces a stretch of the document. */
  async function replace(
    document: vscode.TextDocument,
    offset: number,
    length: number,
    text: string,
  ): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(
      document.positionAt(offset),
      document.positionAt(offset + length),
    );
    edit.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('reads a long document in slices, and an edit in its middle at once', async () => {
    const { document } = await open('json', manyServers(3000));
    assert.ok(document.getText().length > 225_000);
    const middle = document.getText().indexOf('rebooting', document.getText().length / 2);
    await replace(document, middle, 'rebooting'.length, 'spawning');
    await expectReported(document, ['impossible-pair @ spawning']);
    // A line above moves what is reported, and nothing else is.
    await replace(document, 1, 0, '\n\n');
    const line = document.positionAt(middle + 2).line;
    await waitFor(() => problems(document.uri)[0]?.range.start.line === line);
    assert.equal(problems(document.uri)[0]?.range.start.line, line);
    await replace(document, middle + 2, 'spawning'.length, 'rebooting');
    await expectReported(document, []);
  });

  it('takes edits that come while a long document is read for the first time', async () => {
    const { document } = await open('json', `${manyServers(3000)}\n`);
    for (const text of ['rebootin', 'reboot', 'spawning']) {
      const at = document.getText().lastIndexOf('"OS-EXT-STS:task_state": "') + 26;
      const length = document.getText().indexOf('"', at) - at;
      await replace(document, at, length, text);
    }
    await expectReported(document, ['impossible-pair @ spawning']);
  });

  it('counts the line breaks of Windows', async () => {
    const { document } = await open('yaml', RIGHT);
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await replace(document, document.getText().indexOf('ooting'), 2, 'o');
    await expectReported(document, ['unknown-task-state @ reboting']);
    await replace(document, 0, 0, '# a server\n\n');
    await expectReported(document, ['unknown-task-state @ reboting']);
    await editor?.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    await replace(document, 0, 0, '# of mine\n');
    await expectReported(document, ['unknown-task-state @ reboting']);
  });

  it('takes several edits at once, and back', async () => {
    const { document } = await open('yaml', `- ${RIGHT.replace('\n', '\n  ')}`.repeat(3));
    const starts = [...document.getText().matchAll(/rebooting/g)].map(({ index }) => index);
    const edit = new vscode.WorkspaceEdit();
    for (const start of starts) {
      const range = new vscode.Range(
        document.positionAt(start + 4),
        document.positionAt(start + 5),
      );
      edit.replace(document.uri, range, '');
    }
    assert.ok(await vscode.workspace.applyEdit(edit));
    await expectReported(document, Array(3).fill('unknown-task-state @ reboting'));
    await vscode.commands.executeCommand('undo');
    await expectReported(document, []);
  });

  it('knows again what was closed and opened', async () => {
    const { document } = await open('yaml', MISSPELT);
    await expectReported(document, ['unknown-task-state @ rebotting']);
    await closeAll();
    const { document: again } = await open('yaml', RIGHT);
    const { document: other } = await open('yaml', MISSPELT);
    await expectReported(other, ['unknown-task-state @ rebotting']);
    await expectReported(again, []);
  });
});

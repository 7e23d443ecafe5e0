import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, waitFor } from './support';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';

/** One file, which is on no disk. */
class OneFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => new vscode.Disposable(() => undefined);
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: FAULTY.length });
  readFile = () => new TextEncoder().encode(FAULTY);
  readDirectory = () => [];
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe('files that are on no disk', () => {
  let provider: vscode.Disposable;

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider('ecs-states-test', new OneFile());
  });

  after(async () => {
    await closeAll();
    provider.dispose();
  });

  it('have diagnostics and hovers as others have', async () => {
    const uri = vscode.Uri.parse('ecs-states-test:/a/server.json');
    await vscode.window.showTextDocument(uri);
    await waitFor(() => vscode.languages.getDiagnostics(uri).length > 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(0, FAULTY.indexOf('rebooting')),
    );
    assert.ok(hovers.length > 0);
  });
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, codeOf, expectReported, open, problems, replaceAll, waitFor } from './support';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';
const RIGHT = '{ "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting" }';

describe('diagnostics in the editor', () => {
  afterEach(closeAll);

  const faults: [string, string, string[]][] = [
    ['json', FAULTY, ['impossible-pair @ rebooting']],
    ['jsonc', `// a server\n${FAULTY}`, ['impossible-pair @ rebooting']],
    ['yaml', 'OS-EXT-STS:vm_state: actve\n', ['unknown-vm-state @ actve']],
    [
      'typescript',
      "export const x = { vmState: 'active', taskState: 'spawning' };",
      ['impossible-pair @ spawning'],
    ],
    [
      'typescriptreact',
      "if (s.task_state === 'powering_on') {}",
      ['unknown-task-state @ powering_on'],
    ],
    ['javascript', "if (s['OS-EXT-STS:vm_state'] === 'runing') {}", ['unknown-vm-state @ runing']],
    ['plaintext', FAULTY, []],
    ['json', '{ "status": "GONE", "task_state": "FULFILLED" }', []],
  ];
  for (const [language, text, expected] of faults) {
    it(`${language}: ${text}`, async () => {
      const { document } = await open(language, text);
      // Silence can only be told from slowness once something else has been reported.
      const { document: probe } = await open('json', FAULTY);
      await expectReported(probe, ['impossible-pair @ rebooting']);
      await expectReported(document, expected);
    });
  }

  it('have a source, a severity, a link and the other fields', async () => {
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    const [problem] = problems(document.uri);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(
      problem.message,
      "task_state 'rebooting' requires vm_state 'active', but vm_state is 'stopped'.",
    );
    const [related] = problem.relatedInformation ?? [];
    assert.equal(document.getText(related?.location.range), 'stopped');
    assert.equal(codeOf(problem), 'impossible-pair');
    assert.ok(
      typeof problem.code === 'object' && problem.code.target.path === '/impossible-pair.md',
    );
  });

  it('follow edits, undo and redo', async () => {
    const { document } = await open('json', RIGHT);
    await replaceAll(document, FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), RIGHT);
    await expectReported(document, []);
    await vscode.commands.executeCommand('redo');
    await expectReported(document, ['impossible-pair @ rebooting']);
  });

  it('follow the language of the document', async () => {
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await expectReported(plain, []);
    const back = await vscode.languages.setTextDocumentLanguage(plain, 'jsonc');
    await expectReported(back, ['impossible-pair @ rebooting']);
  });

  it('go when the document is closed', async () => {
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    const { uri } = document;
    await closeAll();
    await waitFor(() => problems(uri).length === 0);
    assert.deepEqual(problems(uri), []);
  });

  it('are for files of the workspace too', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'list-servers.json');
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await expectReported(document, [
      'status-mismatch @ ACTIVE',
      'impossible-pair @ stopped',
      'unknown-status @ RESIZE_VERIFY',
    ]);
  });

  it('are not for a read-only view, as the left half of a diff is', async () => {
    const scheme = 'ecs-states-old-text';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => FAULTY,
    });
    try {
      const uri = vscode.Uri.parse(`${scheme}:/old.json`);
      const document = await vscode.workspace.openTextDocument(uri);
      assert.equal(document.languageId, 'json');
      const { document: probe } = await open('json', FAULTY);
      await expectReported(probe, ['impossible-pair @ rebooting']);
      assert.deepEqual(problems(uri), []);
    } finally {
      provider.dispose();
    }
  });
});

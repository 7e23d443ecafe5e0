import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  actionsIn,
  choose,
  closeAll,
  expectReported,
  open,
  problems,
  replaceAll,
  resetSettings,
  set,
} from './support';

const CODE = 'unknown-vm-state';

describe('suppression in the editor', () => {
  afterEach(async () => {
    await resetSettings('suppress');
    await closeAll();
  });

  const texts: [string, string, string, string][] = [
    [
      'yaml',
      'for this line',
      'vm: 1\nOS-EXT-STS:vm_state: actve\n',
      '# ecs-states-disable-next-line',
    ],
    [
      'jsonc',
      'for this record',
      '[\n  {\n    "vm_state": "actve", "task_state": null\n  }\n]',
      '// ecs-states-disable-record',
    ],
    [
      'typescript',
      'for this file',
      "if (s.vm_state === 'actve') {}\n",
      '// ecs-states-disable-file',
    ],
  ];
  for (const [language, reach, text, comment] of texts) {
    it(`${language}: a comment ${reach} is offered and silences, and is told of when nothing is left`, async () => {
      const { document } = await open(language, text);
      await expectReported(document, [`${CODE} @ actve`]);
      const fixes = await actionsIn(document, vscode.CodeActionKind.QuickFix);
      await choose(fixes.find(({ title }) => title === `Suppress ${CODE} ${reach}`));
      const line = `${comment} ${CODE}`;
      assert.ok(document.getText().includes(line), document.getText());
      await expectReported(document, []);
      await replaceAll(document, document.getText().replace('actve', 'active'));
      await expectReported(document, [`unused-suppression @ ${line.replace(/^\S+ /, '')}`]);
      const [hint] = problems(document.uri);
      assert.equal(hint?.severity, vscode.DiagnosticSeverity.Hint);
      assert.deepEqual(hint.tags, [vscode.DiagnosticTag.Unnecessary]);
    });
  }

  it('json: an entry in the settings is offered, for there are no comments', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'one[1].json');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode('{ "OS-EXT-STS:vm_state": "actve" }'),
    );
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await expectReported(document, [`${CODE} @ actve`]);
      const { document: other } = await open('json', '{ "OS-EXT-STS:vm_state": "actve" }');
      await expectReported(other, [`${CODE} @ actve`]);
      await set(['nonsense'], 'suppress');
      const fixes = await actionsIn(document, vscode.CodeActionKind.QuickFix);
      await choose(fixes.find(({ title }) => title.startsWith(`Suppress ${CODE} in this file`)));
      await expectReported(document, []);
      await expectReported(other, [`${CODE} @ actve`]);
      const entries = vscode.workspace.getConfiguration('ecsStates').get('suppress');
      assert.deepEqual(entries, ['nonsense', { files: 'one[[]1[]].json', codes: [CODE] }]);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });
});

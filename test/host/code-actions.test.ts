import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, expectReported, open } from './support';

async function actions(document: vscode.TextDocument, kind: vscode.CodeActionKind) {
  const end = document.positionAt(document.getText().length);
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(new vscode.Position(0, 0), end),
    kind.value,
  );
  return found.filter(({ edit }) => edit !== undefined);
}

describe('fixes in the editor', () => {
  afterEach(closeAll);

  it('mend what was reported', async () => {
    const { document } = await open('yaml', 'OS-EXT-STS:task_state: powering_off # soon\r\n');
    await expectReported(document, ['unknown-task-state @ powering_off']);
    const [fix] = await actions(document, vscode.CodeActionKind.QuickFix);
    assert.equal(fix?.title, "Change task_state to 'powering-off'");
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await expectReported(document, []);
    assert.match(document.getText(), /^OS-EXT-STS:task_state: powering-off # soon/);
  });

  it('fix all only what has one right answer', async () => {
    const { document } = await open(
      'json',
      '[{"vm_state":"ACTIVE","task_state":null},{"vm_state":"stopped","task_state":"spawning"}]',
    );
    await expectReported(document, ['unknown-vm-state @ ACTIVE', 'impossible-pair @ spawning']);
    const [all] = await actions(document, vscode.CodeActionKind.SourceFixAll.append('ecsStates'));
    assert.ok(all?.edit && (await vscode.workspace.applyEdit(all.edit)));
    await expectReported(document, ['impossible-pair @ spawning']);
  });
});

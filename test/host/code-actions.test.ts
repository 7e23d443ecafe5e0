import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  actionsIn,
  choose,
  closeAll,
  expectReported,
  open,
  resetSettings,
  set,
  waitFor,
} from './support';

describe('fixes in the editor', () => {
  afterEach(closeAll);

  it('mend what was reported', async () => {
    const { document } = await open('yaml', 'OS-EXT-STS:task_state: powering_off # soon\r\n');
    await expectReported(document, ['unknown-task-state @ powering_off']);
    const [fix] = await actionsIn(document, vscode.CodeActionKind.QuickFix);
    assert.equal(fix?.title, "Change task_state to 'powering-off'");
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await expectReported(document, []);
    assert.match(document.getText(), /^OS-EXT-STS:task_state: powering-off # soon/);
  });

  for (const place of ['vm_state"', 'stopped', 'task_state"', 'rebooting']) {
    it(`are offered on any field of an impossible record: at ${place}`, async () => {
      const { document } = await open('json', '{"vm_state":"stopped","task_state":"rebooting"}');
      await expectReported(document, ['impossible-pair @ rebooting']);
      const at = document.positionAt(document.getText().indexOf(place) + 2);
      const range = new vscode.Range(at, at);
      const offered = await actionsIn(document, vscode.CodeActionKind.QuickFix, range);
      const fix = offered.find(({ title }) => title === 'Change task_state to null');
      await choose(fix);
      await expectReported(document, []);
    });
  }

  it('fix all only what has one right answer', async () => {
    const { document } = await open(
      'json',
      '[{"vm_state":"ACTIVE","task_state":null},{"vm_state":"stopped","task_state":"spawning"}]',
    );
    await expectReported(document, ['unknown-vm-state @ ACTIVE', 'impossible-pair @ spawning']);
    const [all] = await actionsIn(document, vscode.CodeActionKind.SourceFixAll.append('ecsStates'));
    assert.ok(all?.edit && (await vscode.workspace.applyEdit(all.edit)));
    await expectReported(document, ['impossible-pair @ spawning']);
  });

  it('fix all when a file is saved, where that is set', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'saved.json');
    const text =
      '[{"vm_state":" STOPPED","task_state":null},{"vm_state":"stopped","task_state":"spawning"}]';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document);
      await expectReported(document, ['unknown-vm-state @  STOPPED', 'impossible-pair @ spawning']);
      await set({ 'source.fixAll.ecsStates': 'explicit' }, 'codeActionsOnSave', 'editor');
      await editor.edit((edit) => edit.insert(document.positionAt(text.length), '\n'));
      assert.ok(await document.save());
      await waitFor(() => !document.isDirty && !document.getText().includes('STOPPED'));
      assert.equal(document.getText(), `${text.replace(' STOPPED', 'stopped')}\n`);
      await expectReported(document, ['impossible-pair @ spawning']);
    } finally {
      await closeAll();
      await resetSettings();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('write the field that follows from the others, as a refactoring', async () => {
    const { document, position } = await open(
      'yaml',
      '- vm_state: stopped\r\n  task_state: power<|>ing-on\r\n',
    );
    const here = new vscode.Range(position, position);
    const rewrite = vscode.CodeActionKind.RefactorRewrite;
    const [insert, ...others] = await actionsIn(document, rewrite.append('ecsStates'), here);
    assert.equal(insert?.title, "Insert status 'SHUTOFF'");
    assert.ok(insert.kind && rewrite.contains(insert.kind));
    assert.deepEqual(others, []);
    await choose(insert);
    assert.match(
      document.getText(),
      /^- vm_state: stopped\s+task_state: powering-on\s+status: SHUTOFF\s+$/,
    );
    await expectReported(document, []);
  });

  it('are not offered where nothing is wrong', async () => {
    const { document } = await open('json', '{"vm_state":"active","task_state":null}');
    await expectReported(document, []);
    const offered = await actionsIn(document, vscode.CodeActionKind.QuickFix);
    assert.deepEqual(
      offered.filter(({ title }) => /^(?:Change|Suppress)/.test(title)),
      [],
    );
  });
});

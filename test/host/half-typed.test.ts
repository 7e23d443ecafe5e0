import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, expectReported, open, reported, waitFor } from './support';

const YAML = '- OS-EXT-STS:vm_state: acti<|>\n  OS-EXT-STS:task_state: rebooting\n';
const HALF = 'unknown-vm-state @ acti';

/** Opens a text, and puts the cursor where its marker is. */
async function openAtCursor(language: string, fixture: string): Promise<vscode.TextEditor> {
  const { position } = await open(language, fixture);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(position, position);
  await waitFor(() => editor.selection.active.isEqual(position));
  return editor;
}

/** Types as a person does, and deletes what was typed: the text is edited, and what it was. */
async function touch(text = ' '): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
  await vscode.commands.executeCommand('deleteLeft');
}

describe('a value that is being typed', () => {
  afterEach(closeAll);

  const texts: [string, string, string][] = [
    ['yaml', YAML.replace('acti', 'act'), 'i'],
    ['json', '{"OS-EXT-STS:vm_state": "act<|>", "OS-EXT-STS:task_state": "rebooting"}', 'i'],
    ['typescript', "const s = { vm_state: 'act<|>', task_state: 'rebooting' };", 'i'],
  ];
  for (const [language, fixture, typed] of texts) {
    it(`is reported only once the cursor leaves it: ${language}`, async () => {
      const editor = await openAtCursor(language, fixture);
      const { document } = editor;
      await vscode.commands.executeCommand('type', { text: typed });
      // Silence can only be told from slowness once something else has been reported.
      await editor.edit((edit) => edit.insert(document.positionAt(0), '\n'));
      await expectReported(document, []);
      await vscode.commands.executeCommand('cursorTop');
      await expectReported(document, [HALF]);
    });
  }

  it('is reported as soon as it can be no state', async () => {
    const { document } = await openAtCursor('yaml', YAML);
    await touch();
    await vscode.commands.executeCommand('type', { text: 'x' });
    await expectReported(document, ['unknown-vm-state @ actix']);
    await vscode.commands.executeCommand('deleteLeft');
    await expectReported(document, []);
    await vscode.commands.executeCommand('type', { text: 've' });
    await expectReported(document, []);
  });

  it('is reported while the cursor only comes by', async () => {
    const editor = await openAtCursor('yaml', YAML);
    const { document } = editor;
    await vscode.commands.executeCommand('cursorTop');
    await expectReported(document, [HALF]);
    const within = document.positionAt(document.getText().indexOf('acti') + 2);
    editor.selection = new vscode.Selection(within, within);
    await waitFor(() => editor.selection.active.isEqual(within));
    // An edit is what makes it one that is being typed.
    assert.deepEqual(reported(document), [HALF]);
    await touch('v');
    await expectReported(document, []);
  });

  it('stays so while the cursor moves within it', async () => {
    const { document } = await openAtCursor('yaml', YAML);
    await touch('v');
    await expectReported(document, []);
    await vscode.commands.executeCommand('cursorLeft');
    await vscode.commands.executeCommand('cursorLeft');
    await vscode.commands.executeCommand('type', { text: 't' });
    await expectReported(document, ['unknown-vm-state @ actti']);
    await vscode.commands.executeCommand('deleteLeft');
    await expectReported(document, []);
    await vscode.commands.executeCommand('cursorDown');
    await expectReported(document, [HALF]);
  });

  it('is reported when another editor gets active', async () => {
    const { document } = await openAtCursor('yaml', YAML);
    await touch('v');
    await expectReported(document, []);
    await open('json', '{}');
    await expectReported(document, [HALF]);
  });
});

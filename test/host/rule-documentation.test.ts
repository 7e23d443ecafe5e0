import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, expectReported, open, problems, resetSettings, set, waitFor } from './support';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';

/** The link of the one problem of a text. */
async function targetIn(text: string, expected: string): Promise<vscode.Uri> {
  const { document } = await open('json', text);
  await expectReported(document, [expected]);
  const [problem] = problems(document.uri);
  assert.ok(typeof problem?.code === 'object');
  return problem.code.target;
}

describe('the link of a code', () => {
  afterEach(async () => {
    await closeAll();
    await resetSettings();
  });

  it('is a document, which hovers and peeks may open', async () => {
    const target = await targetIn(FAULTY, 'impossible-pair @ rebooting');
    assert.notEqual(target.scheme, 'command');
    const { languageId } = await vscode.workspace.openTextDocument(target);
    assert.equal(languageId, 'markdown');
  });

  it('opens as a page, not as its source', async () => {
    const target = await targetIn(FAULTY, 'impossible-pair @ rebooting');
    await vscode.commands.executeCommand('vscode.open', target);
    const input = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await waitFor(() => input() instanceof vscode.TabInputCustom);
    const shown = input();
    assert.ok(shown instanceof vscode.TabInputCustom);
    assert.equal(shown.uri.toString(), target.toString());
    assert.match(shown.viewType, /markdown\.preview/);
  });

  const languages: [string, RegExp][] = [
    ['en', /^# impossible-pair\n\n\*\*A vm_state and a task_state/],
    ['zh-cn', /^# impossible-pair\n\n\*\*.*[\u4e00-\u9fff]/],
  ];
  for (const [language, expected] of languages) {
    it(`explains the rule in the language of the messages: ${language}`, async () => {
      await set(language, 'language');
      const target = await targetIn(FAULTY, 'impossible-pair @ rebooting');
      const { getText } = await vscode.workspace.openTextDocument(target.with({ query: language }));
      assert.match(getText(), expected);
    });
  }

  it('is empty for a rule that there is not', async () => {
    const target = await targetIn(FAULTY, 'impossible-pair @ rebooting');
    const other = target.with({ path: '/no-rule.md' });
    assert.equal((await vscode.workspace.openTextDocument(other)).getText(), '');
  });
});

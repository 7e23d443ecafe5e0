import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, open } from './support';

async function hovers(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : String(content)))
    .filter((text) => text.includes('ecs_08_0002'));
}

describe('hover in the editor', () => {
  afterEach(closeAll);

  for (const [language, fixture] of [
    ['json', '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering<|>-on" }'],
    ['yaml', 'OS-EXT-STS:vm_state: stopped\nOS-EXT-STS:task_state: powering<|>-on\n'],
    ['typescript', "x = { vm_state: 'stopped', task_state: 'powering<|>-on' };"],
  ] as const) {
    it(`${language}: explains a literal given the other fields`, async () => {
      const { document, position } = await open(language, fixture);
      const [text] = await hovers(document, position);
      assert.ok(text?.includes('SHUTOFF'), text);
    });
  }

  it('says nothing of a status that is everybody’s', async () => {
    const { document, position } = await open('json', '{ "status": "ACT<|>IVE" }');
    assert.deepEqual(await hovers(document, position), []);
  });
});

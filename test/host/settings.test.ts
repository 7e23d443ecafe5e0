import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, expectReported, open, problems } from './support';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';
const KEY = 'severity.impossible-pair';

async function set(value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ecsStates');
  await configuration.update(KEY, value, vscode.ConfigurationTarget.Workspace);
}

describe('settings', () => {
  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  it('silence a rule, and let it speak again, without a reload', async () => {
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    await set('off');
    await expectReported(document, []);
    await set(undefined);
    await expectReported(document, ['impossible-pair @ rebooting']);
  });

  it('set how loudly a rule speaks', async () => {
    await set('error');
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Error);
  });

  for (const nonsense of ['loud', 7, null, { a: 1 }]) {
    it(`that make no sense leave the default: ${JSON.stringify(nonsense)}`, async () => {
      await set(nonsense);
      const { document } = await open('json', FAULTY);
      await expectReported(document, ['impossible-pair @ rebooting']);
      assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Warning);
    });
  }
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  closeAll,
  expectReported,
  open,
  problems,
  replaceAll,
  resetSettings,
  set,
  waitFor,
} from './support';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';
const KEY = 'severity.impossiblePair';

describe('settings', () => {
  afterEach(async () => {
    await resetSettings('dialect');
    await closeAll();
  });

  it('silence a rule, and let it speak again, without a reload', async () => {
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    await set('off', KEY);
    await expectReported(document, []);
    await set(undefined, KEY);
    await expectReported(document, ['impossible-pair @ rebooting']);
  });

  it('set how loudly a rule speaks', async () => {
    await set('error', KEY);
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Error);
  });

  for (const nonsense of ['loud', 7, null, { a: 1 }]) {
    it(`that make no sense leave the default: ${JSON.stringify(nonsense)}`, async () => {
      await set(nonsense, KEY);
      const { document } = await open('json', FAULTY);
      await expectReported(document, ['impossible-pair @ rebooting']);
      assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Warning);
    });
  }

  it('choose the dialect, by a fix of the notice too', async () => {
    const nova =
      '[{ "OS-EXT-STS:vm_state": "paused", "OS-EXT-STS:task_state": "unpausing", "status": "PAUSED" }]';
    const { document } = await open('json', nova);
    await expectReported(document, ['other-dialect @ paused']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problems(document.uri)[0]?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title.includes("dialect 'openstack'"));
    assert.ok(action?.command, 'the switch is offered');
    await vscode.commands.executeCommand(
      action.command.command,
      ...(action.command.arguments ?? []),
    );
    await expectReported(document, []);
    assert.equal(vscode.workspace.getConfiguration('ecsStates').get('dialect'), 'openstack');
  });

  it('read notifications in the dialect that has them', async () => {
    const { document } = await open('json', '{ "state": "pausd", "task_state": null }');
    await set('openstack', 'dialect');
    await expectReported(document, ['unknown-vm-state @ pausd']);
    await set('huaweicloud', 'dialect');
    await expectReported(document, []);
  });

  it('leave the rows of the dialect where the added ones make no sense', async () => {
    await set({ vm_state: 'stopped', task_state: 'rebooting', status: 'REBOOT' }, 'additionalRows');
    const { document } = await open('json', FAULTY);
    await expectReported(document, []);
    await set([{ vm_state: 'stopped', status: 7 }, 'rows', null], 'additionalRows');
    await expectReported(document, ['impossible-pair @ rebooting']);
  });

  it('add rows', async () => {
    const { document } = await open('json', FAULTY);
    await expectReported(document, ['impossible-pair @ rebooting']);
    const row = { vm_state: 'stopped', task_state: 'rebooting', status: 'REBOOT' };
    await set([{ vm_state: 7 }, row], 'additionalRows');
    await expectReported(document, []);
  });

  for (const [rows, message] of [
    [[{ vm_state: 'stopped' }], /Missing property "status"/],
    [['stopped'], /A row needs a vm_state, a status, and a task_state that is a string or null/],
    [[{ vm_state: 'STOPPED', status: 'SHUTOFF' }], /Use lower case/],
    [[{ vm_state: 'stopped', status: 'shutoff' }], /Use upper case/],
  ] as const) {
    it(`say where they are written what is wrong with a row: ${JSON.stringify(rows)}`, async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder);
      await set(rows, 'additionalRows');
      const uri = vscode.Uri.joinPath(folder.uri, '.vscode/settings.json');
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const messages = () => vscode.languages.getDiagnostics(uri).map((each) => each.message);
      const isSaid = () => messages().some((each) => message.test(each));
      await waitFor(isSaid);
      assert.ok(isSaid(), messages().join());
      await set(
        [{ vm_state: 'stopped', task_state: 'saving', status: 'SHUTOFF' }],
        'additionalRows',
      );
      await waitFor(() => messages().length === 0);
      assert.deepEqual(messages(), []);
    });
  }

  it('choose a dialect with a status for the pairs it does not list, and one with a status for each', async () => {
    const text =
      '[{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting", "status": "UNKNOWN" },' +
      ' { "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting", "status": "SHUTOFF" }]';
    const { document } = await open('json', text);
    await expectReported(document, ['impossible-pair @ rebooting', 'other-dialect @ UNKNOWN']);
    await set('huaweicloud-2022', 'dialect');
    await expectReported(document, ['status-mismatch @ SHUTOFF']);
    await set('openstack', 'dialect');
    await expectReported(document, ['other-dialect @ UNKNOWN']);
  });

  it('name keys, and forget them again', async () => {
    const text = '{ "nova_vm": "stopped", "nova_task": "rebooting" }';
    const { document } = await open('json', text);
    await set({ nova_vm: 'vm_state', nova_task: 'task_state', 7: 'power_state' }, 'keys');
    await expectReported(document, ['impossible-pair @ rebooting']);
    await set(['nova_vm'], 'keys');
    await expectReported(document, []);
    await set({ nova_vm: 'vm_state', 'a": b': 'vm_state' }, 'keys');
    await replaceAll(document, text.replace('stopped', 'stoped'));
    await expectReported(document, ['unknown-vm-state @ stoped']);
    await set(undefined, 'keys');
    await expectReported(document, []);
  });

  it('include languages: what is written in them is reported, hovered, completed and mended', async () => {
    const { document } = await open('ini', 'OS-EXT-STS:vm_state: stoped\n');
    await set({ ini: 'yaml', json: 'yaml', bat: 'fortran', plaintext: 7 }, 'includeLanguages');
    await expectReported(document, ['unknown-vm-state @ stoped']);
    const place = new vscode.Position(0, 23);
    const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText().trim(), 'OS-EXT-STS:vm_state: stopped');
    await expectReported(document, []);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    assert.equal(hovers.length, 1);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('building'));
  });

  it('include languages no longer, and what was reported goes', async () => {
    const { document } = await open('ini', 'OS-EXT-STS:vm_state: stoped\n');
    await set({ ini: 'yaml' }, 'includeLanguages');
    await expectReported(document, ['unknown-vm-state @ stoped']);
    await set('ini', 'includeLanguages');
    await expectReported(document, []);
  });

  it('exclude files, and silence rules in some', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder.uri, 'list-servers.json'),
    );
    await vscode.window.showTextDocument(document);
    const all = [
      'status-mismatch @ ACTIVE',
      'impossible-pair @ stopped',
      'unknown-status @ RESIZE_VERIFY',
    ];
    await expectReported(document, all);
    await set([{ files: '*.json', codes: ['impossible-pair'] }], 'suppress');
    await expectReported(
      document,
      all.filter((line) => !line.startsWith('impossible-pair')),
    );
    await set(['list-*'], 'exclude');
    await expectReported(document, []);
    await set(['other-*', 7], 'exclude');
    await set('nonsense', 'suppress');
    await expectReported(document, all);
  });

  it('propose keys, or do not', async () => {
    const { document, position } = await open('json', '{ "vm_state": "deleted", <|> }');
    const labels = async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return items
        .map(({ label }) => (typeof label === 'string' ? label : label.label))
        .filter((label) => label === 'task_state');
    };
    assert.deepEqual(await labels(), ['task_state']);
    await set(false, 'completion.keys');
    assert.deepEqual(await labels(), []);
  });

  it('choose the language of the texts', async () => {
    await set('zh-cn', 'language');
    const { document } = await open('json', FAULTY);
    await waitFor(() => problems(document.uri)[0]?.message.includes('要求') === true);
    assert.match(problems(document.uri)[0]?.message ?? '', /要求/);
    const hover = async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(FAULTY.indexOf('rebooting')),
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map((each) => (each instanceof vscode.MarkdownString ? each.value : String(each)))
        .join('\n');
    };
    assert.match(await hover(), /重启/);
    await set('en', 'language');
    await waitFor(() => problems(document.uri)[0]?.message.includes('requires') === true);
    assert.doesNotMatch(await hover(), /重启/);
  });
});

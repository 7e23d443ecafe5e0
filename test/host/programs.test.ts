import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { EcsStatesApi } from '../../src/extension/api';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';

describe('for other programs', () => {
  let api: EcsStatesApi;

  before(async () => {
    const extension = vscode.extensions.getExtension<EcsStatesApi>('ecs-states.ecs-states');
    assert.ok(extension);
    api = await extension.activate();
  });

  afterEach(async () => {
    const configuration = vscode.workspace.getConfiguration('ecsStates');
    await configuration.update('dialect', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('there is an API with a version', async () => {
    assert.equal(api.version, 1);
    assert.equal(await api.statusOf({ vm_state: 'resized', task_state: null }), 'VERIFY_RESIZE');
    assert.equal(await api.statusOf({ vm_state: 'deleted', task_state: 'spawning' }), undefined);
    const half = { vm_state: 'active' } as Parameters<typeof api.statusOf>[0];
    assert.equal(await api.statusOf(half), undefined, 'half a pair shows no status');
    assert.deepEqual(await api.pairsOf('HARD_REBOOT'), [
      { vm_state: 'active', task_state: 'rebooting_hard' },
      { vm_state: 'active', task_state: 'reboot_pending_hard' },
      { vm_state: 'active', task_state: 'reboot_started_hard' },
    ]);
  });

  it('the API judges texts', async () => {
    const start = FAULTY.indexOf('rebooting');
    assert.deepEqual(await api.diagnose(FAULTY, 'json'), [
      {
        start,
        end: start + 'rebooting'.length,
        code: 'impossible-pair',
        severity: 'warning',
        message: "task_state 'rebooting' requires vm_state 'active', but vm_state is 'stopped'.",
      },
    ]);
    assert.deepEqual(await api.diagnose(FAULTY, 'plaintext'), []);
    assert.deepEqual(await api.diagnose(undefined as unknown as string, 'json'), []);
  });

  it('the API follows the settings', async () => {
    assert.equal(await api.statusOf({ vm_state: 'paused', task_state: null }), undefined);
    const configuration = vscode.workspace.getConfiguration('ecsStates');
    await configuration.update('dialect', 'openstack', vscode.ConfigurationTarget.Workspace);
    assert.equal(await api.statusOf({ vm_state: 'paused', task_state: null }), 'PAUSED');
  });

  it('there is a tool for language models', async () => {
    const tool = vscode.lm.tools.find(({ name }) => name === 'ecs-states_lookup');
    assert.ok(tool && tool.description.length > 100);
    const ask = async (input: object) => {
      const options = { input, toolInvocationToken: undefined };
      const { content } = await vscode.lm.invokeTool('ecs-states_lookup', options);
      return content
        .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
        .join('');
    };
    assert.match(
      await ask({ vm_state: 'stopped', task_state: 'powering-on' }),
      /^- vm_state stopped, task_state powering-on, status SHUTOFF\n/,
    );
    assert.match(await ask({ status: 'RESIZE' }), /resize_prep[\s\S]*resize_finish/);
    assert.match(await ask({ task_state: 'powering_on' }), /Did you mean 'powering-on'/);
  });
});

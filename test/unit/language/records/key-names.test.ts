import { strict as assert } from 'node:assert';
import {
  complete,
  createLanguageService,
  diagnose,
  hover,
  mayHoldStates,
  type OwnKeys,
  readText,
} from '../../../../src/language';
import { COMMON_KEYS, isOwnKey, KeyNames } from '../../../../src/language/records/key-names';
import { keysOf } from '../../../../src/language/settings/settings';
import { withCursor } from '../../../support/cursor';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const KEYS: OwnKeys = {
  vmStatus: 'vm_state',
  nova_vm: 'vm_state',
  nova_task: 'task_state',
  'Task State': 'task_state',
  serverStatus: 'status',
  云状态: 'vm_state',
};

function found(text: string, languageId: string, keys: OwnKeys = KEYS): string[] {
  return diagnose(text, languageId, { keys }).map(
    ({ code, start, end }) => `${code} @ ${text.slice(start, end)}`,
  );
}

describe("the user's own key names", () => {
  const records: { name: string; pairs: Pairs; expected: string[] }[] = [
    {
      name: 'a row',
      pairs: [
        ['nova_vm', 'stopped'],
        ['nova_task', 'powering-on'],
        ['status', 'SHUTOFF'],
      ],
      expected: [],
    },
    {
      name: 'an impossible pair',
      pairs: [
        ['vmStatus', 'stopped'],
        ['nova_task', 'rebooting'],
      ],
      expected: ['impossible-pair @ rebooting'],
    },
    {
      name: 'beside a key that is known everywhere',
      pairs: [
        ['vm_state', 'stopped'],
        ['nova_task', 'rebooting'],
      ],
      expected: ['impossible-pair @ rebooting'],
    },
    {
      name: 'a misspelling alone',
      pairs: [['nova_vm', 'actve']],
      expected: ['unknown-vm-state @ actve'],
    },
    {
      name: 'a misspelt status alone',
      pairs: [['serverStatus', 'RESIZE_VERIFY']],
      expected: ['unknown-status @ RESIZE_VERIFY'],
    },
    {
      name: 'a status that the pair does not give',
      pairs: [
        ['nova_vm', 'active'],
        ['nova_task', null],
        ['serverStatus', 'REBOOT'],
      ],
      expected: ['status-mismatch @ REBOOT'],
    },
    {
      name: 'what resembles no state: the name is of something else there',
      pairs: [['nova_vm', 'open']],
      expected: [],
    },
    {
      name: 'a null, which is no evidence',
      pairs: [
        ['nova_task', null],
        ['status', 'STARTED'],
      ],
      expected: [],
    },
    { name: 'a number', pairs: [['nova_vm', { raw: '7' }]], expected: [] },
  ];
  for (const { name, pairs, expected } of records) {
    for (const { name: syntax, languageId, write } of SYNTAXES) {
      it(`${name}: ${syntax}`, () => {
        const text = write(pairs);
        assert.deepEqual(found(text, languageId), expected, text);
        const withoutOwn = pairs.filter(([key]) => !(key in KEYS));
        assert.deepEqual(found(text, languageId, {}), found(write(withoutOwn), languageId, {}));
      });
    }
  }

  const texts: [string, string, string[]][] = [
    ['json', '{"Task State": "powering_on"}', ['unknown-task-state @ powering_on']],
    ['yaml', 'Task State: powering_on\n', ['unknown-task-state @ powering_on']],
    ['yaml', '云状态: actve\n', ['unknown-vm-state @ actve']],
    ['json', '{"nova\\u005fvm": "actve", "serverStatus": "ACTIVE"}', ['unknown-vm-state @ actve']],
    ['typescript', "if (s.nova_vm === 'actve') {}", ['unknown-vm-state @ actve']],
    ['typescript', "if (nova_vm === 'actve') {}", ['unknown-vm-state @ actve']],
    ['typescript', "if (nova_vm === 'open') {}", []],
    ['typescript', "if (s.serverStatus === 'ACTIV') {}", ['unknown-status @ ACTIV']],
    ['typescript', "if (s.serverStatus === 'DONE' || s.status === 'ACTIV') {}", []],
    ['typescript', "if (s['nova_task'] === 'spawnin') {}", ['unknown-task-state @ spawnin']],
    [
      'typescript',
      "const { nova_task: t } = server; if (t === 'spawnin') {}",
      ['unknown-task-state @ spawnin'],
    ],
    [
      'typescript',
      "if (s.nova_vm === 'stopped' && s.nova_task === 'rebooting') {}",
      ["impossible-condition @ s.nova_task === 'rebooting'"],
    ],
    [
      'typescript',
      "const a: Record<nova_vm, string> = { actve: '' };",
      ['unknown-vm-state @ actve'],
    ],
    // Half-typed, so that it is read by its tokens.
    ['typescript', "const a = { nova_vm: 'actve', nova_task: ", ['unknown-vm-state @ actve']],
  ];
  for (const [languageId, text, expected] of texts) {
    it(`${languageId}: ${text}`, () => {
      assert.deepEqual(found(text, languageId), expected);
      assert.deepEqual(found(text, languageId, {}), []);
    });
  }

  it('are completed in values, hovered and named after in keys', () => {
    const value = withCursor('{"nova_vm": "stopped", "nova_task": "<|>"}');
    const labels = complete(value.text, 'json', value.offset, { keys: KEYS }).map((c) => c.label);
    assert.deepEqual(labels.slice(0, 2), ['null', 'resize_prep']);
    assert.deepEqual(complete(value.text, 'json', value.offset), []);
    const hovered = hover('{"nova_vm": "stopped"}', 'json', 14, { keys: KEYS });
    assert.match(hovered?.markdown ?? '', /stopped/);
    assert.equal(hover('{"nova_vm": "stopped"}', 'json', 14), undefined);
    const key = withCursor('{"nova_vm": "deleted", <|>}');
    const keys = complete(key.text, 'json', key.offset, { keys: KEYS }).map((c) => c.label);
    assert.deepEqual(keys, ['nova_task', 'serverStatus']);
  });

  it('are inserted beside their like', () => {
    const reading = readText('nova_vm: deleted\n', 'yaml', keysOf({ keys: KEYS }));
    assert.ok(reading);
    const edits = createLanguageService()
      .insertions(reading, 12)
      .map(({ edit }) => edit.newText);
    assert.deepEqual(edits, ['\nnova_task: null', '\nserverStatus: DELETED']);
  });

  const respelt: [string, OwnKeys, string, string][] = [
    ['the most alike', KEYS, 'nova_vm', 'nova_task'],
    ['the plain name where there is none', { nova_vm: 'vm_state' }, 'nova_vm', 'task_state'],
    ['as everywhere beside a key known everywhere', KEYS, 'vmState', 'taskState'],
  ];
  for (const [name, keys, key, expected] of respelt) {
    it(`name the field beside them: ${name}`, () => {
      assert.equal(new KeyNames(keys).respell(key, 'task_state'), expected);
    });
  }

  it('are looked for before any parse', () => {
    assert.equal(mayHoldStates('{"nova_vm": 1}'), false);
    assert.equal(mayHoldStates('{"nova_vm": 1}', keysOf({ keys: KEYS })), true);
    assert.equal(mayHoldStates('{"a": 1}', keysOf({ keys: KEYS })), false);
  });

  it('are the same names for the same setting', () => {
    assert.equal(keysOf({ keys: KEYS }), keysOf({ keys: KEYS }));
    assert.equal(keysOf(), COMMON_KEYS);
  });

  const nonsense: [string, Record<string, unknown>][] = [
    ['no field', { nova_vm: 'state' }],
    ['no text', { nova_vm: 7, b: null, c: ['vm_state'] }],
    [
      'a name that no syntax writes plain',
      { 'a"b': 'vm_state', 'a: b': 'vm_state', '': 'vm_state' },
    ],
    ['a name with a line break', { 'nova\nvm': 'vm_state' }],
    ['a name without end', { ['x'.repeat(1_000_000)]: 'vm_state' }],
    ['what objects inherit', { __proto__: { nova_vm: 'vm_state' } }],
  ];
  for (const [name, own] of nonsense) {
    it(`mean nothing where they make no sense: ${name}`, () => {
      const keys = new KeyNames(own);
      assert.equal(keys.hasOwn, false);
      assert.equal(keys.read('nova_vm'), undefined);
    });
  }

  it('do not change what is known everywhere', () => {
    const keys = new KeyNames({ status: 'vm_state', taskState: 'status' });
    assert.equal(keys.read('status')?.field, 'status');
    assert.equal(keys.read('taskState')?.field, 'task_state');
  });

  it('may be in any script, with blanks and marks within', () => {
    for (const name of ['Task State', '云状态', 'x-vm', 'nova.vm', '$vm', 'a:b', 'v']) {
      assert.ok(isOwnKey(name), name);
    }
    for (const name of [' a', 'a ', 'a: b', 'a#b', "a'b", 'a,b', '{a}', '-a', '\ud800']) {
      assert.ok(!isOwnKey(name), name);
    }
  });

  it('are at most a hundred', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`k${n}`, 'vm_state']));
    const keys = new KeyNames(many);
    assert.equal(keys.read('k99')?.field, 'vm_state');
    assert.equal(keys.read('k100'), undefined);
  });
});

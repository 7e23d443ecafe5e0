import { strict as assert } from 'node:assert';
import { diagnose, RULE_CODES, RULES, type RuleCode, SEVERITIES } from '../../../../src/language';
import type { Settings } from '../../../../src/language/settings/settings';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

/** What is found, as `code @ marked text`. */
function found(text: string, languageId: string, settings?: Settings): string[] {
  return diagnose(text, languageId, settings).map(
    ({ code, start, end }) => `${code} @ ${text.slice(start, end)}`,
  );
}

const everywhere: { name: string; pairs: Pairs; expected: string[] }[] = [
  {
    name: 'a row of the table',
    pairs: [
      ['status', 'ACTIVE'],
      [VM, 'active'],
      [TASK, null],
    ],
    expected: [],
  },
  {
    name: 'a row with a task',
    pairs: [
      [TASK, 'powering-on'],
      [VM, 'stopped'],
      ['status', 'SHUTOFF'],
    ],
    expected: [],
  },
  {
    name: 'an unknown vm_state',
    pairs: [
      [VM, 'running'],
      [TASK, null],
    ],
    expected: ['unknown-vm-state @ running'],
  },
  {
    name: 'a vm_state in upper case',
    pairs: [
      [VM, 'ACTIVE'],
      [TASK, null],
      ['status', 'ACTIVE'],
    ],
    expected: ['unknown-vm-state @ ACTIVE'],
  },
  {
    name: 'an unknown task_state',
    pairs: [
      [VM, 'active'],
      [TASK, 'powering_off'],
    ],
    expected: ['unknown-task-state @ powering_off'],
  },
  {
    name: 'an unknown status',
    pairs: [
      [VM, 'resized'],
      ['status', 'RESIZE_VERIFY'],
    ],
    expected: ['unknown-status @ RESIZE_VERIFY'],
  },
  {
    name: 'a literal with a leading space',
    pairs: [
      [VM, 'building'],
      ['status', { raw: '" BUILD"' }],
    ],
    expected: ['unknown-status @  BUILD'],
  },
  {
    name: 'an impossible pair, with nothing to tell which is wrong: the task_state',
    pairs: [
      [VM, 'stopped'],
      [TASK, 'rebooting'],
    ],
    expected: ['impossible-pair @ rebooting'],
  },
  {
    name: 'an impossible pair where the status tells that the vm_state is wrong',
    pairs: [
      [VM, 'stopped'],
      [TASK, 'rebooting'],
      ['status', 'REBOOT'],
    ],
    expected: ['impossible-pair @ stopped'],
  },
  {
    name: 'an impossible pair where the status tells that the task_state is wrong',
    pairs: [
      [VM, 'building'],
      [TASK, 'rebooting'],
      ['status', 'BUILD'],
    ],
    expected: ['impossible-pair @ rebooting'],
  },
  {
    name: 'a possible pair with another status',
    pairs: [
      [VM, 'active'],
      [TASK, 'deleting'],
      ['status', 'DELETED'],
    ],
    expected: ['status-mismatch @ DELETED'],
  },
  {
    name: 'no task, and the status of a task',
    pairs: [
      [VM, 'active'],
      [TASK, null],
      ['status', 'REBOOT'],
    ],
    expected: ['status-mismatch @ REBOOT'],
  },
  {
    name: 'a vm_state and a status that no row has',
    pairs: [
      [VM, 'active'],
      ['status', 'SHUTOFF'],
    ],
    expected: ['impossible-record @ SHUTOFF'],
  },
  {
    name: 'a task_state and a status that no row has',
    pairs: [
      [TASK, 'spawning'],
      ['status', 'ACTIVE'],
    ],
    expected: ['impossible-record @ ACTIVE'],
  },
  {
    name: 'an absent task_state, which is not a null one',
    pairs: [
      [VM, 'active'],
      ['status', 'REBOOT'],
    ],
    expected: [],
  },
  {
    name: 'a null task_state that rules the status out by itself',
    pairs: [
      [TASK, null],
      ['status', 'REBOOT'],
    ],
    expected: ['impossible-record @ REBOOT'],
  },
  {
    name: 'words that describe the fields, none of which resembles a state',
    pairs: [
      [VM, 'asc'],
      [TASK, 'desc'],
    ],
    expected: [],
  },
  {
    name: 'one diagnostic a fault: a misspelt value is not held against the others',
    pairs: [
      [VM, 'actve'],
      [TASK, 'spawning'],
      ['status', 'ACTIVE'],
    ],
    expected: ['unknown-vm-state @ actve'],
  },
  {
    name: 'both fields without the prefix',
    pairs: [
      ['vm_state', 'running'],
      ['task_state', null],
    ],
    expected: ['unknown-vm-state @ running'],
  },
  {
    name: 'a word that all products share, beside what is no step of a server',
    pairs: [
      ['vm_state', 'running'],
      ['task_state', 'pending'],
      ['status', 'running'],
    ],
    expected: [],
  },
  {
    name: 'two words for states of a server that it does not have',
    pairs: [
      ['vm_state', 'running'],
      ['task_state', 'starting'],
    ],
    expected: ['unknown-vm-state @ running', 'unknown-task-state @ starting'],
  },
  {
    name: 'one word that a server shares, next to what no server has',
    pairs: [
      ['vm_state', 'active'],
      ['task_state', 'pending'],
    ],
    expected: [],
  },
  {
    name: 'a pair of which the status says that it is a server’s',
    pairs: [
      ['vm_state', 'active'],
      ['task_state', 'pending'],
      ['status', 'ACTIVE'],
    ],
    expected: ['unknown-task-state @ pending'],
  },
  {
    name: 'one field without the prefix, all literals known',
    pairs: [
      ['vm_state', 'active'],
      ['status', 'SHUTOFF'],
    ],
    expected: ['impossible-record @ SHUTOFF'],
  },
  {
    name: 'one field without the prefix, a literal of something else',
    pairs: [
      ['vm_state', 'running'],
      ['status', 'ACTIVE'],
    ],
    expected: [],
  },
  {
    name: 'one field without the prefix, and words that anything can be',
    pairs: [
      ['vm_state', 'stopped'],
      ['status', 'ACTIVE'],
    ],
    expected: [],
  },
  {
    name: 'a job that failed while it was scheduled',
    pairs: [
      ['taskState', 'scheduling'],
      ['status', 'ERROR'],
    ],
    expected: [],
  },
  {
    name: 'words that all products share, in camel case',
    pairs: [
      ['vmState', 'running'],
      ['taskState', null],
    ],
    expected: [],
  },
  {
    name: 'a state nearly spelt, in camel case',
    pairs: [
      ['vmState', 'actve'],
      ['taskState', null],
    ],
    expected: ['unknown-vm-state @ actve'],
  },
  {
    name: 'another word for a state, in camel case beside a status',
    pairs: [
      ['vmState', 'running'],
      ['taskState', null],
      ['status', 'SHUTOFF'],
    ],
    expected: ['unknown-vm-state @ running'],
  },
  {
    name: 'what a store begins with',
    pairs: [
      ['vm_state', 'idle'],
      ['task_state', null],
      ['status', 'idle'],
    ],
    expected: [],
  },
  {
    name: 'a type as the only value',
    pairs: [[VM, 'keyword']],
    expected: [],
  },
  {
    name: 'a sort order beside what is no state',
    pairs: [
      [VM, 'asc'],
      ['status', 'none'],
    ],
    expected: [],
  },
  {
    name: 'a server of which nothing is known',
    pairs: [
      [VM, null],
      [TASK, null],
      ['status', 'UNKNOWN'],
    ],
    expected: [],
  },
  {
    name: 'an unknown name beside a null',
    pairs: [
      [VM, 'frobnicated'],
      [TASK, null],
    ],
    expected: ['unknown-vm-state @ frobnicated'],
  },
  {
    name: 'the beginning of a state',
    pairs: [[TASK, 'spawn']],
    expected: ['unknown-task-state @ spawn'],
  },
  {
    name: 'a launch group: status and task_state of something else',
    pairs: [
      ['status', 'ACTIVE'],
      ['task_state', 'FULFILLED'],
    ],
    expected: [],
  },
  {
    name: 'a container: task_state null, a status of something else',
    pairs: [
      ['status', 'Stopped'],
      ['task_state', null],
    ],
    expected: [],
  },
  { name: 'status alone', pairs: [['status', 'RESIZE_VERIFY']], expected: [] },
  {
    name: 'a label map',
    pairs: [
      [VM, 'VM state'],
      [TASK, 'Transition state'],
      ['status', 'Status'],
    ],
    expected: [],
  },
  {
    name: 'a map from keys to keys',
    pairs: [
      [VM, 'vm_state'],
      [TASK, 'task_state'],
      ['status', 'status'],
    ],
    expected: [],
  },
  {
    name: 'a description of types',
    pairs: [
      [VM, 'string'],
      [TASK, 'string'],
      ['status', 'String'],
    ],
    expected: [],
  },
  {
    name: 'values that are templates',
    pairs: [
      [VM, { raw: '"{{ vm_state }}"' }],
      [TASK, { raw: '"<task>"' }],
      ['status', { raw: '"%(status)s"' }],
    ],
    expected: [],
  },
  {
    name: 'blank templates',
    pairs: [
      [VM, { raw: '""' }],
      [TASK, { raw: '""' }],
      ['status', { raw: '""' }],
    ],
    expected: [],
  },
];

describe('diagnose, the same in every syntax', () => {
  for (const { name, pairs, expected } of everywhere) {
    for (const syntax of SYNTAXES) {
      it(`${name}: ${syntax.name}`, () => {
        assert.deepEqual(found(syntax.write(pairs), syntax.languageId), expected);
      });
    }
  }

  for (const rendered of ['', 'none', 'None', '-', 'null']) {
    it(`takes a task_state of "${rendered}" for a rendered null`, () => {
      const raw = { raw: `"${rendered}"` };
      for (const { languageId, write, name } of SYNTAXES) {
        const right = write([
          [VM, 'active'],
          [TASK, raw],
          ['status', 'ACTIVE'],
        ]);
        assert.deepEqual(found(right, languageId), [], name);
        const wrong = write([
          [VM, 'active'],
          [TASK, raw],
          ['status', 'REBOOT'],
        ]);
        assert.deepEqual(found(wrong, languageId), ['status-mismatch @ REBOOT'], name);
      }
    });
  }

  for (const [vm, task] of [
    ['OS_EXT_STS_vm_state', 'OS_EXT_STS_task_state'],
    ['oSEXTSTSVmState', 'oSEXTSTSTaskState'],
    ['osExtStsVmState', 'osExtStsTaskState'],
    ['vmState', 'taskState'],
  ] as const) {
    it(`knows the fields spelt ${vm} and ${task}`, () => {
      for (const { languageId, write, name } of SYNTAXES) {
        const text = write([
          [vm, 'stopped'],
          [task, 'spawning'],
        ]);
        assert.deepEqual(found(text, languageId), ['impossible-pair @ spawning'], name);
      }
    });
  }
});

describe('diagnose, by syntax', () => {
  const cases: [string, string, string, string[]][] = [
    ['json', 'judges each object by itself', `{"${VM}":"active","ports":[{"status":"GONE"}]}`, []],
    [
      'json',
      'reads what is there of a document in pieces',
      `{"${VM}":"actve", ...... "x`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'jsonc',
      'leaves rows of the mapping in settings alone',
      `{ "ecsStates.additionalRows": [ // "]
        { "vm_state": "actve", "task_state": "]", "status": "ACTIVE" }, [], { "${VM}": "actve" }],
        "a": { "${VM}": "actve" } }`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'json',
      'leaves rows of the mapping in a configuration alone, while they are typed',
      `{ "additionalRows" :\n[{ "vm_state": "active", "task_state": "backing-up", "status": "ACTIVE" }, {"${VM}": "actve"`,
      [],
    ],
    ['json', 'leaves schemas alone', `{"${VM}":{"type":"string"},"status":{"type":"string"}}`, []],
    [
      'json',
      'does not choose between contradicting duplicates',
      `{"${VM}":"active","vm_state":"stopped","status":"SHUTOFF"}`,
      [],
    ],
    ['plaintext', 'is silent in other languages', `{"${VM}":"actve"}`, []],
    ['yaml', 'leaves custom tags alone', `${VM}: !Ref running\n${TASK}: null\n`, []],
    ['yaml', 'leaves unquoted templates alone', `${VM}: {{ state }}\nstatus: ACTIVE\n`, []],
    ['yaml', 'does not follow aliases', `a: &a running\nb:\n  ${VM}: *a\n  status: ACTIVE\n`, []],
    [
      'yaml',
      'judges what is written beside a merge key',
      `a: &a { x: 1 }\nb:\n  <<: *a\n  ${VM}: active\n  ${TASK}: spawning\n`,
      ['impossible-pair @ spawning'],
    ],
    [
      'yaml',
      'judges each document of a stream',
      `${VM}: actve\n---\n${VM}: active\n`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'typescript',
      'leaves the types of members alone',
      `interface S { '${VM}': string; '${TASK}'?: string | null; status: string }`,
      [],
    ],
    [
      'typescript',
      'leaves variables and templates alone',
      `const s = { '${VM}': state, status: \`\${x}\` };`,
      [],
    ],
    [
      'typescript',
      'does not pair what a later spread may replace',
      `const s = { '${VM}': 'active', '${TASK}': 'spawning', ...over };`,
      [],
    ],
    [
      'typescript',
      'still knows a literal that a later spread may replace',
      `const s = { '${VM}': 'actve', ...over };`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'typescript',
      'comparison',
      `if (s.task_state === 'powering_on') {}`,
      ['unknown-task-state @ powering_on'],
    ],
    [
      'typescript',
      'comparison with a bracketed key, reversed',
      `x = 'runing' !== s?.['${VM}']`,
      ['unknown-vm-state @ runing'],
    ],
    [
      'typescript',
      'comparison with a camel-case member',
      `s.vmState == "actve"`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'typescript',
      'another product’s word for a state, alone: its member may have that name too',
      `s.vmState == "running" || job.taskState === 'done' || job.task_state !== 'starting'`,
      [],
    ],
    [
      'typescript',
      'another product’s words, among some that are states by chance',
      `switch (job.taskState) { case 'scheduling': case 'running': case 'failed': case 'done': }`,
      [],
    ],
    [
      'typescript',
      'states of another dialect, alone: they are everyday words',
      `s.vmState === 'paused' || job.taskState === 'resuming'`,
      [],
    ],
    [
      'typescript',
      'a state that is upper-cased when it is read',
      "const vm_state = s.vm_state.toUpperCase(); if (vm_state === 'ACTIVE') f();",
      [],
    ],
    [
      'typescript',
      'a member, whatever a variable of its name is',
      "const vm_state = x.vm_state.toUpperCase(); if (vm_state === 'ACTIVE' || s.vm_state === 'actve') f();",
      ['unknown-vm-state @ actve'],
    ],
    [
      'typescript',
      'a variable of the same name in another function',
      "function a(x) { const task_state = LABELS[x.task_state]; return task_state === 'Busy'; } function b({ task_state, vm_state }) { return vm_state === 'active' && task_state === 'powring-on'; }",
      ['unknown-task-state @ powring-on'],
    ],
    [
      'typescript',
      'a variable of an inner block, and the outer one',
      "let { vm_state } = s; if (up) { const vm_state = 'ON'.concat(s.vm_state); if (vm_state === 'On') g(); } if (vm_state === 'actve') f();",
      ['unknown-vm-state @ actve'],
    ],
    [
      'typescript',
      'a variable that is assigned in an inner function',
      "function a(s) { let vm_state; const set = () => { vm_state = s.vm_state.toUpperCase(); }; set(); return vm_state === 'On'; }",
      [],
    ],
    [
      'typescript',
      'a var, in all of its function',
      "function a(s) { if (s) { var vm_state = s.vm_state.toUpperCase(); } return vm_state === 'On'; }",
      [],
    ],
    [
      'typescript',
      'members that are given the value of such a variable',
      "function a(s) { const vm_state = s.vm_state.toUpperCase(); return { ...s, vm_state }; } if (a(x).vm_state === 'Actve') f();",
      [],
    ],
    [
      'typescript',
      'members that are given it by another variable',
      "function a(s) { const vm_state = s.vm_state.toUpperCase(); const vmState = vm_state; x.vm_state = vmState; } if (x.vm_state === 'Actve') f();",
      [],
    ],
    [
      'typescript',
      'a state that is given to a call',
      "let vm_state; vm_state = upper(s['OS-EXT-STS:vm_state']); if (vm_state === 'ACTIVE') f();",
      [],
    ],
    [
      'typescript',
      'a state whose letters are replaced',
      "const task_state = (s.task_state ?? 'none').replace(/_/g, '-'); if (task_state === 'resize-prep') f();",
      [],
    ],
    [
      'typescript',
      'a state that is looked up in a map',
      "class A { vm_state: string = NAMES[s['OS-EXT-STS:vm_state']] ?? 'unknown'; f() { return this.vm_state === 'Active'; } }",
      [],
    ],
    [
      'typescript',
      'a state that is put together',
      "const vm_state = prefix + s.zone; if (vm_state === 'activ') f();",
      [],
    ],
    [
      'typescript',
      'a state that is chosen',
      "const vm_state = s.up ? 'ACTIVE' : 'OFF'; if (vm_state === 'ACTIVE') f();",
      [],
    ],
    [
      'typescript',
      "an object of one's own making",
      "const vm = { vm_state: (await get()).vm_state.toUpperCase(), task_state: null }; if (vm.vm_state === 'ACTIVE' && vm.task_state === 'rebooting') f();",
      [],
    ],
    [
      'typescript',
      "a quoted key of one's own making, assigned",
      "vm['vm_state'] = map(s.vm_state); if (vm.vm_state === 'STOPPED' || ['ACTIVE'].includes(vm.vm_state)) f();",
      [],
    ],
    [
      'typescript',
      'a state that is read as it is',
      "const vm_state = (await s.get())['OS-EXT-STS:vm_state'] ?? ''; if (vm_state === 'ACTIVE') f();",
      ['wrong-field @ ACTIVE'],
    ],
    [
      'typescript',
      'a state that is chosen among states',
      "const vm_state = s.up ? 'active' : 'stopped'; if (vm_state === 'ACTIVE') f();",
      ['wrong-field @ ACTIVE'],
    ],
    [
      'typescript',
      'another product’s words for states, some of which are alike',
      `switch (vm.vmState) { case 'running': case 'stopped': case 'error': }`,
      [],
    ],
    [
      'typescript',
      'words that are states here and everyday words there',
      `['stopped', 'paused'].includes(vm.vmState) || ['error', 'suspended', 'paused'].includes(vm.vm_state)`,
      [],
    ],
    [
      'typescript',
      'states of another dialect, beside states',
      `['active', 'paused', 'rescued', 'suspended'].includes(s.vmState)`,
      ['other-dialect @ paused'],
    ],
    [
      'typescript',
      'another word for a state, beside states',
      `['active', 'running', 'stopped'].includes(s.vmState)`,
      ['unknown-vm-state @ running'],
    ],
    [
      'typescript',
      'another word for a state, in a file that is about servers',
      `const s = { vm_state: 'active', task_state: null }; f(o.vmState === 'running', o.taskState === 'done')`,
      ['unknown-vm-state @ running', 'unknown-task-state @ done'],
    ],
    [
      'typescript',
      'another word for a state, in a key that only servers have',
      `s['OS-EXT-STS:vm_state'] === 'running'`,
      ['unknown-vm-state @ running'],
    ],
    [
      'typescript',
      'comparison of right literals',
      `s.vmState === 'active' && s.taskState !== null && s.task_state === ''`,
      [],
    ],
    ['typescript', 'a status is everybody’s', `if (s.status === 'RUNNING') {}`, []],
    ['typescript', 'a variable named taskState is everybody’s', `if (taskState === 'done') {}`, []],
    ['typescript', 'a lower-cased member', `if (s.vm_state.toUpperCase() === 'RUNNING') {}`, []],
    [
      'typescript',
      'switch',
      `switch (s.vm_state) { case 'active': break; case 'stoped': break }`,
      ['unknown-vm-state @ stoped'],
    ],
    [
      'typescript',
      'includes',
      `['spawning', 'netwroking'].includes(s['${TASK}'])`,
      ['unknown-task-state @ netwroking'],
    ],
    [
      'typescript',
      'a union named after a state',
      `type VmState = 'active' | 'stoped'`,
      ['unknown-vm-state @ stoped'],
    ],
    [
      'typescript',
      'a union of something else’s tasks',
      `type TaskState = 'pending' | 'running' | 'done'`,
      [],
    ],
    [
      'typescriptreact',
      'comparison in TSX',
      `const v = <b>{s.vm_state === 'actve'}</b>`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'javascript',
      'comparison in JavaScript',
      `if (row["${VM}"] === "activ") {}`,
      ['unknown-vm-state @ activ'],
    ],
  ];
  for (const [languageId, name, text, expected] of cases) {
    it(`${languageId}: ${name}`, () => assert.deepEqual(found(text, languageId), expected));
  }
});

describe('diagnose, its texts', () => {
  const message = (text: string) => diagnose(text, 'json').map((diagnostic) => diagnostic.message);
  const cases: [string, string][] = [
    [`{"${VM}":"actve"}`, "Unknown vm_state 'actve'. Did you mean 'active'?"],
    [`{"${VM}":"running"}`, "Unknown vm_state 'running'. Did you mean 'active'?"],
    [
      `{"${VM}":"paused"}`,
      "'paused' is an OpenStack Nova vm_state that Huawei Cloud ECS does not have. Set ecsStates.dialect to 'openstack' if this is Nova.",
    ],
    [
      `{"${VM}":"sleeping"}`,
      "Unknown vm_state 'sleeping'. Possible here: 'building', 'active', 'stopped', 'resized' (and 2 more).",
    ],
    [`{"${VM}":"SHUTOFF"}`, "'SHUTOFF' is a status, not a vm_state. Did you mean 'stopped'?"],
    [`{"${VM}":"deleting"}`, "'deleting' is a task_state, not a vm_state."],
    [
      `{"${VM}":"active","${TASK}":"resize_prep","status":"RESIZE"}`,
      "task_state 'resize_prep' requires vm_state 'stopped', but vm_state is 'active'. OpenStack Nova has this pair: set ecsStates.dialect to 'openstack' if this is Nova.",
    ],
    [
      `{"${TASK}":"resizing"}`,
      "Unknown task_state 'resizing'. Possible here: null, 'scheduling', 'block_device_mapping', 'networking' (and 19 more).",
    ],
    [`{"${VM}":"active","status":"shutoff"}`, "Unknown status 'shutoff'. Did you mean 'SHUTOFF'?"],
    [
      `{"${VM}":"stopped","${TASK}":"spawning"}`,
      "task_state 'spawning' requires vm_state 'building', but vm_state is 'stopped'.",
    ],
    [
      `{"${VM}":"stopped","${TASK}":"powering-on","status":"ACTIVE"}`,
      "status should be 'SHUTOFF', not 'ACTIVE': vm_state is 'stopped', task_state is 'powering-on'.",
    ],
    [
      `{"${VM}":"resized","${TASK}":null,"status":"RESIZE"}`,
      "status should be 'VERIFY_RESIZE', not 'RESIZE': vm_state is 'resized', task_state is null.",
    ],
    [
      `{"${VM}":"error","status":"ACTIVE"}`,
      "status 'ACTIVE' cannot occur with vm_state 'error'. Possible: REBUILD, ERROR.",
    ],
    [
      `{"${TASK}":"deleting","status":"DELETED"}`,
      "status 'DELETED' cannot occur with task_state 'deleting'. Possible: ACTIVE, SHUTOFF, ERROR.",
    ],
    [
      `{"${TASK}":null,"status":"REBUILD"}`,
      "status 'REBUILD' requires a task in progress, but task_state is null.",
    ],
  ];
  for (const [text, expected] of cases) {
    it(expected, () => assert.deepEqual(message(text), [expected]));
  }

  it('points at the other fields', () => {
    const text = `{"status":"ACTIVE","${VM}":"stopped","${TASK}":null}`;
    const [diagnostic] = diagnose(text, 'json');
    assert.deepEqual(
      diagnostic?.related.map(({ start, end, message }) => [text.slice(start, end), message]),
      [
        ['stopped', "vm_state is 'stopped' here."],
        ['null', 'task_state is null here.'],
      ],
    );
  });
});

describe('diagnose, severities', () => {
  const faulty: Record<string, string> = {
    'unknown-vm-state': `{"${VM}":"actve"}`,
    'unknown-task-state': `{"${TASK}":"spawn"}`,
    'unknown-status': `{"${VM}":"active","status":"RUNNING"}`,
    'impossible-pair': `{"${VM}":"active","${TASK}":"spawning"}`,
    'status-mismatch': `{"${VM}":"active","${TASK}":null,"status":"BUILD"}`,
    'impossible-record': `{"${VM}":"active","status":"BUILD"}`,
    'unused-suppression': `{"${VM}":"active"} // ecs-states-disable-line`,
    'unknown-suppression': `{"${VM}":"actve"} // ecs-states-disable-line unknown-vm-state, imposible-pair`,
    'other-dialect': `[{"${VM}":"paused","status":"PAUSED"},{"${VM}":"rescued"}]`,
  };
  const isAboutCode = (code: RuleCode) => RULES[code].kind === 'code';
  const inFunction = (code: string) => `function f(server: Server) { ${code} }`;

  for (const code of RULE_CODES) {
    const languageId = isAboutCode(code) ? 'typescript' : 'jsonc';
    const text = faulty[code] ?? inFunction(RULES[code].example.wrong);

    it(`${code}: its default, each severity that can be set, and silence`, () => {
      const severities = (settings?: Settings) =>
        diagnose(text, languageId, settings).map((diagnostic) => [
          diagnostic.code,
          diagnostic.severity,
        ]);
      assert.deepEqual(severities(), [[code, RULES[code].defaultSeverity]]);
      for (const severity of SEVERITIES) {
        if (code === 'other-dialect' && severity === 'off') continue;
        const expected = severity === 'off' ? [] : [[code, severity]];
        assert.deepEqual(severities({ severity: { [code]: severity } }), expected);
      }
    });

    it(`${code}: the wrong example of its page is reported by it alone, and the right one by none`, () => {
      const { wrong, right } = RULES[code].example;
      const codesOf = (example: string) => {
        const whole = isAboutCode(code) ? inFunction(example) : `{\n${example}\n}`;
        return diagnose(whole, languageId).map((diagnostic) => diagnostic.code);
      };
      assert.deepEqual(codesOf(wrong), [code]);
      assert.deepEqual(codesOf(right), []);
    });
  }
});

describe('diagnose, dialects', () => {
  const text = `[{"${VM}":"paused","${TASK}":"unpausing","status":"PAUSED"},{"${VM}":"shelved","${TASK}":null,"status":"ACTIVE"}]`;

  it('says once that a text is full of another dialect, and holds it against that', () => {
    assert.deepEqual(found(text, 'json'), ['other-dialect @ paused', 'status-mismatch @ ACTIVE']);
  });

  it('holds the text against the dialect that is set', () => {
    assert.deepEqual(found(text, 'json', { dialect: 'openstack' }), ['status-mismatch @ ACTIVE']);
  });

  it('reports each name where the notice is off', () => {
    const settings: Settings = { severity: { 'other-dialect': 'off' } };
    assert.deepEqual(found(text, 'json', settings), [
      'unknown-vm-state @ paused',
      'unknown-task-state @ unpausing',
      'unknown-status @ PAUSED',
      'unknown-vm-state @ shelved',
    ]);
  });

  it('compares a single record with its dialect, and the rest of the text with the one that is set', () => {
    const one = `{"${VM}":"rescued","${TASK}":null,"status":"RESCUE"}`;
    assert.deepEqual(found(one, 'json'), ['other-dialect @ rescued']);
    const faulty = one.replace('RESCUE"', 'ACTIVE"');
    const rest = `{"${VM}":"stopped","${TASK}":"spawning"}`;
    assert.deepEqual(found(`[${faulty},${rest}]`, 'json'), [
      'other-dialect @ rescued',
      'status-mismatch @ ACTIVE',
      'impossible-pair @ spawning',
    ]);
  });

  it('takes a document for one of another dialect from two records on', () => {
    const record = `{"${VM}":"rescued"}`;
    assert.deepEqual(found(`[${record},${record}]`, 'json'), ['other-dialect @ rescued']);
    assert.deepEqual(
      diagnose(`[${record},${record}]`, 'json').map(({ message }) => message),
      [
        "2 values here belong to OpenStack Nova, not Huawei Cloud ECS. Set ecsStates.dialect to 'openstack'.",
      ],
    );
  });

  it('is no excuse for impossible pairs', () => {
    const pairs = `[${`{"${VM}":"stopped","${TASK}":"spawning"},`.repeat(5)}]`;
    assert.deepEqual(found(pairs, 'json'), Array(5).fill('impossible-pair @ spawning'));
  });

  it('knows UNKNOWN as the status of an unlisted pair in the edition of 2022', () => {
    const settings: Settings = { dialect: 'huaweicloud-2022' };
    const unlisted = `{"${VM}":"stopped","${TASK}":"spawning","status":"UNKNOWN"}`;
    assert.deepEqual(found(unlisted, 'json', settings), []);
    assert.deepEqual(found(unlisted.replace('UNKNOWN', 'BUILD'), 'json', settings), [
      'status-mismatch @ BUILD',
    ]);
    assert.deepEqual(
      found(`{"${VM}":"active","${TASK}":null,"status":"UNKNOWN"}`, 'json', settings),
      ['status-mismatch @ UNKNOWN'],
    );
  });
});

describe('diagnose, a text that is broken so that it is read in two ways', () => {
  for (const text of [
    "[{t:'' as\\u{33},vm_state:`building`task_state:'rebuilding",
    "[{t:'' as\\u{33},vm_state:'active',task_state:'rebuilding',status:'BUILD'",
  ]) {
    it(`says everything once: ${text}`, () => {
      const places = diagnose(text, 'typescript').map(({ code, start }) => `${code} ${start}`);
      assert.deepEqual(places, [...new Set(places)]);
      assert.equal(places.length, 1);
    });
  }
});

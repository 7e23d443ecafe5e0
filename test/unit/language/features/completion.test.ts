import { strict as assert } from 'node:assert';
import { type Completion, complete } from '../../../../src/language';
import { HUAWEI_CLOUD } from '../../../../src/model';
import { accept } from '../../../support/apply-completion';
import { withCursor } from '../../../support/cursor';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

function proposals(fixture: string, languageId: string): readonly Completion[] {
  const { text, offset } = withCursor(fixture);
  return complete(text, languageId, offset);
}

function inOrder(completions: readonly Completion[]): readonly Completion[] {
  return [...completions].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

const fitting = (completions: readonly Completion[]) =>
  inOrder(completions)
    .filter(({ remark }) => !remark?.startsWith('contradicts '))
    .map(({ label }) => label);

describe('complete, what is proposed', () => {
  const cases: [string, string, string[]][] = [
    [
      'what the other field allows, no task first',
      `{"${VM}":"resized","${TASK}":"<|>"}`,
      ['null', 'resize_reverting'],
    ],
    [
      'whatever the field itself holds',
      `{"${VM}":"resized","${TASK}":"spawn<|>ing"}`,
      ['null', 'resize_reverting'],
    ],
    [
      'the one status of a pair',
      `{"${VM}":"stopped","${TASK}":"powering-on","status":"<|>"}`,
      ['SHUTOFF'],
    ],
    [
      'vm_states for a status',
      `{"status":"REBUILD","${VM}":"<|>"}`,
      ['active', 'stopped', 'error'],
    ],
    ['everything where nothing is known', `{"${VM}":"<|>"}`, [...HUAWEI_CLOUD.values.vm_state]],
    [
      'everything where the others contradict each other',
      `{"${VM}":"<|>","${TASK}":"spawning","status":"ACTIVE"}`,
      [...HUAWEI_CLOUD.values.vm_state],
    ],
    [
      'a bare field beside nothing',
      `{"taskState":"<|>","id":1}`,
      ['null', ...HUAWEI_CLOUD.values.task_state.filter((value) => value !== null)],
    ],
    ['nothing for a status alone', `{"status":"<|>"}`, []],
    ['nothing for the status of something else', `{"vm_state":"running","status":"<|>"}`, []],
    ['nothing in other values of a server', `{"${VM}":"active","name":"<|>"}`, []],
    ['nothing in a nested object', `{"${VM}":"active","port":{"status":"<|>"}}`, []],
    ['nothing in an array', `{"${VM}":"active","names":["<|>"]}`, []],
  ];
  for (const [name, fixture, expected] of cases) {
    it(name, () => assert.deepEqual(fitting(proposals(fixture, 'json')), expected));
  }

  it('has what would contradict the others too, after the rest and marked', () => {
    const completions = inOrder(proposals(`{"${VM}":"resized","${TASK}":"<|>"}`, 'json'));
    assert.equal(completions.length, HUAWEI_CLOUD.values.task_state.length);
    const marked = completions.map(({ remark }) => remark?.startsWith('contradicts '));
    assert.deepEqual(marked, [false, false, ...Array(21).fill(true)]);
  });

  it('tells the resulting status, and the meaning', () => {
    const details = (fixture: string) =>
      Object.fromEntries(proposals(fixture, 'json').map(({ label, detail }) => [label, detail]));
    const tasks = details(`{"${VM}":"stopped","${TASK}":"<|>"}`);
    assert.equal(tasks['powering-on'], 'SHUTOFF');
    assert.equal(tasks.resize_prep, 'RESIZE');
    const vms = details(`{"${VM}":"<|>"}`);
    assert.equal(vms.resized, 'REVERT_RESIZE | VERIFY_RESIZE');
    assert.equal(vms.active, 'REBOOT | HARD_REBOOT | REBUILD | …');
    for (const { label, documentation } of proposals(`{"${VM}":"<|>"}`, 'json')) {
      assert.ok(documentation.length > 10, label);
    }
  });

  it('keeps its order where the settings add hundreds of rows', () => {
    const additionalRows = Array.from({ length: 300 }, (_, index) => {
      return { vm_state: `state_${index}`, task_state: null, status: 'ODD' };
    });
    const { text, offset } = withCursor(`{"${VM}":"<|>"}`);
    const proposed = complete(text, 'json', offset, { additionalRows });
    assert.deepEqual(inOrder(proposed), proposed);
  });

  it('sorts before the editor’s own proposals, whose labels begin with a quote', () => {
    for (const { sortText } of proposals(`{"${VM}":"<|>"}`, 'json')) assert.ok(sortText < '"');
  });
});

describe('complete, what is written', () => {
  const cases: [string, string, string, string, string][] = [
    ['json', 'inside quotes', `{"${VM}": "<|>"}`, 'active', `{"${VM}": "active<|>"}`],
    ['json', 'the whole value', `{"${VM}": "buil<|>ding"}`, 'active', `{"${VM}": "active<|>"}`],
    ['json', 'no quotes yet', `{"${VM}": <|>}`, 'active', `{"${VM}": "active"<|>}`],
    ['json', 'no blank yet', `{"${VM}":<|>}`, 'active', `{"${VM}": "active"<|>}`],
    ['json', 'a bare word', `{"${VM}": act<|>}`, 'active', `{"${VM}": "active"<|>}`],
    ['json', 'null replaces the quotes', `{"${TASK}": "<|>"}`, 'null', `{"${TASK}": null<|>}`],
    ['json', 'null without quotes', `{"${TASK}": <|>\n}`, 'null', `{"${TASK}": null<|>\n}`],
    ['json', 'a name for null', `{"${TASK}": nu<|>ll}`, 'spawning', `{"${TASK}": "spawning"<|>}`],
    ['json', 'an open quote', `{"${VM}": "act<|>\n}`, 'active', `{"${VM}": "active"<|>\n}`],
    [
      'json',
      'an open quote before another key',
      `{"${VM}": "<|>, "status": "BUILD"}`,
      'building',
      `{"${VM}": "building"<|>, "status": "BUILD"}`,
    ],
    [
      'json',
      'an open quote that touches the next one',
      `{"${VM}": "re<|>"status": "BUILD"}`,
      'building',
      `{"${VM}": "building"<|>"status": "BUILD"}`,
    ],
    [
      'json',
      'a quote that was closed by the editor',
      `{\n"${VM}": "re<|>"\n}`,
      'resized',
      `{\n"${VM}": "resized<|>"\n}`,
    ],
    ['yaml', 'plain', `${VM}: <|>\n`, 'active', `${VM}: active<|>\n`],
    ['yaml', 'at the end of the text', `${VM}: <|>`, 'active', `${VM}: active<|>`],
    [
      'yaml',
      'a plain word',
      `${TASK}: powering<|>-off\n`,
      'powering-on',
      `${TASK}: powering-on<|>\n`,
    ],
    [
      'yaml',
      'straight behind the dash of an item',
      `${VM}:\n  - active\n  -<|> \n`,
      'building',
      `${VM}:\n  - active\n  - building<|> \n`,
    ],
    ['yaml', 'in quotes', `${VM}: '<|>'\n`, 'active', `${VM}: 'active<|>'\n`],
    ['yaml', 'null replaces the quotes', `${TASK}: "<|>"\n`, 'null', `${TASK}: null<|>\n`],
    ['yaml', 'plain null', `${TASK}: <|>\n`, 'null', `${TASK}: null<|>\n`],
    ['yaml', 'before a comment', `${TASK}: <|> # later\n`, 'null', `${TASK}: null<|> # later\n`],
    ['yaml', 'straight before one', `${TASK}: <|># c\n`, 'spawning', `${TASK}: spawning <|># c\n`],
    ['yaml', 'null straight before one', `${TASK}: <|># c\n`, 'null', `${TASK}: null <|># c\n`],
    [
      'yaml',
      'in quotes straight before one',
      `${TASK}: '<|>'# c\n`,
      'spawning',
      `${TASK}: 'spawning' <|># c\n`,
    ],
    ['yaml', 'null in quotes there', `${TASK}: "<|>"# c\n`, 'null', `${TASK}: null <|># c\n`],
    [
      'yaml',
      'flow straight before one',
      `- {${VM}: <|># c\n  }\n`,
      'active',
      `- {${VM}: active <|># c\n  }\n`,
    ],
    ['yaml', 'an open quote', `${TASK}: "reb<|>\n`, 'rebooting', `${TASK}: "rebooting"<|>\n`],
    ['yaml', 'an open single quote', `${TASK}: 'reb<|>`, 'rebooting', `${TASK}: 'rebooting'<|>`],
    [
      'yaml',
      'an open quote in flow',
      `- {${TASK}: "reb<|>, ${VM}: active}\n`,
      'rebooting',
      `- {${TASK}: "rebooting"<|>, ${VM}: active}\n`,
    ],
    [
      'yaml',
      'a tag of strings',
      `${TASK}: !!str re<|>\n`,
      'rebooting',
      `${TASK}: !!str rebooting<|>\n`,
    ],
    ['yaml', 'null without the tag', `${TASK}: !!str "<|>"\n`, 'null', `${TASK}: null<|>\n`],
    [
      'yaml',
      'flow',
      `- {${VM}: act<|>, ${TASK}: null}\n`,
      'active',
      `- {${VM}: active<|>, ${TASK}: null}\n`,
    ],
    [
      'yaml',
      'between other fields',
      `a:\n  status: SHUTOFF\n  ${VM}: <|>\n  ${TASK}: null\n`,
      'stopped',
      `a:\n  status: SHUTOFF\n  ${VM}: stopped<|>\n  ${TASK}: null\n`,
    ],
    [
      'typescript',
      'inside quotes',
      `x = { '${VM}': '<|>' }`,
      'active',
      `x = { '${VM}': 'active<|>' }`,
    ],
    [
      'typescript',
      'no quotes yet',
      `x = { vm_state: <|> }`,
      'active',
      `x = { vm_state: 'active'<|> }`,
    ],
    [
      'typescript',
      'the quotes of its neighbours',
      `x = { vm_state: <|>, status: "SHUTOFF" }`,
      'stopped',
      `x = { vm_state: "stopped"<|>, status: "SHUTOFF" }`,
    ],
    [
      'typescript',
      'null replaces the quotes',
      `x = { task_state: '<|>' }`,
      'null',
      `x = { task_state: null<|> }`,
    ],
    [
      'typescript',
      'a comparison',
      `if (x.task_state === '<|>') {}`,
      'spawning',
      `if (x.task_state === 'spawning<|>') {}`,
    ],
    [
      'typescript',
      'a half-typed comparison',
      `if (x.task_state === '<|>`,
      'spawning',
      `if (x.task_state === 'spawning'<|>`,
    ],
    [
      'typescript',
      'an open quote with code behind it',
      `if (x.task_state === "<|>) {\n}`,
      'spawning',
      `if (x.task_state === "spawning"<|>) {\n}`,
    ],
    [
      'typescript',
      'an open template',
      'if (x.task_state === `sp<|>) {}',
      'spawning',
      'if (x.task_state === `spawning`<|>) {}',
    ],
    [
      'typescript',
      'null takes a constant assertion along',
      `x = { vmState: 'active', taskState: '<|>' as const }`,
      'null',
      `x = { vmState: 'active', taskState: null<|> }`,
    ],
    [
      'typescript',
      'a constant assertion stays otherwise',
      `x = { vmState: 'active', taskState: '<|>' as const }`,
      'rebooting',
      `x = { vmState: 'active', taskState: 'rebooting<|>' as const }`,
    ],
    [
      'typescript',
      'null in an object that is constant',
      `x = { vmState: 'active', taskState: '<|>' } as const`,
      'null',
      `x = { vmState: 'active', taskState: null<|> } as const`,
    ],
    [
      'typescript',
      'a keyword right before',
      `switch (x.task_state) { case'<|>': }`,
      'null',
      `switch (x.task_state) { case null<|>: }`,
    ],
    [
      'typescript',
      'a case',
      `switch (x['${VM}']) { case 'active': break; case '<|>': }`,
      'stopped',
      `switch (x['${VM}']) { case 'active': break; case 'stopped<|>': }`,
    ],
    [
      'typescript',
      'includes',
      `['active', '<|>'].includes(x.vm_state)`,
      'stopped',
      `['active', 'stopped<|>'].includes(x.vm_state)`,
    ],
    [
      'typescript',
      'a union',
      `type VmState = 'active' | '<|>';`,
      'stopped',
      `type VmState = 'active' | 'stopped<|>';`,
    ],
    [
      'typescriptreact',
      'a comparison in TSX',
      `const a = <b>{x.vm_state === "<|>"}</b>`,
      'active',
      `const a = <b>{x.vm_state === "active<|>"}</b>`,
    ],
  ];
  for (const [languageId, name, before, label, after] of cases) {
    it(`${languageId}: ${name}`, () => assert.equal(accept(before, languageId, label), after));
  }

  it('begins at one place whatever is chosen, so that no editor replaces less than the value', () => {
    for (const fixture of [`{"${TASK}": "<|>"}`, `{"${VM}": "act<|>"}`, `{"${TASK}": nu<|>ll}`]) {
      const completions = proposals(fixture, 'json');
      assert.equal(new Set(completions.map(({ start }) => start)).size, 1);
    }
  });

  const withoutNull: [string, string, string][] = [
    ['an enum', 'typescript', `enum TaskState { None = '<|>', Reboot = 'rebooting' }`],
    ['a cast to a constant', 'typescript', `x = { task_state: <const>'<|>', vm_state: 'active' }`],
    [
      'parentheses that are asserted constant',
      'typescript',
      `x = { task_state: ('<|>') as const, vm_state: 'active' }`,
    ],
    [
      'an assertion behind a comment',
      'typescript',
      `x = { task_state: '<|>' /* c */ as const, vm_state: 'active' }`,
    ],
    [
      'a key',
      'typescript',
      `const labels: Record<TaskState, string> = { '<|>': 'a', spawning: 'b' }`,
    ],
    ['a union that has it', 'typescript', `interface S { '${TASK}': 'spawning' | '<|>' | null }`],
    ['a union that begins with it', 'typescript', `type TaskState = null | 'spawning' | '<|>';`],
    ['a word that it would run into', 'json', `{"${TASK}": "<|>"x}`],
  ];
  for (const [name, languageId, fixture] of withoutNull) {
    it(`has no null for ${name}`, () => {
      const labels = proposals(fixture, languageId).map(({ label }) => label);
      assert.ok(labels.includes('rebooting') && !labels.includes('null'));
    });
  }

  it('has nothing that the editor proposes by a type in the text', () => {
    const type = "export type VmState = 'active' | 'stopped';\n";
    for (const use of ["const s: VmState = '<|>';", "f(['<|>'] satisfies VmState[]);"]) {
      assert.deepEqual(proposals(type + use, 'typescript'), []);
      assert.ok(proposals(`import type { VmState } from 'a';\n${use}`, 'typescript').length > 0);
      assert.ok(proposals(`export type VmState = string;\n${use}`, 'typescript').length > 0);
    }
  });

  it('has only states that mean themselves however they are written', () => {
    const additionalRows = [
      'a"b',
      "it's",
      'a: b',
      'x #',
      'null',
      'yes',
      ' ',
      '',
      'a\nb',
      'odd one',
    ].map((vm_state) => ({ vm_state, task_state: null, status: 'ODD' }));
    for (const languageId of ['json', 'yaml', 'typescript']) {
      const fixture = languageId === 'yaml' ? `${VM}: <|>\n` : `x = {"${VM}": <|>}`;
      const { text, offset } = withCursor(fixture);
      const labels = complete(text, languageId, offset, { additionalRows }).map(
        ({ label }) => label,
      );
      assert.deepEqual(labels, [...HUAWEI_CLOUD.values.vm_state, 'odd one']);
    }
  });

  const nowhere: [string, string, string][] = [
    ['a template of two lines', 'typescript', '[`<|>\r`].includes(s.vmState)'],
    ['a template of two lines, at its end', 'typescript', '[`\n<|>`].includes(s.vmState)'],
    ['the middle of a line break', 'yaml', `${VM}:\r<|>\n`],
    ['a comment', 'yaml', `${VM}: active\n# ${TASK}: <|>\n`],
    ['a block scalar', 'yaml', `${TASK}: |-\n  reb<|>\n${VM}: active\n`],
    ['a plain scalar of two lines', 'yaml', `${TASK}: reb<|>\n  more\n${VM}: active\n`],
    ['a quoted scalar of two lines', 'yaml', `${VM}: active\nnote: "a\n<|>\nb"\n`],
    ['a key’s place in a block scalar', 'yaml', `${VM}: active\nnote: |\n  a\n<|>\n  b\n`],
    ['a text in JSX', 'typescriptreact', `<p>vm_state === '<|>'</p>`],
    ['a template', 'typescript', "x = `if (s.vm_state === '<|>') {}`"],
  ];
  for (const [name, languageId, fixture] of nowhere) {
    it(`${languageId}: nothing in ${name}`, () => {
      assert.deepEqual(proposals(fixture, languageId), []);
    });
  }
});

describe('complete, keys', () => {
  const cases: [string, string, string, string, string][] = [
    [
      'json',
      'a value that follows',
      `{"${VM}": "active", "${TASK}": null, <|>}`,
      'status',
      `{"${VM}": "active", "${TASK}": null, "status": "ACTIVE"<|>}`,
    ],
    [
      'json',
      'in quotes',
      `{"${VM}": "active", "${TASK}": null, "<|>"}`,
      'status',
      `{"${VM}": "active", "${TASK}": null, "status": "ACTIVE"<|>}`,
    ],
    [
      'json',
      'several values: none is chosen',
      `{"${VM}": "active", "<|>"}`,
      TASK,
      `{"${VM}": "active", "${TASK}": <|>}`,
    ],
    [
      'json',
      'null follows',
      `{"${VM}": "deleted", "<|>"}`,
      TASK,
      `{"${VM}": "deleted", "${TASK}": null<|>}`,
    ],
    [
      'json',
      'a member follows',
      `{"${VM}": "deleted", "<|>"\n "id": 1}`,
      'status',
      `{"${VM}": "deleted", "status": "DELETED"<|>,\n "id": 1}`,
    ],
    [
      'json',
      'a value is there',
      `{"${VM}": "deleted", "<|>": null}`,
      TASK,
      `{"${VM}": "deleted", "${TASK}"<|>: null}`,
    ],
    [
      'yaml',
      'the next line',
      `- name: a\n  ${VM}: deleted\n  <|>\n`,
      'status',
      `- name: a\n  ${VM}: deleted\n  status: DELETED<|>\n`,
    ],
    [
      'yaml',
      'half a key',
      `${VM}: deleted\nstat<|>\n`,
      'status',
      `${VM}: deleted\nstatus: DELETED<|>\n`,
    ],
    [
      'yaml',
      'straight before a comment',
      `- {${VM}: deleted, <|># c\n  }\n`,
      TASK,
      `- {${VM}: deleted, ${TASK}: null<|> # c\n  }\n`,
    ],
    [
      'typescript',
      'camel case',
      `x = { vmState: 'deleted', <|> }`,
      'taskState',
      `x = { vmState: 'deleted', taskState: null<|> }`,
    ],
    [
      'typescript',
      'quoted like the others',
      `x = { '${VM}': 'deleted', <|> }`,
      TASK,
      `x = { '${VM}': 'deleted', '${TASK}': null<|> }`,
    ],
  ];
  for (const [languageId, name, before, label, after] of cases) {
    it(`${languageId}: ${name}`, () => assert.equal(accept(before, languageId, label), after));
  }

  const silent: [string, string, string][] = [
    ['json', 'a status alone is no server', `{"status": "ACTIVE", "<|>"}`],
    [
      'json',
      'all fields are there',
      `{"${VM}": "active", "${TASK}": null, "status": "ACTIVE", "<|>"}`,
    ],
    ['json', 'a nested object', `{"${VM}": "active", "port": {"<|>"}}`],
    ['yaml', 'another indentation', `a:\n  ${VM}: deleted\n<|>\n`],
    ['typescript', 'outside the literal', `x = { vmState: 'deleted' }; <|>`],
  ];
  for (const [languageId, name, fixture] of silent) {
    it(`${languageId}: nothing where ${name}`, () => {
      assert.deepEqual(proposals(fixture, languageId), []);
    });
  }

  it('asks for proposals again where a value has to be chosen', () => {
    const [task] = proposals(`{"${VM}": "active", "<|>"}`, 'json').filter(
      ({ label }) => label === TASK,
    );
    assert.equal(task?.continues, true);
  });
});

import { strict as assert } from 'node:assert';
import { type Completion, complete } from '../../../../src/language';
import { HUAWEI_CLOUD } from '../../../../src/model';
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
    .filter(({ remark }) => remark !== 'Contradicts the other fields')
    .map(({ label }) => label);

/** The whole document after the proposal was accepted, the cursor marked. */
function accept(fixture: string, languageId: string, label: string): string {
  const { text, offset } = withCursor(fixture);
  const chosen = complete(text, languageId, offset).find(
    (completion) => completion.label === label,
  );
  assert.ok(chosen, `no proposal ${label}`);
  assert.ok(chosen.start <= offset && offset <= chosen.end, 'the range holds the cursor');
  assert.ok(!text.slice(chosen.start, chosen.end).includes('\n'), 'the range is on one line');
  const cursor = chosen.cursor ?? chosen.insertText.length;
  const inserted = `${chosen.insertText.slice(0, cursor)}<|>${chosen.insertText.slice(cursor)}`;
  const edits = [...(chosen.around ?? []), { ...chosen, newText: inserted }];
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((old, { start, end, newText }) => old.slice(0, start) + newText + old.slice(end), text);
}

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
    const marked = completions.map(({ remark }) => remark !== undefined);
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
    ['json', 'an open quote', `{"${VM}": "act<|>\n}`, 'active', `{"${VM}": "active<|>\n}`],
    ['yaml', 'plain', `${VM}: <|>\n`, 'active', `${VM}: active<|>\n`],
    ['yaml', 'at the end of the text', `${VM}: <|>`, 'active', `${VM}: active<|>`],
    [
      'yaml',
      'a plain word',
      `${TASK}: powering<|>-off\n`,
      'powering-on',
      `${TASK}: powering-on<|>\n`,
    ],
    ['yaml', 'in quotes', `${VM}: '<|>'\n`, 'active', `${VM}: 'active<|>'\n`],
    ['yaml', 'null replaces the quotes', `${TASK}: "<|>"\n`, 'null', `${TASK}: null<|>\n`],
    ['yaml', 'plain null', `${TASK}: <|>\n`, 'null', `${TASK}: null<|>\n`],
    ['yaml', 'before a comment', `${TASK}: <|> # later\n`, 'null', `${TASK}: null<|> # later\n`],
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
      `if (x.task_state === 'spawning<|>`,
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

  it('replaces one range by whatever is chosen, so that the editor ranks none by its quotes', () => {
    const ranges = proposals(`{"${TASK}": "<|>"}`, 'json').map(
      ({ start, end }) => `${start} ${end}`,
    );
    assert.equal(new Set(ranges).size, 1);
  });
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

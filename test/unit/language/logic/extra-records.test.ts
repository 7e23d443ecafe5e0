import { strict as assert } from 'node:assert';
import { parser } from '@lezer/javascript';
import { diagnose } from '../../../../src/language';
import { findFaults } from '../../../../src/language/find';
import { COMMON_KEYS } from '../../../../src/language/key-names';
import { extraRecords } from '../../../../src/language/logic';
import { HUAWEI_CLOUD } from '../../../../src/model';

const typescript = parser.configure({ dialect: 'ts' });

function recordsIn(text: string) {
  const read = (from: number, to: number) => text.slice(from, to);
  const source = { keys: COMMON_KEYS, length: text.length, read };
  return extraRecords(typescript.parse(text), source);
}

/** `kind spelling=text` of each record. */
function read(text: string): string[] {
  return recordsIn(text).flatMap(({ kind, fields }) =>
    fields.map(
      ({ spelling, inner }) => `${kind} ${spelling}=${text.slice(inner.start, inner.end)}`,
    ),
  );
}

const READ: readonly (readonly [code: string, ...records: string[]])[] = [
  ["const { task_state: t } = s; if (t === 'spawning') {}", 'code task_state=spawning'],
  ["const { 'OS-EXT-STS:vm_state': v } = s; if ('x' != v) {}", 'code OS-EXT-STS:vm_state=x'],
  ["const { vmState, taskState } = s; f(vmState === 'a');", 'code vmState=a'],
  [
    "const f = ({ task_state: t }) => t === 'a' || t === null;",
    'code task_state=a',
    'code task_state=null',
  ],
  [
    "const { task_state: t } = s; switch (t) { case 'a': case 'b': }",
    'code task_state=a',
    'code task_state=b',
  ],
  [
    "const { task_state: t } = s; ['a', x, 'b'].includes(t);",
    'code task_state=a',
    'code task_state=b',
  ],
  [
    "const state = s['OS-EXT-STS:vm_state']; state === 'actve' || state === 'on';",
    'code OS-EXT-STS:vm_state=actve',
  ],
  [
    "const a = s.vmState, b = s.taskState; switch (a) { case 'stoped': } ['deletin'].includes(b);",
    'code vmState=stoped',
    'code taskState=deletin',
  ],
  ["const { s: { vm_state: v } } = o; v === 'a';", 'code vm_state=a'],
  ["enum VmState { ACTIVE = 'active', B, C = 2 }", 'union VmState=active'],
  [
    "const enum ServerTaskState { A = 'deleting', B = `migrating` }",
    'union ServerTaskState=deleting',
    'union ServerTaskState=migrating',
  ],
  [
    "const m: Record<VmState, string> = { active: 'a', 'stopped': 'b', [x]: 1 };",
    'union VmState=active',
    'union VmState=stopped',
  ],
  ["const m: Partial<Record<VmState, string>> = { active: 'a' };", 'union VmState=active'],
  ["const m = { active: 'a' } satisfies Record<VmState, string>;", 'union VmState=active'],
  ['const m: ReadonlyMap<VmState, string> = x; const n = new Map<VmState, string>();'],
  ["const a: VmState[] = ['active', ...x, y];", 'union VmState=active'],
  ["const a: readonly TaskState[] = ['deleting'];", 'union TaskState=deleting'],
  ["const a: ReadonlyArray<TaskState> = ['deleting'];", 'union TaskState=deleting'],
  ["const a = ['deleting'] as TaskState[];", 'union TaskState=deleting'],
  ["class A { a: VmState[] = ['active']; }", 'union VmState=active'],
  ["const a = new Set<VMState>(['active']);", 'union VMState=active'],
  [
    "const OK = ['active', x, ...y, 'stoped'] as const; f(OK.includes(s.vm_state));",
    'code vm_state=active',
    'code vm_state=stoped',
  ],
  [
    "const OK = new Set(['a']); OK.has(s['OS-EXT-STS:task_state']);",
    'code OS-EXT-STS:task_state=a',
  ],
  ["const OK = ['a']; OK.indexOf(s?.vmState) < 0 || OK.includes(o.vmState);", 'code vmState=a'],
];

const SILENT: readonly string[] = [
  "const { vm_state } = s; if (vm_state === 'spawning') {}",
  "const { taskState } = job; if (taskState === 'done') {}",
  "const { status: t } = s; if (t === 'done') {}",
  "const t = job.taskState; if (t === 'done') {}",
  "const t = s.task_state.length; if (t === 'a') {}",
  "let t = s.task_state; if (t === 'a') {}",
  "const t = s.task_state; f((t) => t === 'a');",
  "let { task_state: t } = s; if (t === 'a') {}",
  "const { task_state: t } = s; { const t = 1; t === 'a'; }",
  "const { task_state: t } = s; f((t) => t === 'a');",
  "const f = ({ task_state: t }) => { t = 'b'; return t === 'a'; };",
  "const { task_state: t = 'x' } = s; t === 'a';",
  "validate('SHUTOFF', 'ACTIVE'); ['active', 'shutoff'].includes(x.toLowerCase());",
  "const { task_state: t } = s; ['a'].includes(t.toLowerCase());",
  "enum Color { A = 'a' } enum Status { B = 'b' }",
  "const m: Record<string, VmState> = { a: 'active' }; const a: string[] = ['a'];",
  "const OK = ['a']; OK.includes(s.status);",
  "const OK = ['a']; OK.includes(s.vm_state.toLowerCase());",
  "const OK = ['a']; OK.includes(s.vm_state); OK.includes(s.task_state);",
  "const OK = ['a']; OK.includes(s.vm_state); OK.includes(order);",
  "const OK = ['a']; OK.includes(s.vm_state); f(OK);",
  "const OK = ['a']; OK.includes(s.vm_state); f({ OK });",
  "const OK = ['a']; OK.includes(s.vm_state); OK.push('b');",
  "export const OK = ['a']; OK.includes(s.vm_state);",
  "const OK = ['a']; OK.includes(s.vm_state); export { OK };",
  "let OK = ['a']; OK.includes(s.vm_state);",
  "const OK = ['a']; function f(OK) { OK.includes(s.vm_state); }",
  "const OK = new Map(['a']); OK.has(s.vm_state);",
  "const OK = g(['a']); OK.includes(s.vm_state);",
  "const a: Promise<VmState> = ['a']; const b = ['a'] as const; const c: VmState[] = f('a');",
];

describe('states by a way round', () => {
  for (const [code, ...expected] of READ) {
    it(code, () => assert.deepEqual(read(code), expected));
  }

  for (const code of SILENT) it(`nothing: ${code}`, () => assert.deepEqual(read(code), []));

  it('are judged as other records are', () => {
    const faults = (text: string) =>
      findFaults(recordsIn(text), HUAWEI_CLOUD).map(
        ({ code, fault }) => `${code} ${fault.expected}`,
      );
    assert.deepEqual(faults("const { task_state: t } = s; if (t === 'spawnin') {}"), [
      'unknown-task-state spawning',
    ]);
    assert.deepEqual(faults("enum VmState { A = 'active', B = 'stoped', C = 'error' }"), [
      'unknown-vm-state stopped',
    ]);
    assert.deepEqual(faults('const m: Record<TaskState, X> = { deleting: 1, powering_off: 2 };'), [
      'unknown-task-state powering-off',
    ]);
    assert.deepEqual(faults("enum TaskState { A = 'done', B = 'pending', C = 'failed' }"), []);
  });

  it('are found where a text has no other', () => {
    const text = "enum VmState { A = 'active', B = 'stoped', C = 'error' }";
    const codes = diagnose(text, 'typescript').map(({ code }) => code);
    assert.deepEqual(codes, ['unknown-vm-state']);
  });

  it('does not throw wherever a text ends', () => {
    for (const code of [...READ.map(([text]) => text), ...SILENT]) {
      for (let end = 0; end <= code.length; end++) {
        for (const { fields } of recordsIn(code.slice(0, end))) {
          for (const { outer } of fields) assert.ok(outer.end <= end);
        }
      }
    }
  });

  it('keeps the groups of two switches apart', () => {
    const groups = recordsIn(
      "const { task_state: t } = s; switch (t) { case 'a': case 'b': } switch (t) { case 'a': }",
    ).map(({ group }) => group);
    assert.equal(new Set(groups).size, 2);
  });
});

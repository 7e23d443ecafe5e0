import { strict as assert } from 'node:assert';
import { parser } from '@lezer/javascript';
import {
  applied,
  complete,
  diagnose,
  fixReading,
  hover,
  readText,
} from '../../../../../src/language';
import { AnalysisCache } from '../../../../../src/language/analysis';
import { findFaults } from '../../../../../src/language/diagnostics/record-findings';
import { COMMON_KEYS } from '../../../../../src/language/records/key-names';
import { finish } from '../../../../../src/language/text/steps';
import { HUAWEI_CLOUD } from '../../../../../src/model';
import { stride } from '../../../../support/reach';

const typescript = parser.configure({ dialect: 'ts' });

function recordsIn(text: string) {
  const read = (from: number, to: number) => text.slice(from, to);
  const source = { keys: COMMON_KEYS, length: text.length, read };
  return finish(new AnalysisCache().indirectRecords(typescript.parse(text), source));
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
  ["new Set(['a', x, 'b']).has(s.vm_state);", 'code vm_state=a', 'code vm_state=b'],
  ["new Set<string>(['a']).has(s?.['vm_state'] ?? '');", 'code vm_state=a'],
  ["['a', ...x].some((each) => each === s.vm_state);", 'code vm_state=a'],
  ["['a'].every((each: string) => (s.vm_state as string) !== each);", 'code vm_state=a'],
  ["const OK = ['a']; OK.some((each) => s.task_state === each);", 'code task_state=a'],
  ["const OK = Object.freeze(['a']); OK.includes(s.vm_state);", 'code vm_state=a'],
  ["const OK: string[] = ['a']; OK.includes(s.vm_state);", 'code vm_state=a'],
  [
    "({ a: 1, 'b': 2, c() {}, d, [e]: 3, ...f })[s.vm_state];",
    'code vm_state=a',
    'code vm_state=b',
    'code vm_state=c',
  ],
  ['const L = { a: 1, b: 2 }; L[s.vm_state];', 'code vm_state=a', 'code vm_state=b'],
  ['const L: Record<string, X> = { a: 1 }; f(L?.[s.vm_state!]);', 'code vm_state=a'],
  ['const L = { a: 1 } as const; L[s.vm_state as keyof typeof L];', 'code vm_state=a'],
  [
    "const L = { a: 1, b: 2, '': 3 }; L[s.task_state ?? 'b'];",
    'code task_state=a',
    'code task_state=',
  ],
  ["const L = { a: 1, b: 2, c: 3 }; L[s.vm_state] ?? L.b ?? L['c'];", 'code vm_state=a'],
  ['const L = { a: 1, default: 2, unknown: 3, _: 4, other: 5 }; L[s.vm_state];', 'code vm_state=a'],
  ['const L = { a: 1 }; s.vm_state in L && Object.hasOwn(L, s.vm_state);', 'code vm_state=a'],
  ['const L = { a: 1 }; L.hasOwnProperty(s.vm_state);', 'code vm_state=a'],
  ['s.vm_state in { a: 1 };', 'code vm_state=a'],
  ["new Map([['a', 'x'], ['b', 'y']]).get(s.vm_state);", 'code vm_state=a', 'code vm_state=b'],
  [
    "const L = new Map<string, string>([['a', 'x']]); L.has(s.vm_state) && L.get(s.vm_state);",
    'code vm_state=a',
  ],
  ['const L: Record<VmState, X> = { active: 1 }; L[s.vm_state];', 'union VmState=active'],
  ["isOneOf(s.vm_state, 'active', 'b');", 'code vm_state=active', 'code vm_state=b'],
  ["isOneOf(s.vm_state, ['active', 'b', x]);", 'code vm_state=active', 'code vm_state=b'],
  ["_.includes(['active', ''], s.vm_state);", 'code vm_state=active', 'code vm_state='],
  ["const { task_state: t = 'x' } = s; t === 'a';", 'code task_state=x'],
  ["validate('SHUTOFF', 'ACTIVE');", 'code status=SHUTOFF', 'code status=ACTIVE'],
  ["['active', 'shutoff'].includes(x.toLowerCase());", 'code status=active', 'code status=shutoff'],
  ["this.states.oneOf(s.task_state, 'deleting', null, true);", 'code task_state=deleting'],
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
  "new Set(['a']).has(s.vm_state.toLowerCase()); new Set(['a']).has(s.status);",
  "new Set(['a']).add(s.vm_state); new WeakSet(['a']).has(s.vm_state);",
  "['a'].some((each) => each === order); ['a'].some((each) => other === s.vm_state);",
  "['a'].some((each) => each.startsWith(s.vm_state)); ['a'].map((each) => each === s.vm_state);",
  '({ a: 1 })[s.vm_state.toUpperCase()]; ({ a: 1 })[s.status]; ({ a: 1 })[String(s.vm_state)];',
  '({ a: 1 })[s.task_state ?? s.vm_state]; ({ a: 1 }).vm_state; [1][s.vm_state];',
  'const L = { a: 1 }; L[s.vm_state] ?? L[s.status];',
  'const L = { a: 1 }; L[s.vm_state]; L[s.task_state];',
  'const L = { a: 1 }; L[s.vm_state]; Object.entries(L);',
  'const L = { a: 1 }; L[s.vm_state]; L.b = 2;',
  'const L = { a: 1 }; L[s.vm_state]; delete L.a;',
  'export const L = { a: 1 }; L[s.vm_state];',
  'let L = { a: 1 }; L[s.vm_state];',
  'const L = f({ a: 1 }); L[s.vm_state];',
  'const L = { a: 1 }; function g(L) { return L[s.vm_state]; }',
  "const L = ['a']; L[s.vm_state]; const M = new Map([['a', 1]]); M[s.vm_state];",
  "new Map([['a', 1]]).set(s.vm_state, 1); new Map(Object.entries({ a: 1 })).get(s.vm_state);",
  "isOneOf(s.vm_state, 'a', 'b'); isOneOf(s.vm_state); isOneOf('active', 'stopped');",
  "console.log(s.vm_state, 'active'); this.logger.warn('active', s.vm_state);",
  "t('active', s.vm_state); showMessage(s.vm_state, 'active'); formatState(s.vm_state, 'active');",
  "expect(s.vm_state, 'active'); assert.equal(s.vm_state, 'active'); Error('active', s.vm_state);",
  "new Failure(s.vm_state, 'active', 'stoped'); clsx(s.vm_state, 'active', 'error');",
  "isOneOf(s.vm_state, 'active', 'is not running'); isOneOf(s.vm_state, 'active', { a: 1 });",
  "isOneOf(s.vm_state, s.task_state, 'active', 'deletin'); isOneOf(s.status, 'active');",
  "make().isOneOf(s.vm_state, 'active'); isOneOf(s.vm_state.toLowerCase(), 'active');",
  "a.includes(s.vm_state, 'active'); isOneOf(s.vm_state, x, 'active');",
  "const a: Promise<VmState> = ['a']; const b = ['a'] as const; const c: VmState[] = f('a');",
];

describe('states by a way round', () => {
  for (const [code, ...expected] of READ) {
    it(code, () => assert.deepEqual(read(code), expected));
  }

  for (const code of SILENT) it(`nothing: ${code}`, () => assert.deepEqual(read(code), []));

  it('are judged as other records are', () => {
    const faults = (text: string) =>
      finish(findFaults(recordsIn(text), HUAWEI_CLOUD)).map(
        ({ code, problem }) => `${code} ${problem.expected}`,
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
    assert.deepEqual(faults("new Set(['active', 'stoped']).has(s.vm_state)"), [
      'unknown-vm-state stopped',
    ]);
  });

  describe('that may be words of the code are judged where they are states misspelt', () => {
    const FAULTY: readonly (readonly [code: string, ...expected: string[]])[] = [
      ["const L = { active: 'Running', stoped: 'Stopped' }; L[s.vm_state];", 'stopped'],
      ['({ active: 1, error: 2, stoped: 3, unknown: 4, default: 5 })[s.vm_state];', 'stopped'],
      ["new Map([['active', 1], ['stoped', 2]]).get(s.vm_state);", 'stopped'],
      ['const L = { spawning: 1, powering_off: 2 }; s.task_state in L;', 'powering-off'],
      ["isOneOf(s.vm_state, 'active', 'stoped');", 'stopped'],
      ["isOneOf(s.vm_state, ['active', 'stoped']);", 'stopped'],
      ["oneOf(['active', 'stoped'], s['OS-EXT-STS:vm_state']);", 'stopped'],
      ["({ active: 1, '': 2, stoped: 3 })[s.vm_state];", 'stopped'],
      ['({ active: 1, stopped: 2, eror: 3, offline: 4 })[s.vm_state];', 'error'],
    ];
    for (const [code, ...expected] of FAULTY) {
      it(code, () => {
        const faults = finish(findFaults(recordsIn(code), HUAWEI_CLOUD));
        assert.deepEqual(
          faults.map(({ problem }) => problem.expected),
          expected,
        );
      });
    }

    const FAULTLESS: readonly (readonly [why: string, code: string])[] = [
      ['nothing beside it is a state', '({ stoped: 1, eror: 2 })[s.vm_state];'],
      ['the state is there too', '({ active: 1, stopped: 2, stoped: 3 })[s.vm_state];'],
      ['both ways to join words', "({ 'powering-off': 1, powering_off: 2 })[s.task_state];"],
      ['both cases', '({ active: 1, ACTIVE: 2, stopped: 3, STOPPED: 4 })[s.vm_state];'],
      ['upper case throughout', '({ ACTIVE: 1, STOPPED: 2, ERROR: 3 })[s.vm_state];'],
      ['another word', '({ inactive: 1, stopped: 2 })[s.vm_state];'],
      ['a word of another field', '({ active: 1, rebuilding: 2, resize: 3 })[s.vm_state];'],
      ['a state of another dialect', '({ active: 1, stopped: 2, paused: 3 })[s.vm_state];'],
      ['far from any state', '({ active: 1, stopped: 2, error: 3, offline: 4 })[s.vm_state];'],
      ['too few are states', "isOneOf(s.vm_state, 'active', 'stoped', 'queued', 'done');"],
      [
        'too few are states, beside code about servers',
        "new Set(['active']).has(s['OS-EXT-STS:vm_state']); isOneOf(s.vm_state, 'active', 'stoped', 'a', 'b');",
      ],
      [
        'others are not told of',
        "isOneOf(s['OS-EXT-STS:vm_state'], 'active'); new Set(['done', 'queued']).has(job.vmState);",
      ],
      ['a prefix tells of the text', "isOneOf(s['OS-EXT-STS:vm_state'], 'active', 'off');"],
    ];
    for (const [why, code] of FAULTLESS) {
      it(`${why}: ${code}`, () => {
        assert.ok(recordsIn(code).length > 0 || !code.startsWith('isOneOf'));
        assert.deepEqual(finish(findFaults(recordsIn(code), HUAWEI_CLOUD)), []);
      });
    }
  });

  for (const text of [
    "const L = { active: 1, 'st|op': 2 }; L[s.vm_state];",
    "isOneOf(s.vm_state, 'active', '|');",
    "new Map([['active', 1], ['|', 2]]).get(s.vm_state);",
    "new Set(['|']).has(s.vm_state);",
  ]) {
    it(`are proposed: ${text}`, () => {
      const offset = text.indexOf('|');
      const labels = complete(text.replace('|', ''), 'typescript', offset).map(
        ({ label }) => label,
      );
      assert.ok(labels.includes('stopped'), labels.join());
    });
  }

  for (const text of [
    'const L = { act|ive: 1, stopped: 2 }; L[s.vm_state];',
    "isOneOf(s.vm_state, 'act|ive');",
  ]) {
    it(`are told of: ${text}`, () => {
      assert.match(
        hover(text.replace('|', ''), 'typescript', text.indexOf('|'))?.markdown ?? '',
        /active/,
      );
    });
  }

  for (const [text, fixed] of [
    [
      'const L = { active: 1, stoped: 2 }; L[s.vm_state];',
      "const L = { active: 1, 'stopped': 2 }; L[s.vm_state];",
    ],
    ['isOneOf(s.vm_state, "active", "stoped");', 'isOneOf(s.vm_state, "active", "stopped");'],
  ] as const) {
    it(`are mended: ${text}`, () => {
      const reading = readText(text, 'typescript');
      const [diagnostic] = diagnose(text, 'typescript');
      assert.ok(reading && diagnostic);
      const [fix] = fixReading(reading, diagnostic);
      assert.equal(applied(text, fix?.edits ?? []), fixed);
    });
  }

  it('are found where a text has no other', () => {
    const text = "enum VmState { A = 'active', B = 'stoped', C = 'error' }";
    const codes = diagnose(text, 'typescript').map(({ code }) => code);
    assert.deepEqual(codes, ['unknown-vm-state']);
  });

  it('does not throw wherever a text ends', () => {
    const step = stride(3);
    for (const [index, code] of [...READ.map(([text]) => text), ...SILENT].entries()) {
      for (let end = index % step; end <= code.length; end += step) {
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

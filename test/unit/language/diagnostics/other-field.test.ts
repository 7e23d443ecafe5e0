import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Diagnostic, diagnose, fixReading, readText } from '../../../../src/language';
import { isEverydayWord } from '../../../../src/language/records/everyday-words';
import { DIALECTS, type Dialect, FIELDS, type Field, relationOf } from '../../../../src/model';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const KEYS: Readonly<Record<Field, string>> = { vm_state: VM, task_state: TASK, status: 'status' };
const UNKNOWN: Readonly<Record<Field, string>> = {
  vm_state: 'unknown-vm-state',
  task_state: 'unknown-task-state',
  status: 'unknown-status',
};

interface Misplaced {
  readonly dialect: Dialect;
  /** Where the state is. */
  readonly field: Field;
  /** Where it belongs. */
  readonly own: Field;
  readonly state: string;
}

const MISPLACED: readonly Misplaced[] = DIALECTS.flatMap((dialect) =>
  FIELDS.flatMap((field) =>
    FIELDS.filter((own) => own !== field).flatMap((own) =>
      relationOf(dialect).values[own].flatMap((state) =>
        state === null ? [] : [{ dialect, field, own, state }],
      ),
    ),
  ),
);

const isTask = ({ own }: Misplaced) => own === 'task_state';
const isInVm = ({ field }: Misplaced) => field === 'vm_state';
const isInState = ({ field }: Misplaced) => field !== 'status';

const anyOf = (isWanted: (each: Misplaced) => boolean) =>
  fc.constantFrom(...MISPLACED.filter(isWanted));

/** `code text` of each diagnostic. */
function found(text: string, languageId: string, dialect?: Dialect): string[] {
  const settings = dialect ? { dialect } : {};
  return diagnose(text, languageId, settings).map(
    ({ code, start, end }) => `${code} ${text.slice(start, end)}`,
  );
}

function saysSo({ code, message }: Diagnostic, { field, own, state }: Misplaced): void {
  const start =
    code === 'wrong-field'
      ? `'${state}' is a ${own}, so ${field} never equals it. Compare ${own}`
      : `'${state}' is a ${own}, not a ${field}.`;
  assert.ok(message.startsWith(start), message);
}

/** Ways in which code compares a field, or says what it can be. */
const COMPARISONS: readonly ((key: string, state: string) => string)[] = [
  (key, state) => `if (s['${key}'] === '${state}') f();`,
  (key, state) => `const f = (s) => "${state}" != s?.["${key}"];`,
  (key, state) => `function f(s) { switch (s['${key}']) { case '${state}': f(); } }`,
  (key, state) => `switch (s['${key}'] ?? '') { case '${state}': f(); break; default: g(); }`,
  (key, state) => `['${state}'].includes(s['${key}']);`,
  (key, state) => `if (['${state}', x].indexOf(s["${key}"]) >= 0) f();`,
  (key, state) => `new Set(['${state}']).has(s['${key}']);`,
  (key, state) => `const { '${key}': v } = s; if (v === '${state}') f();`,
];
const TYPES: readonly ((key: string, state: string) => string)[] = [
  (key, state) => `interface S { '${key}': '${state}' | null }`,
  (key, state) => `type S = { '${key}'?: null | '${state}' };`,
  (key, state) => `class S { '${key}': '${state}' | undefined; }`,
];

describe('a state of another field', () => {
  it('is found under a key that only servers have, in every syntax', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SYNTAXES), anyOf(isInState), (syntax, each) => {
        const { dialect, field, state } = each;
        const text = syntax.write([[KEYS[field], state]]);
        assert.deepEqual(found(text, syntax.languageId, dialect), [`${UNKNOWN[field]} ${state}`]);
        const [first] = diagnose(text, syntax.languageId, { dialect });
        assert.ok(first);
        saysSo(first, each);
      }),
      { numRuns: 1500 },
    );
  });

  it('is found as the status of a sure server, in every syntax', () => {
    const isInStatus = ({ field }: Misplaced) => field === 'status';
    fc.assert(
      fc.property(fc.constantFrom(...SYNTAXES), anyOf(isInStatus), (syntax, each) => {
        const { dialect, state } = each;
        const pairs: Pairs = [
          [VM, 'active'],
          [TASK, null],
          ['status', state],
        ];
        const text = syntax.write(pairs);
        const diagnostics = diagnose(text, syntax.languageId, { dialect });
        assert.equal(diagnostics.length, 1, text);
        assert.equal(diagnostics[0]?.code, 'unknown-status');
        assert.match(diagnostics[0].message, /Did you mean 'ACTIVE'\?$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is a wrong field where code compares it, and the field that was meant is named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPARISONS), anyOf(isInState), (write, each) => {
        const { dialect, field, state } = each;
        const text = write(KEYS[field], state);
        assert.deepEqual(found(text, 'typescript', dialect), [`wrong-field ${state}`], text);
        const [first] = diagnose(text, 'typescript', { dialect });
        assert.ok(first);
        saysSo(first, each);
      }),
      { numRuns: 1000 },
    );
  });

  it('is unknown in the type of a member', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TYPES),
        anyOf(isInState),
        (write, { dialect, field, state }) => {
          const text = write(KEYS[field], state);
          const expected = [`${UNKNOWN[field]} ${state}`];
          assert.deepEqual(found(text, 'typescript', dialect), expected, text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is found under the name of the API where it is a task in vm_state', () => {
    fc.assert(
      fc.property(
        anyOf((each) => isTask(each) && isInVm(each)),
        ({ dialect, state }) => {
          for (const [text, expected] of [
            [`if (s.vm_state === '${state}') f();`, 'wrong-field'],
            [`if (['active', '${state}'].includes(s.vm_state)) f();`, 'wrong-field'],
            [
              `switch (s.vm_state) { case 'active': a(); break; case '${state}': b(); break; default: c(); }`,
              'wrong-field',
            ],
            [`interface S { vm_state: 'active' | '${state}' }`, 'unknown-vm-state'],
            [`x = { vm_state: '${state}', task_state: null };`, 'unknown-vm-state'],
          ] as const) {
            assert.deepEqual(found(text, 'typescript', dialect), [`${expected} ${state}`], text);
          }
        },
      ),
    );
  });

  it('is found in types of states where only servers have the word', () => {
    const isOfServers = (each: Misplaced) => isInVm(each) && !isEverydayWord(each.state);
    fc.assert(
      fc.property(
        anyOf((each) => isOfServers(each) && isTask(each)),
        ({ dialect, state }) => {
          for (const text of [
            `type VmState = 'active' | 'stopped' | '${state}';`,
            `enum VmState { A = 'active', B = 'stopped', C = '${state}' }`,
            `const all: VmState[] = ['active', '${state}'];`,
          ]) {
            assert.deepEqual(
              found(text, 'typescript', dialect),
              [`unknown-vm-state ${state}`],
              text,
            );
          }
        },
      ),
    );
  });

  it('is found in task_state next to a task that only servers have', () => {
    const isVmState = ({ own, field }: Misplaced) => own === 'vm_state' && field === 'task_state';
    fc.assert(
      fc.property(anyOf(isVmState), ({ dialect, state }) => {
        for (const text of [
          `if (s.task_state === '${state}' || s.task_state === 'rebooting') f();`,
          `if (s.task_state === 'powering-off') f(); else if ('${state}' === s.task_state) g();`,
          `['powering-on', '${state}'].includes(s.task_state);`,
        ]) {
          assert.deepEqual(found(text, 'typescript', dialect), [`wrong-field ${state}`], text);
        }
      }),
    );
  });

  it('is silent where the key and the word may be anybody’s', () => {
    const isShared = (each: Misplaced) => isInState(each) && isEverydayWord(each.state);
    fc.assert(
      fc.property(
        anyOf((each) => isShared(each) && each.state === each.state.toLowerCase()),
        (each) => {
          const key = each.field === 'vm_state' ? 'vmState' : 'taskState';
          for (const text of [
            `if (job.${key} === '${each.state}') f();`,
            `x = { ${key}: '${each.state}' };`,
            `['${each.state}', 'done', 'failed'].includes(job.${key});`,
          ]) {
            assert.deepEqual(found(text, 'typescript', each.dialect), [], text);
          }
        },
      ),
    );
  });

  it('gets a fix that exchanges two states in one, and leaves nothing', () => {
    const relation = relationOf('huaweicloud');
    for (const { vm_state, task_state, status } of relation.rows) {
      if (task_state === null) continue;
      const text = JSON.stringify({ [VM]: task_state, [TASK]: vm_state, status });
      const reading = readText(text, 'json');
      assert.ok(reading);
      assert.equal(diagnose(text, 'json').length, 2);
      for (const { start, message } of diagnose(text, 'json')) {
        assert.match(message, /Did you mean/);
        const [fix] = fixReading(reading, { start, end: start });
        const mended = [...(fix?.edits ?? [])]
          .sort((a, b) => b.start - a.start)
          .reduce(
            (old, edit) => old.slice(0, edit.start) + edit.newText + old.slice(edit.end),
            text,
          );
        assert.deepEqual(JSON.parse(mended), { [VM]: vm_state, [TASK]: task_state, status });
      }
    }
  });
});

describe('words that are no states', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    [`{"${VM}":"active","${TASK}":"IDLE"}`, 'unknown-task-state IDLE'],
    [`{"${VM}":"RUNNING","${TASK}":null}`, 'unknown-vm-state RUNNING'],
    [`{"${VM}":"UNKNOWN","${TASK}":null,"status":"ACTIVE"}`, 'unknown-vm-state UNKNOWN'],
    [`{"${VM}":"PENDING"}`, 'unknown-vm-state PENDING'],
    [`{"${VM}":"pending"}`, 'unknown-vm-state pending'],
    [
      `{"${VM}":"pending","status":"PENDING"}`,
      'unknown-vm-state pending',
      'unknown-status PENDING',
    ],
    [`{"${VM}":"idle","status":"ACTIVE"}`, 'unknown-vm-state idle'],
    [`{"${VM}":"STRING"}`],
    [`{"${VM}":"varchar","${TASK}":"VARCHAR"}`],
    [`{"${VM}":"VM_STATE","${TASK}":"TASK_STATE"}`],
    [`{"${VM}":"Idle","${TASK}":"Pending"}`],
    [`{"${VM}":"<state>","${TASK}":"{{ task }}"}`],
    [`{"${VM}":"active","${TASK}":null,"status":"running"}`, 'unknown-status running'],
    [`{"${VM}":"active","${TASK}":null,"status":"Frobnicated"}`, 'unknown-status Frobnicated'],
    [`{"${VM}":"resized","status":"Resized"}`, 'unknown-status Resized'],
    [`{"${VM}":"active","status":"ok"}`],
    [`{"${VM}":"active","status":"{{ status }}"}`],
    ['{"vm_state":"resize_prep","status":"RESIZE"}', 'unknown-vm-state resize_prep'],
    ['{"vm_state":"rebooting","status":"REBOOT"}', 'unknown-vm-state rebooting'],
    ['{"vm_state":"SHUTOFF","task_state":null}', 'unknown-vm-state SHUTOFF'],
    ['{"vm_state":"active","task_state":"stopped"}', 'unknown-task-state stopped'],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () => assert.deepEqual(found(text, 'json'), expected));
  }

  for (const [text, expected] of [
    [`{"${VM}":"stopped","${TASK}":null,"status":"running"}`, 'SHUTOFF'],
    [`{"${VM}":"active","${TASK}":"rebooting","status":"Rebooting"}`, 'REBOOT'],
    [`{"${VM}":"building","${TASK}":"spawning","status":"creating"}`, 'BUILD'],
    [`{"${VM}":"stopped","status":"stopped"}`, 'SHUTOFF'],
  ] as const) {
    it(`${text}: ${expected} was meant`, () => {
      assert.match(diagnose(text, 'json')[0]?.message ?? '', new RegExp(`mean '${expected}'`));
    });
  }
});

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  diagnose,
  type Fix,
  fixAllReading,
  fixReading,
  readText,
  type TextEdit,
} from '../../../../src/language';
import { FIELDS, HUAWEI_CLOUD, isPossible } from '../../../../src/model';
import { withCursor } from '../../../support/cursor';
import { reach } from '../../../support/reach';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const KEYS = { vm_state: VM, task_state: TASK, status: 'status' } as const;

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((old, { start, end, newText }) => old.slice(0, start) + newText + old.slice(end), text);
}

function fixesAt(text: string, languageId: string, offset: number) {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return fixReading(reading, { start: offset, end: offset });
}

function fixesOf(text: string, languageId: string) {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return fixReading(reading, { start: 0, end: text.length });
}

/** The fixes that change the record, not those that silence the rule. */
const mending = (fixes: readonly Fix[]) => fixes.filter(({ kind }) => kind !== 'suppress');

function fixAll(text: string, languageId: string): string {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return apply(text, fixAllReading(reading));
}

describe('fix, where it is offered', () => {
  /** The texts, and of their fixes one that is offered at each marker. */
  const cases: [string, string, string, string[]][] = [
    [
      'json',
      `{<|>"<|>${VM}<|>":<|>"stop<|>ped"<|>, "<|>${TASK}":"<|>rebooting<|>", "na<|>me": "<|>x"}`,
      'Change task_state to null',
      ['no', 'key', 'key', 'value', 'value', 'value', 'key', 'value', 'value', 'no', 'no'],
    ],
    [
      'yaml',
      `<|>vm_state: sto<|>pped # a <|>comment\ntask<|>_state: null\nsta<|>tus: ACT<|>IVE\nname:<|> x\n`,
      "Change status to 'SHUTOFF'",
      ['key', 'value', 'no', 'key', 'key', 'value', 'no'],
    ],
    [
      'typescript',
      `f({ vm<|>State: 'act<|>ive', taskState: <|>null, status: 'SHUT<|>OFF', n<|>: 1 });`,
      "Change status to 'ACTIVE'",
      ['key', 'value', 'value', 'value', 'no'],
    ],
    [
      'json',
      `{"v<|>m_state": "act<|>ve", "task<|>_state": n<|>ull}`,
      "Change vm_state to 'active'",
      ['key', 'value', 'no', 'no'],
    ],
  ];
  for (const [languageId, marked, title, places] of cases) {
    const [first = '', ...rest] = marked.split('<|>');
    const text = first + rest.join('');
    let offset = 0;
    for (const [index, before] of [first, ...rest.slice(0, -1)].entries()) {
      offset += before.length;
      const at = offset;
      const isOffered = places[index] !== 'no';
      const around = `${text.slice(Math.max(0, at - 12), at)}|${text.slice(at, at + 12)}`;
      it(`${languageId}: ${isOffered ? 'at' : 'not at'} ${JSON.stringify(around)}`, () => {
        const titles = mending(fixesAt(text, languageId, at)).map((fix) => fix.title);
        assert.equal(titles.includes(title), isOffered, titles.join('; '));
      });
    }
  }
});

describe('fix, what is offered', () => {
  const cases: [string, string, string[]][] = [
    ['a misspelt name', `{"${VM}":"act<|>ve"}`, ["Change vm_state to 'active' (preferred)"]],
    [
      'an upper-case vm_state',
      `{"${VM}":"STOP<|>PED"}`,
      ["Change vm_state to 'stopped' (preferred)"],
    ],
    [
      'a name with a leading space',
      `{"${VM}":"building","status":" BU<|>ILD"}`,
      ["Change status to 'BUILD' (preferred)"],
    ],
    [
      'another word for it',
      `{"${VM}":"resized","status":"CONFIRM_<|>RESIZE"}`,
      ["Change status to 'VERIFY_RESIZE' (preferred)"],
    ],
    [
      'a name that resembles none: what the others allow',
      `{"${VM}":"resized","${TASK}":"fro<|>bnicating"}`,
      ['Change task_state to null', "Change task_state to 'resize_reverting'"],
    ],
    [
      'a state of another dialect: to use that dialect, and nothing made up',
      `{"${VM}":"active","${TASK}":"suspen<|>ding"}`,
      ["Use the dialect 'openstack' (setting ecsStates.dialect) (preferred)"],
    ],
    [
      'a state of two other dialects: either of them',
      `{"${VM}":"shel<|>ved"}`,
      [
        "Use the dialect 'huaweicloud-2022' (setting ecsStates.dialect) (preferred)",
        "Use the dialect 'openstack' (setting ecsStates.dialect)",
      ],
    ],
    [
      'a status of another dialect: to use that dialect, or what the pair shows',
      `{"${VM}":"active","${TASK}":null,"status":"PAU<|>SED"}`,
      [
        "Use the dialect 'openstack' (setting ecsStates.dialect) (preferred)",
        "Change status to 'ACTIVE'",
      ],
    ],
    [
      'a pair that another dialect lists: to use that dialect, or what is near',
      `{"${VM}":"active","${TASK}":"resize_p<|>rep"}`,
      [
        "Use the dialect 'openstack' (setting ecsStates.dialect)",
        'Change task_state to null',
        "Change task_state to 'rebooting'",
        "Change task_state to 'reboot_pending'",
        "Change task_state to 'reboot_started'",
      ],
    ],
    [
      'the states of two fields: to exchange them',
      `{"${VM}":"power<|>ing-off","${TASK}":"active"}`,
      ["Change vm_state to 'active' and task_state to 'powering-off' (preferred)"],
    ],
    [
      'a state of another field: what the row with it has',
      `{"${VM}":"spaw<|>ning"}`,
      ["Change vm_state to 'building' (preferred)"],
    ],
    [
      'a name that resembles none: no more than five',
      `{"${VM}":"sleep<|>ing"}`,
      ['building', 'active', 'stopped', 'resized', 'error'].map(
        (state) => `Change vm_state to '${state}'`,
      ),
    ],
    [
      'a status that does not follow: the one that does',
      `{"${VM}":"deleted","${TASK}":null,"status":"<|>ERROR"}`,
      ["Change status to 'DELETED' (preferred)", "Change vm_state to 'error'"],
    ],
    [
      'a pair: null first, then what else is near',
      `{"${VM}":"resized","${TASK}":"power<|>ing-on"}`,
      [
        'Change task_state to null',
        "Change task_state to 'resize_reverting'",
        "Change vm_state to 'stopped'",
      ],
    ],
    [
      'a pair of which the status knows the wrong half',
      `{"${VM}":"sto<|>pped","${TASK}":"rebooting","status":"REBOOT"}`,
      ["Change vm_state to 'active' (preferred)"],
    ],
    [
      'a record where two fields have to change',
      `{"${VM}":"deleted","${TASK}":"spaw<|>ning","status":"ACTIVE"}`,
      [
        "Change vm_state to 'active' and task_state to null",
        "Change task_state to null and status to 'DELETED'",
        "Change vm_state to 'active' and task_state to 'powering-off'",
        "Change vm_state to 'active' and task_state to 'deleting'",
        "Change vm_state to 'building' and status to 'BUILD'",
      ],
    ],
    ['nothing away from the mark', `{"${VM}":"actve","na<|>me":1}`, []],
  ];
  for (const [name, fixture, expected] of cases) {
    it(name, () => {
      const { text, offset } = withCursor(fixture);
      const offered = mending(fixesAt(text, 'json', offset)).map(
        ({ title, preferred }) => `${title}${preferred ? ' (preferred)' : ''}`,
      );
      assert.deepEqual(offered, expected);
    });
  }

  it('offers nothing for a rule that is off', () => {
    const reading = readText(`{"${VM}":"actve"}`, 'json');
    assert.ok(reading);
    const range = { start: 0, end: 40 };
    assert.equal(mending(fixReading(reading, range)).length, 1);
    assert.deepEqual(fixReading(reading, range, { severity: { 'unknown-vm-state': 'off' } }), []);
  });
});

describe('fix, what is written', () => {
  const cases: [string, string, string][] = [
    [
      'json',
      `{ "${VM}": "stopped",\r\n  "${TASK}": "spawning" }\r\n`,
      `{ "${VM}": "stopped",\r\n  "${TASK}": null }\r\n`,
    ],
    [
      'yaml',
      `${VM}: stopped\r\n${TASK}: spawning # why\r\n`,
      `${VM}: stopped\r\n${TASK}: null # why\r\n`,
    ],
    ['yaml', `${VM}: 'stopped'\n${TASK}: 'spawning'\n`, `${VM}: 'stopped'\n${TASK}: null\n`],
    ['yaml', `a: {${VM}: "actve"}\n`, `a: {${VM}: "active"}\n`],
    [
      'typescript',
      `x = { vmState: 'stopped', taskState: \`spawning\` }`,
      `x = { vmState: 'stopped', taskState: null }`,
    ],
    ['typescript', `if (x.vm_state === "activ") {}`, `if (x.vm_state === "active") {}`],
  ];
  for (const [languageId, before, after] of cases) {
    it(`${languageId}: ${JSON.stringify(before)}`, () => {
      const [first] = fixesOf(before, languageId);
      assert.equal(apply(before, first?.edits ?? []), after);
    });
  }
});

describe('fix all', () => {
  const cases: [string, string, string][] = [
    [
      'names that are only written otherwise',
      `[{"${VM}":"ACTIVE"},{"${TASK}":"powering_on"}]`,
      `[{"${VM}":"active"},{"${TASK}":"powering-on"}]`,
    ],
    [
      'a status that is derived',
      `{"${VM}":"active","${TASK}":null,"status":"BUILD"}`,
      `{"${VM}":"active","${TASK}":null,"status":"ACTIVE"}`,
    ],
    [
      'not a guess',
      `[{"${VM}":"actve"},{"${VM}":"running"}]`,
      `[{"${VM}":"actve"},{"${VM}":"running"}]`,
    ],
    [
      'not a pair',
      `{"${VM}":"stopped","${TASK}":"spawning"}`,
      `{"${VM}":"stopped","${TASK}":"spawning"}`,
    ],
    [
      'not where the right name reveals another fault',
      `{"${VM}":"ACTIVE","status":"SHUTOFF"}`,
      `{"${VM}":"ACTIVE","status":"SHUTOFF"}`,
    ],
    [
      'not where two right names do not fit',
      `{"${TASK}":"POWERING-ON","${VM}":"DELETED"}`,
      `{"${TASK}":"POWERING-ON","${VM}":"DELETED"}`,
    ],
    [
      'a status in another case, to what follows from the pair',
      `{"${VM}":"STOPPED","${TASK}":null,"status":"active"}`,
      `{"${VM}":"stopped","${TASK}":null,"status":"SHUTOFF"}`,
    ],
    [
      'a status that is misspelt and follows from the pair',
      `[{"${VM}":"resized","${TASK}":null,"status":"RESIZE_VERIFY"},{"${VM}":"ACTIVE","${TASK}":null,"status":"RUNNING"}]`,
      `[{"${VM}":"resized","${TASK}":null,"status":"VERIFY_RESIZE"},{"${VM}":"active","${TASK}":null,"status":"ACTIVE"}]`,
    ],
    [
      'not a status that was meant otherwise than the pair says',
      `{"${VM}":"STOPPED","${TASK}":null,"status":"RESIZE_VERIFY"}`,
      `{"${VM}":"stopped","${TASK}":null,"status":"RESIZE_VERIFY"}`,
    ],
    [
      'not a status that is misspelt, where no pair is known',
      `{"${VM}":"resized","status":"RESIZE_VERIFY"}`,
      `{"${VM}":"resized","status":"RESIZE_VERIFY"}`,
    ],
    [
      'a key that is there twice, each place once',
      `{"status":"active","${VM}":"active","${TASK}":null,"status":"Active"}`,
      `{"status":"ACTIVE","${VM}":"active","${TASK}":null,"status":"ACTIVE"}`,
    ],
    [
      'a field in two spellings, each place once',
      `{"vm_state":"ACTIVE","${VM}":"ACTIVE","${TASK}":null}`,
      `{"vm_state":"active","${VM}":"active","${TASK}":null}`,
    ],
    [
      'not a key that is there twice and means two states',
      `{"${VM}":"Active","${VM}":"ERROR","${TASK}":null}`,
      `{"${VM}":"Active","${VM}":"ERROR","${TASK}":null}`,
    ],
    [
      'not a key that is there twice, once with what nobody knows',
      `{"${VM}":"Active","${VM}":"xxyyzz","${TASK}":"powering_off"}`,
      `{"${VM}":"Active","${VM}":"xxyyzz","${TASK}":"powering-off"}`,
    ],
    [
      'a derived status wherever it stands',
      `{"status":"BUILD","${VM}":"active","${TASK}":null,"status":"BUILD"}`,
      `{"status":"ACTIVE","${VM}":"active","${TASK}":null,"status":"ACTIVE"}`,
    ],
    [
      'not in a text that is broken so that another fault would show',
      `{"${TASK}":"POWERING-ON""vm_state":"DELETED`,
      `{"${TASK}":"POWERING-ON""vm_state":"DELETED`,
    ],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(fixAll(before, 'json'), after);
      assert.equal(fixAll(after, 'json'), after, 'once is enough');
    });
  }

  it('what is reached by other fixes only, at once', () => {
    const code = `function f(s) {\n  return s.vm_state === 'ACTIVE';\n}\nuse({ '${VM}': 'ERROR', task_state: null, status: 'error' });\n`;
    const fixed = fixAll(code, 'typescript');
    assert.ok(fixed.includes(`{ '${VM}': 'error', task_state: null, status: 'ERROR' }`), fixed);
    assert.equal(fixAll(fixed, 'typescript'), fixed);
  });
});

describe('fix, one of a field that is there twice', () => {
  it('a misspelt name: where it stands', () => {
    const { text, offset } = withCursor(`{"${VM}":"ACT<|>IVE","${VM}":"ERROR","${TASK}":null}`);
    const [fix, ...others] = mending(fixesAt(text, 'json', offset));
    assert.deepEqual(others, []);
    assert.equal(fix?.preferred, true);
    assert.equal(fix.safe, false);
    assert.equal(apply(text, fix.edits), text.replace('ACTIVE', 'active'));
  });

  it('a state that does not fit: wherever it stands', () => {
    const text = `{"vm_state":"resized","${VM}":"resized","${TASK}":"powering-on"}`;
    const fix = fixesOf(text, 'json').find(({ title }) => title === "Change vm_state to 'stopped'");
    assert.equal(apply(text, fix?.edits ?? []), text.replaceAll('resized', 'stopped'));
  });

  it('not to a state that the other place makes impossible', () => {
    const { text, offset } = withCursor(
      `{"${VM}":"ACT<|>IVE","vm_state":"active","${TASK}":"spawning"}`,
    );
    const titles = mending(fixesAt(text, 'json', offset)).map(({ title }) => title);
    assert.ok(titles.length > 0);
    assert.ok(!titles.includes("Change vm_state to 'active'"), titles.join());
  });
});

describe('fix, in a long text', () => {
  const filling = `"filling":"${'x'.repeat(450_000)}"`;

  it('is preferred and safe where its record shows what it does', () => {
    const text = `{${filling},"${VM}":"ACTIVE"}`;
    const [fix] = fixesOf(text, 'json');
    assert.deepEqual([fix?.preferred, fix?.safe], [true, true]);
  });

  it('is neither where the text would have to be read again', () => {
    const text = `const x = {${filling},"${VM}":"ACTIVE"};`;
    const [fix] = fixesOf(text, 'typescript');
    assert.equal(fix?.title, "Change vm_state to 'active'");
    assert.deepEqual([fix.preferred, fix.safe], [false, false]);
  });
});

describe('fix, a value whose type is asserted', () => {
  const cases: [string, string, string][] = [
    [`'rebooting' as const`, 'null', `null`],
    [`<const>'rebooting'`, 'null', `null`],
    [`('rebooting') as const`, 'null', `null`],
    [`('rebooting' as const)`, 'null', `(null)`],
    [`'rebooting' as const satisfies string`, 'null', `null`],
    [`'rebooting' as 'rebooting'`, 'null', `null`],
    [`'rebooting' as 'rebooting' | null`, 'null', `null as 'rebooting' | null`],
    [`'rebooting' as TaskState`, 'null', `null as TaskState`],
    [`'rebooting' /* why */ as const`, 'null', `'rebooting' /* why */ as const`],
    [`'rebooting' as const`, `'resize_prep'`, `'resize_prep' as const`],
    [`'rebooting' as 'rebooting'`, `'resize_prep'`, `'resize_prep'`],
    [`<'rebooting'>'rebooting'`, `'resize_prep'`, `'resize_prep'`],
    [
      `"rebooting" satisfies 'a' | "resize_prep"`,
      `'resize_prep'`,
      `"resize_prep" satisfies 'a' | "resize_prep"`,
    ],
  ];
  for (const [written, state, expected] of cases) {
    it(`${written}: to ${state}`, () => {
      const write = (value: string) =>
        `const s = { '${VM}': 'stopped' as const, '${TASK}': ${value} };\n`;
      const title = `Change task_state to ${state}`;
      const fix = fixesOf(write(written), 'typescript').find((other) => other.title === title);
      assert.equal(apply(write(written), fix?.edits ?? []), write(expected));
    });
  }

  it('never null for a member of an enum', () => {
    const text = `enum TaskState { A = 'rebooting', B = 'xxyyzz', C = 'powering-on', D = ('spawnin'), E = 'deleting' }`;
    const titles = mending(fixesOf(text, 'typescript')).map(({ title }) => title);
    assert.ok(titles.length > 0);
    assert.ok(!titles.some((title) => title.includes('null')), titles.join());
  });
});

describe('properties of records, in every syntax', () => {
  const syntax = fc.constantFrom(...SYNTAXES);
  const order = fc.shuffledSubarray([...FIELDS], { minLength: 1, maxLength: 3 });
  const pick = (row: Record<string, string | null>, fields: readonly (keyof typeof KEYS)[]) =>
    fields.map((field): Pairs[number] => [KEYS[field], row[field] ?? null]);

  it('a record made from a row has no diagnostic', () => {
    fc.assert(
      fc.property(syntax, order, fc.constantFrom(...HUAWEI_CLOUD.rows), (to, fields, row) => {
        assert.deepEqual(diagnose(to.write(pick({ ...row }, fields)), to.languageId), []);
      }),
    );
  });

  const literals = fc.record({
    vm_state: fc.constantFrom(...HUAWEI_CLOUD.values.vm_state),
    task_state: fc.constantFrom(...HUAWEI_CLOUD.values.task_state),
    status: fc.constantFrom(...HUAWEI_CLOUD.values.status),
  });
  const broken = fc
    .tuple(order, literals)
    .filter(
      ([fields, row]) =>
        fields.some((field) => field !== 'status') &&
        !isPossible(HUAWEI_CLOUD, Object.fromEntries(fields.map((field) => [field, row[field]]))),
    );

  it('a record that no row agrees with has exactly one, and every fix of it leaves none', () => {
    fc.assert(
      fc.property(syntax, broken, (to, [fields, row]) => {
        const text = to.write(pick(row, fields));
        assert.equal(diagnose(text, to.languageId).length, 1, text);
        const fixes = fixesOf(text, to.languageId);
        assert.ok(fixes.length > 0, text);
        for (const { edits, title, suppressesInSettings, dialect } of fixes) {
          if (suppressesInSettings) continue;
          if (dialect) {
            assert.deepEqual(diagnose(text, to.languageId, { dialect }), [], `${title}: ${text}`);
            continue;
          }
          const mended = apply(text, edits);
          assert.deepEqual(diagnose(mended, to.languageId), [], `${title}: ${mended}`);
        }
      }),
      { numRuns: reach(150) },
    );
  });

  it('a misspelt value has exactly one, and every fix of it leaves none', () => {
    const misspelt = fc.constantFrom(
      'xxyyzz',
      'actve',
      'ACTIVE',
      'running',
      'spawnin',
      'powering_off',
    );
    fc.assert(
      fc.property(
        syntax,
        fc.constantFrom(...HUAWEI_CLOUD.rows),
        fc.constantFrom('vm_state' as const, 'task_state' as const),
        misspelt,
        (to, row, field, name) => {
          const isState = (HUAWEI_CLOUD.values[field] as readonly (string | null)[]).includes(name);
          fc.pre(!isState && (name !== 'ACTIVE' || field === 'vm_state'));
          const text = to.write(pick({ ...row, [field]: name }, FIELDS));
          assert.equal(diagnose(text, to.languageId).length, 1, text);
          for (const { edits } of mending(fixesOf(text, to.languageId))) {
            assert.deepEqual(diagnose(apply(text, edits), to.languageId), [], text);
          }
        },
      ),
      { numRuns: reach(100) },
    );
  });
});

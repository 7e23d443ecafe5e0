import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  applied,
  createLanguageService,
  diagnose,
  fixReading,
  readText,
} from '../../../../src/language';
import { reach } from '../../../support/reach';
import { checkSuppressions, silenceLines } from '../../../support/suppressing';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const PAIR = `{ '${VM}': 'actve', '${TASK}': 'powring-on' }`;

/** The text after the first fix with such a title. */
function fixed(text: string, languageId: string, title: string): string {
  const reading = readText(text, languageId);
  assert.ok(reading);
  const fixes = fixReading(reading, { start: 0, end: text.length });
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, fixes.map((one) => one.title).join('\n'));
  return applied(text, fix.edits);
}

describe('suppression fixes: one after the other', () => {
  const cases: [string, string, string, string][] = [
    [
      'typescript',
      'no comment',
      `const s = ${PAIR};\n`,
      '// ecs-states-disable-next-line unknown-vm-state, unknown-task-state\n',
    ],
    [
      'yaml',
      'no comment',
      `s: ${PAIR}\n`,
      '# ecs-states-disable-next-line unknown-vm-state, unknown-task-state\n',
    ],
    [
      'jsonc',
      'CRLF',
      `\r\n[${PAIR}]\r\n`,
      '\r\n// ecs-states-disable-next-line unknown-vm-state, unknown-task-state\r\n',
    ],
    [
      'typescript',
      "another tool's comment",
      `// eslint-disable-next-line\nconst s = ${PAIR};\n`,
      '// ecs-states-disable-next-line unknown-vm-state, unknown-task-state\n',
    ],
  ];
  for (const [languageId, name, text, before] of cases) {
    it(`${languageId}: ${name}`, () => {
      const end = silenceLines(text, languageId);
      assert.deepEqual(end.left, []);
      assert.ok(end.text.startsWith(before), end.text);
      assert.equal(end.text.replace(before.trim(), '').trim(), text.trim());
    });
  }

  const extended: [string, string, string, string][] = [
    [
      'line',
      'typescript',
      `const s = ${PAIR}; // ecs-states-disable-line unknown-vm-state -- why\n`,
      `const s = ${PAIR}; // ecs-states-disable-line unknown-vm-state, unknown-task-state -- why\n`,
    ],
    [
      'line',
      'typescript',
      `/* ecs-states-disable-next-line (unknown-vm-state) */\n// b\nconst s = ${PAIR};\n`,
      `/* ecs-states-disable-next-line (unknown-vm-state, unknown-task-state) */\n// b\nconst s = ${PAIR};\n`,
    ],
    [
      'record',
      'yaml',
      `# ecs-states-disable-record unknown-vm-state\n${VM}: actve\n${TASK}: powring-on\n`,
      `# ecs-states-disable-record unknown-vm-state, unknown-task-state\n${VM}: actve\n${TASK}: powring-on\n`,
    ],
    [
      'file',
      'yaml',
      `a: ${PAIR}\n# ecs-states-disable-file unknown-vm-state\n`,
      `a: ${PAIR}\n# ecs-states-disable-file unknown-vm-state, unknown-task-state\n`,
    ],
  ];
  for (const [scope, languageId, text, after] of extended) {
    it(`the code is added to the comment for the ${scope}: ${JSON.stringify(text)}`, () => {
      assert.equal(fixed(text, languageId, `Suppress unknown-task-state for this ${scope}`), after);
      assert.deepEqual(diagnose(after, languageId), []);
    });
  }

  it('leaves the next line to the comment at the end of the line above', () => {
    const text = `a(); // eslint-disable-next-line camelcase\nconst s = { vmState: 'actve', taskState: null };\n`;
    const after = fixed(text, 'typescript', 'Suppress unknown-vm-state for this line');
    assert.equal(
      after,
      `a(); // eslint-disable-next-line camelcase\nconst s = { vmState: /* ecs-states-disable-line unknown-vm-state */ 'actve', taskState: null };\n`,
    );
  });

  it('writes no comment into a comment or a string of several lines', () => {
    for (const before of ['a(); /* b\n', "const a = 'b\\\n", 'type A = `b\n']) {
      const end = before.startsWith('a') ? '*/' : before.startsWith('c') ? "';" : '`;';
      const text = `${before}${end} const s = { vmState: 'actve', taskState: null };\n`;
      const after = fixed(text, 'typescript', 'Suppress unknown-vm-state for this line');
      assert.ok(after.includes("/* ecs-states-disable-line unknown-vm-state */ 'actve'"), after);
    }
  });

  it('offers no comment that changes what a broken flow says', () => {
    const text = "{task_state: deleting\nstatus: REVERT_RESIZE\n'vm_state': g";
    checkSuppressions(text, 'yaml');
    const reading = readText(text, 'yaml');
    assert.ok(reading);
    const titles = fixReading(reading, { start: 0, end: text.length }).map(({ title }) => title);
    assert.ok(!titles.includes('Suppress unknown-vm-state for this line'));
  });

  it('ends no comment with a lone carriage return', () => {
    const text = `# x\ra: b\n${VM}: actve\n`;
    for (const scope of ['line', 'file']) {
      const after = fixed(text, 'yaml', `Suppress unknown-vm-state for this ${scope}`);
      assert.deepEqual(diagnose(after, 'yaml'), [], after);
    }
  });
});

describe('fixes of comments', () => {
  const UNUSED = 'Remove unused comment';
  const cases: [string, string, string, string, string][] = [
    [
      'a line of its own',
      'yaml',
      `a: b\n  # ecs-states-disable-line\nc: d\n`,
      UNUSED,
      'a: b\nc: d\n',
    ],
    [
      'behind a value',
      'yaml',
      `a: b  # ecs-states-disable-line foo-bar -- c\r\nc: d\r\n`,
      "Remove 'foo-bar' from this comment",
      'a: b\r\nc: d\r\n',
    ],
    [
      "behind another tool's",
      'yaml',
      `a: b # noqa # ecs-states-disable-line\n`,
      UNUSED,
      'a: b # noqa\n',
    ],
    ['before code', 'typescript', `f(/* ecs-states-disable-line */ a);\n`, UNUSED, 'f(a);\n'],
    [
      'between words',
      'typescript',
      `typeof/* ecs-states-disable-line */a;\n`,
      UNUSED,
      'typeof a;\n',
    ],
    ['of several lines', 'jsonc', `{\n/*\necs-states-disable-file\n*/\n}`, UNUSED, '{\n}'],
    [
      'a range',
      'yaml',
      `# ecs-states-disable\na: b\n# ecs-states-enable\nc: d\n`,
      UNUSED,
      'a: b\nc: d\n',
    ],
    [
      'one code',
      'yaml',
      `${VM}: actve # ecs-states-disable-line impossible-pair, unknown-vm-state\n`,
      "Remove 'impossible-pair' from this comment",
      `${VM}: actve # ecs-states-disable-line unknown-vm-state\n`,
    ],
    [
      'the last code',
      'yaml',
      `${VM}: actve # ecs-states-disable-line unknown-vm-state (impossible-pair) -- a\n`,
      "Remove 'impossible-pair' from this comment",
      `${VM}: actve # ecs-states-disable-line unknown-vm-state -- a\n`,
    ],
    [
      'a misspelt code',
      'yaml',
      `${VM}: actve # ecs-states-disable-line ecs-states/unknown-vmstate\n`,
      "Replace with 'unknown-vm-state'",
      `${VM}: actve # ecs-states-disable-line ecs-states/unknown-vm-state\n`,
    ],
  ];
  for (const [name, languageId, text, title, after] of cases) {
    it(name, () => {
      assert.equal(fixed(text, languageId, title), after);
      assert.deepEqual(diagnose(after, languageId), []);
    });
  }
});

/** Lines that texts are put together from, some of them faulty, some comments, some only the beginning of something. */
const COMMENTS = [
  'disable-next-line',
  'disable-line',
  'disable-record',
  'disable-file',
  'disable',
  'enable',
].flatMap((word) =>
  ['', ' unknown-vm-state', ' impossible-pair, unknown-status -- why', ' imposible-pair'].map(
    (codes) => `ecs-states-${word}${codes}`,
  ),
);
const RECORD = `'${VM}': 'stopped', '${TASK}': 'rebooting', 'status': 'ACTVE'`;
const LINES: Readonly<Record<string, readonly string[]>> = {
  yaml: [
    ...[
      `- ${VM}: actve`,
      `  ${VM}: stopped`,
      `  ${TASK}: rebooting`,
      '  status: ACTVE',
      's:',
      '---',
      '',
    ],
    ...[
      `- { ${RECORD} }`,
      '  {vm_state: actve,',
      '  task_state: null}',
      '- a: |',
      '  b: "c',
      '    d"',
      '  e: f g',
    ],
    ...COMMENTS.flatMap((comment) => [
      `  # ${comment}`,
      `  status: BUILD # ${comment}`,
      `    "# ${comment}"`,
    ]),
  ],
  jsonc: [
    ...[
      '{',
      '},',
      `"${VM}": "actve",`,
      `"${TASK}": "rebooting",`,
      '"status": "ACTVE",',
      '/* a',
      'b */',
      '',
      '// c',
    ],
    ...[`{ ${RECORD} },`, '"a": "b', ']'],
    ...COMMENTS.flatMap((comment) => [
      `// ${comment}`,
      `/* ${comment} */ "status": "BUILD",`,
      `"a": "// ${comment}",`,
    ]),
  ],
  typescriptreact: [
    ...[
      'f({',
      '});',
      `'${VM}': 'actve',`,
      `const s = { ${RECORD} };`,
      '/* a',
      'b */',
      '',
      '// c',
      '`;',
      'const t = `',
    ],
    ...[
      "if (s.vm_state === 'stopped' && s.task_state === 'rebooting') { a(); }",
      "if (s.vm_state === 'actve') {}",
    ],
    ...[
      'const y = <p>',
      `{f({ ${RECORD} })}`,
      '</p>;',
      '// eslint-disable-next-line a',
      'a(); // eslint-disable-next-line',
    ],
    ...COMMENTS.flatMap((comment) => [
      `// ${comment}`,
      `/* ${comment} */`,
      `const a = '// ${comment}';`,
      `{/* ${comment} */}`,
    ]),
  ],
};
const DAMAGE = ['', '"', "'", '{', '}', '#', '\r', '`', '/*', ','];

describe('suppression fixes, whatever the text', () => {
  for (const [languageId, lines] of Object.entries(LINES)) {
    it(`${languageId}: each removes its diagnostic and no other, and none is needed twice`, () => {
      const line = fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n', '\r\n', '\r'));
      const damage = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...DAMAGE));
      fc.assert(
        fc.property(
          fc.array(line, { maxLength: 10 }),
          fc.option(damage),
          fc.boolean(),
          (all, broken, hasMark) => {
            let text = `${hasMark ? '\ufeff' : ''}${all.flat().join('')}`;
            if (broken) {
              const at = broken[0] % (text.length + 1);
              text = text.slice(0, at) + broken[2] + text.slice(at + broken[1]);
            }
            checkSuppressions(text, languageId);
            silenceLines(text, languageId);
          },
        ),
        { numRuns: reach(50) },
      );
    });

    it(`${languageId}: silencing line by line leaves nothing`, () => {
      const whole = {
        yaml: `- { ${RECORD} }`,
        jsonc: `{ ${RECORD} },`,
        typescriptreact: `const s = { ${RECORD} };`,
      };
      const faulty = whole[languageId as keyof typeof whole];
      const mark = languageId === 'yaml' ? '#' : '//';
      for (const lineBreak of ['\n', '\r\n']) {
        const text = [
          '',
          `${mark} a`,
          faulty,
          faulty,
          `${mark} ecs-states-disable-next-line unknown-status`,
          faulty,
          '',
        ].join(lineBreak);
        assert.deepEqual(silenceLines(text, languageId).left, []);
      }
    });
  }
});

/** How often what is passed over by a search is looked at, while something runs. */
function stepsOf(run: () => void): number {
  let steps = 0;
  const strings = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const lists = Array.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const restore: (() => void)[] = [];
  const count = (
    owner: typeof strings,
    name: string,
    cost: (self: { length: number }, result: unknown) => number,
  ) => {
    const original = owner[name] as (...args: unknown[]) => unknown;
    owner[name] = function (this: { length: number }, ...args: unknown[]) {
      const result = original.apply(this, args);
      steps += 1 + cost(this, result);
      return result;
    };
    restore.push(() => {
      owner[name] = original;
    });
  };
  const lengthOf = (_self: unknown, result: unknown) =>
    typeof result === 'string' ? result.length : 0;
  count(strings, 'slice', lengthOf);
  count(strings, 'lastIndexOf', (self, result) => self.length - Math.max(0, Number(result)));
  for (const name of [
    'filter',
    'some',
    'every',
    'find',
    'findIndex',
    'includes',
    'indexOf',
    'map',
    'flatMap',
  ]) {
    count(lists, name, (self) => self.length);
  }
  try {
    run();
  } finally {
    for (const one of restore) one();
  }
  return steps;
}

describe('suppression, what it costs', () => {
  const next = '// ecs-states-disable-next-line unknown-vm-state\n';
  const fault = '{"vm_state":"actve","task_state":null},';
  const generators: [string, string, (count: number) => string][] = [
    ['used comments', 'jsonc', (count) => `[\n${`${next}${fault}\n`.repeat(count)}]`],
    [
      'a block of comments',
      'jsonc',
      (count) => `[\n${next.repeat(count)}${`${fault}\n`.repeat(count)}]`,
    ],
    [
      'comments of the file',
      'jsonc',
      (count) =>
        `[\n${'// ecs-states-disable-file impossible-pair\n'.repeat(count)}${`${fault}\n`.repeat(count)}]`,
    ],
    [
      'comments of a record',
      'jsonc',
      (count) =>
        `{"vm_state":"actve","task_state":null,"a":[\n${`// ecs-states-disable-record\n${fault}\n`.repeat(count)}]}`,
    ],
    [
      'ranges',
      'jsonc',
      (count) => `[\n${`// ecs-states-disable\n${fault}\n// ecs-states-enable\n`.repeat(count)}]`,
    ],
    ['faults on one line', 'jsonc', (count) => `[${fault.repeat(count)}]`],
    ['faults on one line of code', 'javascript', (count) => `const x = [${fault.repeat(count)}];`],
    ['faults in YAML', 'yaml', (count) => `s:\n${'- OS-EXT-STS:vm_state: actve\n'.repeat(count)}`],
  ];
  const COUNT = 150;
  for (const [name, languageId, generate] of generators) {
    it(`grows with the text: ${name}`, () => {
      const steps = [COUNT, 2 * COUNT].map((count) => {
        const text = generate(count);
        const reading = readText(text, languageId);
        assert.ok(reading);
        return stepsOf(() => {
          createLanguageService().diagnose(reading);
          fixReading(reading, { start: 0, end: text.length });
        });
      });
      const [once = 0, twice = 0] = steps;
      assert.ok(twice < 2.5 * once, `${once} steps, ${twice} for twice as much`);
    });
  }
});

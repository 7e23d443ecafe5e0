import { strict as assert } from 'node:assert';
import { parse as parseYaml } from 'yaml';
import { diagnose, fixReading, readText, type TextEdit } from '../../../../src/language';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const UNUSED = 'unused-suppression';

function found(text: string, languageId: string): string[] {
  return diagnose(text, languageId).map(
    ({ code, start, end }) => `${code} @ ${text.slice(start, end)}`,
  );
}

describe('suppression by comments', () => {
  const cases: [string, string, string, string[]][] = [
    [
      'jsonc',
      'next line',
      `{\n // ecs-states-disable-next-line unknown-vm-state\n "${VM}": "actve"\n}`,
      [],
    ],
    ['jsonc', 'line', `{ "${VM}": "actve" } // ecs-states-disable-line unknown-vm-state`, []],
    ['jsonc', 'block comment', `{ /* ecs-states-disable-line */ "${VM}": "actve" }`, []],
    ['yaml', 'next line, all rules', `# ecs-states-disable-next-line\n${VM}: actve\n`, []],
    ['yaml', 'CRLF', `# ecs-states-disable-next-line\r\n${VM}: actve\r\n`, []],
    [
      'yaml',
      'record, above it',
      `# ecs-states-disable-record impossible-pair\n${VM}: stopped\n${TASK}: spawning\n`,
      [],
    ],
    [
      'yaml',
      'record, in it',
      `- ${VM}: stopped\n  # ecs-states-disable-record\n  ${TASK}: spawning\n`,
      [],
    ],
    [
      'yaml',
      'a record is not the next one',
      `- ${VM}: actve # ecs-states-disable-record\n- ${VM}: actve\n`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'yaml',
      'file, several rules',
      `${VM}: actve\n---\n${TASK}: spawn\n# ecs-states-disable-file unknown-vm-state, unknown-task-state\n`,
      [],
    ],
    [
      'typescript',
      'comparison',
      `// ecs-states-disable-next-line unknown-vm-state\nif (x.vm_state === 'actve') {}`,
      [],
    ],
    [
      'yaml',
      'another rule is not silenced',
      `# ecs-states-disable-next-line impossible-pair\n${VM}: actve\n`,
      [`${UNUSED} @ ecs-states-disable-next-line impossible-pair`, 'unknown-vm-state @ actve'],
    ],
    [
      'yaml',
      'two lines on is too far',
      `# ecs-states-disable-next-line\n\n${VM}: actve\n`,
      [`${UNUSED} @ ecs-states-disable-next-line`, 'unknown-vm-state @ actve'],
    ],
    [
      'yaml',
      'nothing to silence',
      `${VM}: active # ecs-states-disable-line\n`,
      [`${UNUSED} @ ecs-states-disable-line`],
    ],
    [
      'yaml',
      'no such scope',
      `# ecs-states-disable-everything\n${VM}: actve\n`,
      ['unknown-vm-state @ actve'],
    ],
    [
      'json',
      'a string is no comment',
      `{ "a": "ecs-states-disable-file", "${VM}": "actve" }`,
      ['unknown-vm-state @ actve'],
    ],
  ];
  for (const [languageId, name, text, expected] of cases) {
    it(`${languageId}: ${name}`, () => assert.deepEqual(found(text, languageId), expected));
  }

  const PAIR = `{ '${VM}': 'actve', '${TASK}': 'powring-on' }`;
  const BOTH = ['unknown-vm-state @ actve', 'unknown-task-state @ powring-on'];
  const UNKNOWN = 'unknown-suppression';
  const codes: [string, string, string[]][] = [
    ['', 'none is all', []],
    [' -- legacy', 'a reason is no code', []],
    [' 旧数据', 'what can be no code is a reason', []],
    [' unknown-vm-state -- unknown-task-state', 'a reason', BOTH.slice(1)],
    [' unknown-vm-state because of the mock', 'a reason behind a code', BOTH.slice(1)],
    [' (unknown-vm-state)', 'brackets', BOTH.slice(1)],
    [': unknown-vm-state', 'a colon', BOTH.slice(1)],
    [' ecs-states/unknown-vm-state', 'a prefix', BOTH.slice(1)],
    [' unknown-vm-state unknown-task-state', 'blanks', []],
    [' unknown-vm-state,unknown-task-state', 'a comma', []],
    [' unknown-vm-state、unknown-task-state', 'a Chinese comma', []],
    [' unknown_vm_state', 'a code that is none', [`${UNKNOWN} @ unknown_vm_state`, ...BOTH]],
    [
      ' ecs-states/unknown-vmstate, unknown-task-state',
      'a code that is none, with one that is',
      [`${UNKNOWN} @ unknown-vmstate`, BOTH[0] ?? ''],
    ],
    [' legacy', 'a word that is no code', [`${UNKNOWN} @ legacy`, ...BOTH]],
    [
      ' unknown-vm-state, impossible-pair, unknown-task-state',
      'one that is not used',
      [`${UNUSED} @ impossible-pair`],
    ],
  ];
  for (const [written, name, expected] of codes) {
    it(`codes: ${name}`, () => {
      const line = `// ecs-states-disable-next-line${written}\nconst s = ${PAIR};\n`;
      const block = `/* ecs-states-disable-next-line${written} */\nconst s = ${PAIR};\n`;
      assert.deepEqual(found(line, 'typescript'), expected);
      assert.deepEqual(found(block, 'typescript'), expected);
      assert.deepEqual(
        found(`# ecs-states-disable-next-line${written}\na: ${PAIR}\n`, 'yaml'),
        expected,
      );
    });
  }

  it('says what is wrong with a comment', () => {
    const messages = (text: string) =>
      diagnose(text, 'yaml')
        .filter(({ code }) => code === UNUSED || code === UNKNOWN)
        .map(({ message }) => message);
    assert.deepEqual(messages('a: b # ecs-states-disable-line imposible-pair, foo\n'), [
      "Unknown rule 'imposible-pair' in this comment. Did you mean 'impossible-pair'?",
      "Unknown rule 'foo' in this comment.",
    ]);
    assert.deepEqual(
      messages('# ecs-states-disable-line impossible-pair\n# ecs-states-disable\n'),
      [
        'Unused ecs-states-disable-line comment (no problems were reported from impossible-pair).',
        'Unused ecs-states-disable comment (no problems were reported).',
      ],
    );
    assert.deepEqual(messages('# ecs-states-enable\n'), [
      'Unused ecs-states-enable comment (no matching ecs-states-disable comment above).',
    ]);
  });

  const FAULT = `const s = { '${VM}': 'actve' };\n`;
  const LEFT = 'unknown-vm-state @ actve';
  const texts: [string, string, string][] = [
    ['json', 'a string', `{ "a": "// ecs-states-disable-file", "${VM}": "actve" }`],
    ['json', 'a string that is open', `{ "${VM}": "actve",\n"a": "// ecs-states-disable-file }`],
    ['yaml', 'a block', `a: |\n  # ecs-states-disable-file\n${VM}: actve\n`],
    [
      'yaml',
      'a block behind a comment',
      `- # b\n  a: |\n    # ecs-states-disable-file\n- ${VM}: actve\n`,
    ],
    ['yaml', 'a folded block', `a: >-\n  b\n  # ecs-states-disable-file\n${VM}: actve\n`],
    ['yaml', 'quotes', `a: "b\n  # ecs-states-disable-file"\n${VM}: actve\n`],
    ['yaml', 'single quotes', `a: ' # ecs-states-disable-file'\n${VM}: actve\n`],
    ['yaml', 'a word', `a: b# ecs-states-disable-file\n${VM}: actve\n`],
    ['typescript', 'a string', `const a = '// ecs-states-disable-file';\n${FAULT}`],
    ['typescript', 'a template', `const a = \`\n// ecs-states-disable-file\n\`;\n${FAULT}`],
    ['typescript', 'an expression', `const a = /[/]* ecs-states-disable-file/;\n${FAULT}`],
    ['typescriptreact', 'an element', `const a = <p>\n// ecs-states-disable-file\n</p>;\n${FAULT}`],
    ['typescript', 'another comment', `// write // ecs-states-disable-file\n${FAULT}`],
  ];
  for (const [languageId, name, text] of texts) {
    it(`${languageId}: no comment in ${name}`, () => {
      assert.deepEqual(found(text, languageId), [LEFT]);
    });
  }

  const comments: [string, string, string][] = [
    [
      'json',
      'a comment that JSON does not have',
      `{ "${VM}": "actve" } // ecs-states-disable-line`,
    ],
    ['yaml', 'behind a tab', `${VM}: actve\t# ecs-states-disable-line\n`],
    ['yaml', "behind another tool's", `${VM}: actve # noqa # ecs-states-disable-line\n`],
    ['yaml', 'without a line break', `# ecs-states-disable-file\n${VM}: actve`],
    [
      'typescriptreact',
      'in braces',
      `<p>\n{/* ecs-states-disable-next-line */}\n{f({ vmState: 'actve', taskState: null })}</p>`,
    ],
    [
      'typescript',
      'of several lines',
      `/*\n  ecs-states-disable-next-line\n  unknown-vm-state\n*/\n${FAULT}`,
    ],
    [
      'typescript',
      "above another tool's",
      `// ecs-states-disable-next-line\n// eslint-disable-next-line\n${FAULT}`,
    ],
    [
      'typescript',
      "above others' of several lines",
      `// ecs-states-disable-next-line\n/* a\n\n b */ // c\n${FAULT}`,
    ],
    [
      'jsonc',
      'above another one',
      `// ecs-states-disable-next-line unknown-vm-state\n// why\n{ "${VM}": "actve" }`,
    ],
    [
      'yaml',
      'of a record, above another one',
      `# ecs-states-disable-record\n# why\n${VM}: actve\n`,
    ],
  ];
  for (const [languageId, name, text] of comments) {
    it(`${languageId}: a comment ${name}`, () => assert.deepEqual(found(text, languageId), []));
  }

  const ranges: [string, string, string[]][] = [
    ['to the end', `# ecs-states-disable\n- ${VM}: actve\n- ${TASK}: spawn\n`, []],
    ['not before', `- ${VM}: actve\n# ecs-states-disable\n- ${VM}: activ\n`, [LEFT]],
    [
      'as far as it is ended',
      `# ecs-states-disable\n- ${VM}: activ\n# ecs-states-enable\n- ${VM}: actve\n`,
      [LEFT],
    ],
    [
      'for some codes',
      `# ecs-states-disable unknown-vm-state\n- ${VM}: activ\n- ${TASK}: spawn\n`,
      ['unknown-task-state @ spawn'],
    ],
    [
      'ended for some codes',
      `# ecs-states-disable\n- ${VM}: activ\n# ecs-states-enable unknown-vm-state\n- ${VM}: actve\n  ${TASK}: spawn\n`,
      [LEFT],
    ],
    [
      'with nothing in it',
      `# ecs-states-disable\n# ecs-states-enable\n- ${VM}: actve\n`,
      [`${UNUSED} @ ecs-states-disable`, LEFT],
    ],
    [
      'ended before it begins',
      `# ecs-states-enable impossible-pair\n- ${VM}: actve\n`,
      [`${UNUSED} @ ecs-states-enable impossible-pair`, LEFT],
    ],
    [
      'ended for another code',
      `# ecs-states-disable unknown-vm-state\n- ${VM}: actve\n# ecs-states-enable impossible-pair\n- ${VM}: actve\n`,
      [`${UNUSED} @ ecs-states-enable impossible-pair`],
    ],
  ];
  for (const [name, text, expected] of ranges) {
    it(`a range ${name}`, () => assert.deepEqual(found(text, 'yaml'), expected));
  }

  it('says that a comment is unused as loudly as it is set to', () => {
    const text = `${VM}: active # ecs-states-disable-line\n`;
    assert.equal(diagnose(text, 'yaml')[0]?.severity, 'hint');
    assert.deepEqual(diagnose(text, 'yaml', { severity: { [UNUSED]: 'off' } }), []);
  });
});

function suppressing(text: string, languageId: string): Map<string, string> {
  const reading = readText(text, languageId);
  assert.ok(reading);
  const apply = ([edit]: readonly TextEdit[]) =>
    edit ? text.slice(0, edit.start) + edit.newText + text.slice(edit.end) : text;
  return new Map(
    fixReading(reading, { start: 0, end: text.length })
      .filter(({ kind }) => kind === 'suppress')
      .map(({ title, edits }) => [title.replace(/^.* for this /, ''), apply(edits)]),
  );
}

describe('suppression, offered as a fix', () => {
  it('writes the comment with the indentation and line breaks of the text', () => {
    const text = `a:\r\n  - x: 1\r\n    ${VM}: actve\r\n`;
    const offered = suppressing(text, 'yaml');
    assert.deepEqual([...offered.keys()], ['line', 'file']);
    assert.equal(
      offered.get('line'),
      `a:\r\n  - x: 1\r\n    # ecs-states-disable-next-line unknown-vm-state\r\n    ${VM}: actve\r\n`,
    );
  });

  for (const [languageId, text] of [
    ['jsonc', `[\n  {\n    "${VM}": "stopped",\n    "${TASK}": "spawning"\n  }\n]\n`],
    ['yaml', `${VM}: stopped\n${TASK}: spawning\n`],
    [
      'typescript',
      `const x = [\n  {\n    vmState: 'stopped',\n    taskState: 'spawning',\n  },\n];\n`,
    ],
  ] as const) {
    it(`${languageId}: each comment silences the fault, and none is unused`, () => {
      const offered = suppressing(text, languageId);
      assert.deepEqual([...offered.keys()], ['line', 'record', 'file']);
      for (const [scope, after] of offered) assert.deepEqual(found(after, languageId), [], scope);
    });
  }

  const IN_TEXT =
    "f({ vmState: 'stopped', taskState: /* ecs-states-disable-line impossible-pair */ 'spawning' })";
  for (const [name, before, comment, after] of [
    ['JSX', '<p>\n  {', IN_TEXT, '}\n</p>;\n'],
    ['JSX without indentation', '<>a\n{', IN_TEXT, '}</>;\n'],
    ['a template', '`a\n  ${', IN_TEXT, '}`;\n'],
    [
      'a condition in JSX',
      '<p>\n  {',
      "a.vm_state === 'stopped' && /* ecs-states-disable-line impossible-condition */ a.vm_state === 'active'",
      '}\n</p>;\n',
    ],
    [
      'a literal of another field in a template',
      '`a\n  ${',
      "a['OS-EXT-STS:vm_state'] === /* ecs-states-disable-line wrong-field */ 'ACTIVE'",
      '}`;\n',
    ],
  ] as const) {
    it(`writes no comment that would be text: ${name}`, () => {
      const languageId = 'typescriptreact';
      const expected = `const x = ${before}${comment}${after}`;
      const text = expected.replace(/\/\*.*?\*\/ /, '');
      const offered = suppressing(text, languageId);
      const lines = [...offered].filter(([scope]) => scope === 'line').map(([, text]) => text);
      assert.ok(lines.includes(expected), lines.join('\n'));
      assert.deepEqual(found(expected, languageId), []);
    });
  }

  for (const [name, text, scopes] of [
    ['double quotes', `- { name: "a\n    b", ${VM}: actve }\n`, ['file']],
    ['single quotes', `- { name: 'a\n    b', ${VM}: actve }\n`, ['file']],
    ['no quotes', `- { name: a\n    b, ${VM}: actve }\n`, ['file']],
    ['quotes, in a key', `{ "a\n  b": { ${VM}: actve } }\n`, ['file']],
    ['quotes, before a value', `{ "a\n  b": x, ${VM}:\n  actve }\n`, ['line', 'record', 'file']],
    ['quotes, in a record', `{ name: "a\n  b", ${VM}: actve }\n`, ['record', 'file']],
    ['quotes, in a list', `[ "a\n  b", { ${VM}: actve }]\n`, ['file']],
    ['quotes, above', `name: "a\n\n  b"\n${VM}: actve\n`, ['line', 'record', 'file']],
    ['no quotes, above', `name: a\n  b\n${VM}: actve\n`, ['line', 'record', 'file']],
    ['a block, above', `- name: |\n    # a\n    b\n\n  ${VM}: actve\n`, ['line', 'file']],
    [
      'a block that keeps its end, above',
      `name: >+\n b\n\n\n${VM}: actve\n`,
      ['line', 'record', 'file'],
    ],
    ['quotes on one line', `- { name: "a", ${VM}: "actve" }\n`, ['line', 'file']],
  ] as const) {
    it(`leaves what is written in YAML as it is: several lines in ${name}`, () => {
      const offered = suppressing(text, 'yaml');
      assert.deepEqual([...offered.keys()], scopes);
      for (const [scope, after] of offered) {
        assert.deepEqual(parseYaml(after), parseYaml(text), scope);
        assert.deepEqual(found(after, 'yaml'), [], scope);
      }
    });
  }

  for (const mark of ['', '\ufeff']) {
    it(`leaves the line first that names an interpreter${mark && ', behind a byte order mark'}`, () => {
      const rest = `const x = { vmState: 'stopped', taskState: 'spawning' };\n`;
      const after = suppressing(`${mark}#!/usr/bin/env node\n${rest}`, 'javascript').get('file');
      const comment = '// ecs-states-disable-file impossible-pair\n';
      assert.equal(after, `${mark}#!/usr/bin/env node\n${comment}${rest}`);
    });
  }

  it('offers a setting where the language has no comments', () => {
    const reading = readText(`{"${VM}":"actve"}`, 'json');
    assert.ok(reading);
    const fixes = fixReading(reading, { start: 0, end: 40 });
    assert.deepEqual(
      fixes.map(({ title, suppressesInSettings }) => [title, suppressesInSettings]),
      [
        ["Change vm_state to 'active'", undefined],
        ['Suppress unknown-vm-state in this file (setting ecsStates.suppress)', true],
      ],
    );
  });
});

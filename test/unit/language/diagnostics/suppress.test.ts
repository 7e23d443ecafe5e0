import { strict as assert } from 'node:assert';
import { parse as parseYaml } from 'yaml';
import { diagnose, type Edit, fixReading, readText } from '../../../../src/language';

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

  it('says that a comment is unused as loudly as it is set to', () => {
    const text = `${VM}: active # ecs-states-disable-line\n`;
    assert.equal(diagnose(text, 'yaml')[0]?.severity, 'hint');
    assert.deepEqual(diagnose(text, 'yaml', { severity: { [UNUSED]: 'off' } }), []);
  });
});

function suppressing(text: string, languageId: string): Map<string, string> {
  const reading = readText(text, languageId);
  assert.ok(reading);
  const apply = ([edit]: readonly Edit[]) =>
    edit ? text.slice(0, edit.start) + edit.newText + text.slice(edit.end) : text;
  return new Map(
    fixReading(reading, { start: 0, end: text.length })
      .filter(({ title }) => title.startsWith('Suppress'))
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

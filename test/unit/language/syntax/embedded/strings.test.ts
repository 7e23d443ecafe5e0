import { strict as assert } from 'node:assert';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const SERVER = '{"server": {"OS-EXT-STS:vm_state": "@", "OS-EXT-STS:task_state": null}}';
const escaped = (text: string) => JSON.stringify(text);
const doubled = (text: string) => `'${text.replaceAll("'", "''")}'`;
const folded = (text: string) =>
  escaped(text).replace(', ', ',\n      ').replace('"{', '"{\\\n      ');
const indented = (text: string) => text.replaceAll(/\n(?=.)/g, '\n    ');

/** Where a text can stand within another, by the language of that. */
const PLACES: readonly (readonly [
  name: string,
  languageId: string,
  write: (json: string) => string,
])[] = [
  ['a string of JSON', 'json', (json) => `{"status": 200, "body": ${escaped(json)}}`],
  ['a string of JSON Lines', 'jsonl', (json) => `{"n": 1}\n{"body": ${escaped(json)}}\n`],
  ['a string in a string', 'json', (json) => `{"a": ${escaped(`{"b": ${escaped(json)}}`)}}`],
  ['a double-quoted scalar', 'yaml', (json) => `body:\n  string: ${escaped(json)}\n`],
  ['a folded double-quoted scalar', 'yaml', (json) => `body:\n  string: ${folded(json)}\n`],
  ['a single-quoted scalar', 'yaml', (json) => `body:\n  string: ${doubled(json)}\n`],
  ['a literal block', 'yaml', (json) => `body: |\n    ${indented(json)}\n`],
  ['a folded block', 'yaml', (json) => `body: >-\n    ${indented(json)}\nnext: 1\n`],
  ['a block with CRLF', 'yaml', (json) => `body: |\r\n    ${json}\r\n`],
  ['JSON in YAML in YAML', 'yaml', (json) => `a: |\n  b: ${doubled(json)}\n`],
  ['single quotes of code', 'typescript', (json) => `const body = '${json}';\n`],
  ['double quotes of code', 'javascript', (json) => `JSON.parse(${escaped(json)});\n`],
  ['a template', 'typescript', (json) => `const body = \`\n${json}\n\`;\n`],
  ['a string in a component', 'vue', (json) => `<script>\nconst body = '${json}';\n</script>\n`],
];

describe('JSON in strings', () => {
  for (const [name, languageId, write] of PLACES) {
    const text = (state: string) => write(SERVER.replace('@', state));

    it(`is explained in ${name}`, () => {
      assert.match(hovered(text('stop<|>ped'), languageId) ?? '', /stopped/);
    });

    it(`has proposals in ${name}`, () => {
      assert.equal(chosen(text('<|>'), languageId, 'stopped'), text('stopped'));
    });

    it(`is checked in ${name}, and fixed`, () => {
      assert.deepEqual(reported(text('stpped'), languageId), ['unknown-vm-state stpped']);
      assert.equal(fixed(text('stpped'), languageId, 'Change'), text('stopped'));
    });

    it(`has quotes written as the place has them, in ${name}`, () => {
      const open = write(SERVER.replace('"@"', '<|>'));
      assert.equal(chosen(open, languageId, 'stopped'), text('stopped'));
    });
  }

  it('is silenced by the comments of what is round it', () => {
    const yaml = `a: 1\nbody: ${doubled(SERVER.replace('@', 'stpped'))}\n`;
    const comment = 'ecs-states-disable-next-line unknown-vm-state';
    const expected = yaml.replace('body', `# ${comment}\nbody`);
    assert.equal(fixed(yaml, 'yaml', 'Suppress unknown-vm-state for this line'), expected);
    assert.deepEqual(reported(expected, 'yaml'), []);
    const code = `f('${SERVER.replace('@', 'stpped')}');\n`;
    assert.deepEqual(reported(`// ${comment}\n${code}`, 'typescript'), []);
  });

  const silent: readonly (readonly [string, string, string])[] = [
    ['a query', 'typescript', 'const q = `vm_state=stpped&limit=10`;'],
    ['prose', 'json', '{"a": "the \\"vm_state\\": \\"stpped\\" is wrong"}'],
    ['a template with substitutions', 'typescript', `f(\`{"OS-EXT-STS:vm_state": "\${s}pped"}\`);`],
    ['a string that is not closed', 'typescript', `f('{"OS-EXT-STS:vm_state": "stpped"`],
    ['a string four levels deep', 'json', deep(SERVER.replace('@', 'stpped'), 4)],
    ['a block of a script', 'yaml', 'run: |\n  test "$vm_state" = "stpped"\n'],
    [
      'prose in a block',
      'yaml',
      'notes: |\n  vm_state: stpped\n  task_state: null\n  is what they say\n',
    ],
    ['a folded block', 'yaml', 'notes: >\n  vm_state: stpped\n  task_state: null\n'],
    ['ports', 'yaml', `body: '{"port": {"status": "DOWNN", "vm_state": "up"}}'\n`],
  ];
  for (const [name, languageId, text] of silent) {
    it(`is none: ${name}`, () => assert.deepEqual(reported(text, languageId), []));
  }
});

describe('YAML in block scalars of YAML', () => {
  const text = (state: string) =>
    `kind: ConfigMap\ndata:\n  servers.yaml: |\n    - name: a\n      vm_state: ${state}\n      task_state: null\n`;

  it('is not explained in its indentation', () => {
    const indented = text('stopped').replace('      vm_state', '<|>      vm_state');
    assert.equal(hovered(indented, 'yaml'), undefined);
  });

  it('is explained, completed, checked and fixed', () => {
    assert.equal(hovered(text('stop<|>ped'), 'yaml'), 'stopped');
    assert.equal(chosen(text('<|>'), 'yaml', 'stopped'), text('stopped'));
    assert.deepEqual(reported(text('stpped'), 'yaml'), ['unknown-vm-state stpped']);
    assert.equal(fixed(text('stpped'), 'yaml', 'Change'), text('stopped'));
  });
});

function deep(text: string, levels: number): string {
  return levels === 0 ? text : deep(JSON.stringify({ a: text }), levels - 1);
}

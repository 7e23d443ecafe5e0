import { strict as assert } from 'node:assert';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const JSON_ROW = '{ "OS-EXT-STS:vm_state": "@", "OS-EXT-STS:task_state": null }';
const YAML_ROW = 'vm_state: @\ntask_state: null';
const CODE = "if (row['OS-EXT-STS:vm_state'] === '@') start();";

const fence = (info: string, content: string, mark = '```') =>
  `${mark}${info}\n${content}\n${mark}\n`;
const behind = (lead: string, text: string, first = lead) =>
  first + text.trimEnd().split('\n').join(`\n${lead}`);

/** Where a state stands in a block, marked by `@`. */
const PLACES: readonly (readonly [string, string])[] = [
  ['json', fence('json', JSON_ROW)],
  ['jsonc', fence('jsonc', `// a server\n${JSON_ROW}`)],
  ['jsonl', fence('jsonl', `${JSON_ROW}\n${JSON_ROW.replace('@', 'active')}`)],
  ['yaml', fence('yaml', YAML_ROW)],
  ['yml', fence('yml', `- ${YAML_ROW.replace('\n', '\n  ')}`)],
  ['ts', fence('ts', CODE)],
  ['typescript', fence('typescript', CODE)],
  ['tsx', fence('tsx', `const a = <b on={row['OS-EXT-STS:vm_state'] === '@'} />;`)],
  ['js', fence('js', CODE)],
  ['javascript', fence('javascript', CODE)],
  ['jsx', fence('jsx', `const a = <b on={row['OS-EXT-STS:vm_state'] === '@'} />;`)],
  ['vue', fence('vue', `<template><b v-if="row['OS-EXT-STS:vm_state'] === '@'" /></template>`)],
  ['svelte', fence('svelte', "{#if row['OS-EXT-STS:vm_state'] === '@'}<b/>{/if}")],
  ['astro', fence('astro', "<b off={row['OS-EXT-STS:vm_state'] === '@'} />")],
  ['http', fence('http', `PUT /servers/1\n\n${JSON_ROW}`)],
  ['more words', fence('json title="server.json" {1,3}', JSON_ROW)],
  ['words right behind', fence('ts{1}', CODE)],
  ['upper case', fence('JSON', JSON_ROW)],
  ['a blank before the word', fence(' json', JSON_ROW)],
  ['tildes', fence('json', JSON_ROW, '~~~')],
  ['a longer mark', fence('json', `\`\`\`\n${JSON_ROW}`, '````')],
  ['an indented fence', behind('  ', fence('yaml', YAML_ROW))],
  ['a list', `- a\n\n${behind('  ', fence('yaml', YAML_ROW))}\n- b\n`],
  ['the line of a list', behind('   ', fence('json', JSON_ROW), '1. ')],
  ['a list in a list', `- a\n  - b\n\n${behind('    ', fence('yaml', YAML_ROW))}\n`],
  ['a quote', behind('> ', fence('yaml', YAML_ROW))],
  ['a list in a quote', behind('>   ', fence('ts', CODE), '> - ')],
  ['one that is not closed', `text\n\n\`\`\`json\n${JSON_ROW}`],
  ['CRLF', fence('yaml', YAML_ROW).replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${fence('json', JSON_ROW)}`],
  ['below front matter', `---\ntitle: a\n---\n\n${fence('json', JSON_ROW)}`],
];

describe('Markdown: blocks of other languages', () => {
  for (const [name, text] of PLACES) {
    const of = (state: string) => text.replace('@', state);

    it(`are explained: ${name}`, () => {
      assert.match(hovered(of('stop<|>ped'), 'markdown') ?? '', /^["']?stopped["']?$/);
    });

    it(`have proposals: ${name}`, () => {
      assert.equal(chosen(of('<|>'), 'markdown', 'stopped'), of('stopped'));
    });

    it(`are checked, and fixed: ${name}`, () => {
      assert.deepEqual(reported(of('stpped'), 'markdown'), ['unknown-vm-state stpped']);
      assert.equal(fixed(of('stpped'), 'markdown', 'Change'), of('stopped'));
    });
  }

  const foreign: readonly (readonly [string, string])[] = [
    ['text', YAML_ROW],
    ['code in text', '`{ "OS-EXT-STS:vm_state": "@" }`'],
    ['a fence without a word', fence('', JSON_ROW)],
    ['a fence of another language', fence('python', JSON_ROW)],
    ['a fence of output', fence('text', JSON_ROW)],
    ['an indented block', behind('    ', fence('json', JSON_ROW))],
    ['a comment', `<!--\n${fence('json', JSON_ROW)}-->\n`],
    ['a table', `| vm_state | task_state |\n| --- | --- |\n| @ | null |\n`],
    ['behind a fence', `${fence('json', '{}')}\n${JSON_ROW}\n`],
  ];
  for (const [name, text] of foreign) {
    it(`are none: ${name}`, () => {
      assert.equal(hovered(text.replace('@', 'stop<|>ped'), 'markdown'), undefined);
      assert.deepEqual(reported(text.replace('@', 'stpped'), 'markdown'), []);
    });
  }

  it('know nothing of each other', () => {
    const condition = (field: string, value: string) =>
      fence('ts', `if (s.${field} === '${value}') f(s);`);
    const text = `${condition('vm_state', 'stopped')}\n${condition('task_state', 'rebooting')}`;
    assert.deepEqual(reported(text, 'markdown'), []);
    const constant = fence('ts', "const OFF = 'stpped';");
    const use = fence('ts', "f(row['OS-EXT-STS:vm_state'] === OFF);");
    assert.deepEqual(reported(constant + use, 'markdown'), []);
  });

  it('report pairs that no server can have', () => {
    const text = fence('yaml', 'vm_state: stopped\ntask_state: rebooting');
    assert.deepEqual(reported(text, 'markdown'), ['impossible-pair rebooting']);
  });
});

describe('Markdown: edits of several lines', () => {
  const missing = "switch (s.vm_state) {\n  case 'active':\n    break;\n}";
  it('begin each line as the others do', () => {
    for (const lead of ['', '> ', '  ']) {
      const wrong = behind(lead, fence('yaml', 'vm_state: stpped\ntask_state: null'));
      const comment = 'ecs-states-disable-next-line unknown-vm-state';
      const text = fixed(wrong, 'markdown', 'Suppress unknown-vm-state for this line');
      assert.equal(text, wrong.replace('vm_state', `# ${comment}\n${lead}vm_state`));
      assert.deepEqual(reported(text, 'markdown'), []);
    }
    assert.deepEqual(reported(fence('ts', missing), 'markdown'), []);
  });
});

describe('Markdown: what silences rules', () => {
  const code = 'unknown-vm-state';
  const wrong = fence('json', JSON_ROW.replace('@', 'stpped'));
  const comment = `<!-- ecs-states-disable-file ${code} -->\n`;

  it('a comment about the file', () => {
    const text = fixed(wrong, 'markdown', `Suppress ${code} for this file`);
    assert.equal(text, comment + wrong);
    assert.deepEqual(reported(text, 'markdown'), []);
  });

  it('a comment about the file below its front matter', () => {
    const front = '---\ntitle: a\n---\n';
    const text = fixed(front + wrong, 'markdown', `Suppress ${code} for this file`);
    assert.equal(text, front + comment + wrong);
    assert.deepEqual(reported(text, 'markdown'), []);
  });

  it('comments round some blocks', () => {
    const text = `${wrong}\n<!-- ecs-states-disable -->\n\n${wrong}\n<!-- ecs-states-enable -->\n\n${wrong}`;
    assert.equal(reported(text, 'markdown').length, 2);
  });

  it('a comment of the block', () => {
    const text = fence('jsonc', JSON_ROW.replace('@', 'stpped'));
    const expected = fence(
      'jsonc',
      `// ecs-states-disable-next-line ${code}\n${JSON_ROW.replace('@', 'stpped')}`,
    );
    assert.equal(fixed(text, 'markdown', `Suppress ${code} for this line`), expected);
    assert.deepEqual(reported(expected, 'markdown'), []);
  });

  it('no comment in a block of something else', () => {
    const text = `${fence('html', comment)}\n${wrong}`;
    assert.deepEqual(reported(text, 'markdown'), ['unknown-vm-state stpped']);
  });

  it('a comment that silences nothing is reported and removed', () => {
    const text = `${comment}\ntext\n`;
    assert.equal(reported(text, 'markdown').length, 1);
    assert.equal(fixed(text, 'markdown', 'Remove unused'), '\ntext\n');
  });
});

import { strict as assert } from 'node:assert';
import { complete, diagnose, expanded, readText } from '../../../../src/language';
import { HUAWEI_CLOUD } from '../../../../src/model';
import { accept, applied } from '../../../support/apply-completion';
import { withCursor } from '../../../support/cursor';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

function records(fixture: string, languageId: string, trigger?: 'request' | 'character') {
  const { text, offset } = withCursor(fixture);
  return complete(text, languageId, offset, {}, trigger).filter(({ kind }) => kind === 'record');
}

/** A record of JSON, each line of it behind the first indented by so much. */
function json(indentation: string, unit = '  '): string {
  const lines = [`"status": "BUILD",`, `"${VM}": "building",`, `"${TASK}": null`];
  return `{\n${lines.map((line) => `${indentation}${unit}${line}\n`).join('')}${indentation}}`;
}

function yaml(indentation: string): string {
  return ['status: BUILD', `${VM}: building`, `${TASK}: null`].join(`\n${indentation}`);
}

function code(indentation: string, quote = "'"): string {
  const q = (text: string) => quote + text + quote;
  const lines = [`status: ${q('BUILD')}`, `${q(VM)}: ${q('building')}`, `${q(TASK)}: null`];
  return `{\n${lines.map((line) => `${indentation}  ${line},\n`).join('')}${indentation}}`;
}

describe('complete, whole records', () => {
  const places: [string, string, string, string][] = [
    ['json', 'an empty text', '<|>', `${json('')}<|>`],
    ['json', 'an empty text with a word', 'ecs-s<|>', `${json('')}<|>`],
    ['json', 'an empty array', '[<|>]', `[${json('')}<|>]`],
    [
      'json',
      'an item',
      '[\n    {},\n    ecs<|>\n]',
      `[\n    {},\n    ${json('    ', '    ')}<|>\n]`,
    ],
    ['json', 'a value', '{\n\t"a": ecs<|>\n}', `{\n\t"a": ${json('\t', '\t')}<|>\n}`],
    ['json', 'an empty object', '{"a": {<|>}}', `{"a": ${json('').slice(0, -1)}<|>}}`],
    [
      'json',
      'an empty object on several lines',
      '{\n  ecs<|>\n}',
      `{\n  ${json('').slice(4, -2)}<|>\n}`,
    ],
    ['jsonc', 'a value before a comma', '{"a": <|>, "b": 1}', `{"a": ${json('')}<|>, "b": 1}`],
    [
      'jsonl',
      'a line of its own',
      '{"a": 1}\n<|>\n{"a": 1}',
      `{"a": 1}\n{"status": "BUILD", "${VM}": "building", "${TASK}": null}<|>\n{"a": 1}`,
    ],
    ['yaml', 'an empty text', '<|>', `${yaml('')}<|>`],
    ['yaml', 'an item', 'a:\n  - <|>\n', `a:\n  - ${yaml('    ')}<|>\n`],
    ['yaml', 'an item in its parent’s column', 'a:\n- ecs<|>\n', `a:\n- ${yaml('  ')}<|>\n`],
    ['yaml', 'an item among others', '- b: 1\n- ecs<|>\n- c', `- b: 1\n- ${yaml('  ')}<|>\n- c`],
    ['yaml', 'an item of an item', '- - ecs<|>\n  - b\n', `- - ${yaml('    ')}<|>\n  - b\n`],
    [
      'yaml',
      'the value of a key',
      'a: # c\n  ecs<|>\nb: 1\n',
      `a: # c\n  ${yaml('  ')}<|>\nb: 1\n`,
    ],
    ['yaml', 'a document', 'a: 1\n---\necs<|>\n', `a: 1\n---\n${yaml('')}<|>\n`],
    ['yaml', 'CRLF', 'a:\r\n- <|>', `a:\r\n- ${yaml('  ').replaceAll('\n', '\r\n')}<|>`],
    [
      'typescript',
      'an empty object',
      'const a = {<|>};',
      `const a = ${code('').slice(0, -1)}<|>};`,
    ],
    ['typescript', 'an initializer', 'const a = ecs<|>;', `const a = ${code('')}<|>;`],
    [
      'typescript',
      'an item, in the quotes of the text',
      'import "a";\nconst a = [\n  ecs-server<|>,\n];',
      `import "a";\nconst a = [\n  ${code('  ', '"')}<|>,\n];`,
    ],
    ['javascript', 'a property', 'x({ a: <|> })', `x({ a: ${code('')}<|> })`],
  ];
  for (const [languageId, name, before, after] of places) {
    it(`${languageId}: ${name}`, () =>
      assert.equal(accept(before, languageId, 'ecs-server'), after));
  }

  it('say what they are', () => {
    assert.deepEqual(
      records('<|>', 'json').map(({ remark }) => remark),
      ['Server record', 'Server record with a task'],
    );
  });

  it('spells the keys as the records that are there', () => {
    assert.equal(
      accept(`const a = [{ vmState: 'active' }, ecs<|>]`, 'typescript', 'ecs-server'),
      `const a = [{ vmState: 'active' }, {\n  status: 'BUILD',\n  vmState: 'building',\n  taskState: null,\n}<|>]`,
    );
  });

  const silent: [string, string, string][] = [
    ['yaml', 'a word', 'name: web-server<|>\n'],
    ['yaml', 'a word in an item', '- server<|>\n'],
    ['yaml', 'a word that a record begins with in part', '- ec<|>\n'],
    ['yaml', 'a word that goes on differently', '- ecs-cluster<|>\n'],
    ['yaml', 'a word behind the cursor', '- ecs<|>x\n'],
    ['yaml', 'a value on the line of its key', 'name: ecs<|>\n'],
    ['yaml', 'an item that goes on', '- <|>\n  name: a\n'],
    ['yaml', 'a scalar that goes on', 'a: foo\n  - ecs<|>\n'],
    ['yaml', 'a block scalar', 'a: |\n  b:\n    ecs<|>\n'],
    ['yaml', 'a quoted scalar', 'a: "\n  - ecs<|>\n  "\n'],
    ['yaml', 'a comment', '# ecs<|>\n'],
    ['yaml', 'a mapping', 'a: 1\necs<|>\nb: 2\n'],
    ['yaml', 'a key that has a sequence', 'a:\n  ecs<|>\n- b\n'],
    ['json', 'a string', '["web-server<|>"]'],
    ['json', 'a string that is the name', '["ecs-server<|>"]'],
    ['json', 'an open string', '["ecs<|>'],
    ['json', 'an object with members', '{"a": 1, ecs<|>}'],
    ['json', 'an item without a comma', '[{} <|>]'],
    ['json', 'a value that is there', '{"a": <|> 1}'],
    ['jsonc', 'a comment', '[ // ecs<|>\n]'],
    ['jsonl', 'a line with something', '{"a": 1} <|>'],
    ['typescript', 'a name', 'let server<|>'],
    ['typescript', 'a name that begins so', 'let ecs<|>'],
    ['typescript', 'a class', 'class ecs<|>'],
    ['typescript', 'a statement', 'ecs<|>'],
    ['typescript', 'a block', 'if (a) {<|>}'],
    ['typescript', 'a type', 'type A = ecs<|>;'],
    ['typescript', 'a type of members', 'interface A {<|>}'],
    ['typescript', 'a pattern', 'const {<|>} = a'],
    ['typescript', 'a member', 'const a = b.ecs<|>'],
    ['typescript', 'a comment', 'const a = [ // ecs<|>\n]'],
    ['typescript', 'a template', 'const a = `[ecs<|>]`'],
    ['typescriptreact', 'an element', '<p>{<|>}</p>'],
  ];
  for (const [languageId, name, fixture] of silent) {
    it(`${languageId}: none for ${name}`, () => assert.deepEqual(records(fixture, languageId), []));
  }

  it('are not proposed by themselves where nothing is typed', () => {
    assert.deepEqual(records('- <|>', 'yaml', 'character'), []);
    assert.equal(records('- ecs<|>', 'yaml', 'character').length, 2);
  });

  it('are not found by other words that are typed on, and asked for again', () => {
    for (const { filterText, expires } of records('- <|>', 'yaml')) {
      assert.ok(expires && filterText === 'ecs');
    }
    const [server] = records('- ecs-<|>', 'yaml');
    assert.equal(server?.filterText, 'ecs-server');
  });

  it('are sorted after everything else', () => {
    for (const { sortText } of records('- ecs<|>', 'yaml')) assert.ok(sortText > 'z');
  });

  const settings: [string, Parameters<typeof complete>[3]][] = [
    ['the default', {}],
    ['Nova', { dialect: 'openstack' }],
    ['rows with odd names', { additionalRows: [{ vm_state: '"', task_state: null, status: 'X' }] }],
  ];
  for (const [name, chosen] of settings) {
    it(`are rows of the mapping whatever is chosen: ${name}`, () => {
      for (const [languageId, fixture] of [
        ['json', '[<|>]'],
        ['yaml', '- <|>'],
        ['typescript', 'x = <|>'],
      ] as const) {
        const { text, offset } = withCursor(fixture);
        for (const completion of complete(text, languageId, offset, chosen)) {
          const { template, kind } = completion;
          if (kind === 'key') continue;
          assert.ok(template && template.choices.length > 4);
          for (let index = 0; index < template.choices.length; index++) {
            const insertText = expanded(template, index);
            const changed = applied(text, { ...completion, insertText });
            assert.equal(readText(changed, languageId)?.records[0]?.fields.length, 3, changed);
            assert.deepEqual(diagnose(changed, languageId, chosen), [], changed);
          }
        }
      }
    });
  }

  it('offer every vm_state and every step', () => {
    const choices = records('<|>', 'json').flatMap(({ template }) => template?.choices ?? []);
    const { vm_state, task_state } = HUAWEI_CLOUD.values;
    const all = [...vm_state, ...task_state.filter((step) => step !== null)];
    assert.deepEqual([...choices].sort(), [...all].sort());
  });
});

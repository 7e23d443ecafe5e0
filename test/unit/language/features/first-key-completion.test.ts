import { strict as assert } from 'node:assert';
import { complete } from '../../../../src/language';
import { accept } from '../../../support/apply-completion';
import { withCursor } from '../../../support/cursor';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

function keys(fixture: string, languageId: string, trigger?: 'request' | 'character'): string[] {
  const { text, offset } = withCursor(fixture);
  const found = complete(text, languageId, offset, {}, trigger);
  return found.filter(({ kind }) => kind === 'key').map(({ label }) => label);
}

describe('complete, the first key of a record', () => {
  const places: [languageId: string, name: string, before: string, after: string][] = [
    ['json', 'an empty text', '<|>', `{ "${VM}": <|> }`],
    ['json', 'an empty object', '{<|>}', `{"${VM}": <|>}`],
    ['json', 'an empty object on several lines', '{\n  <|>\n}', `{\n  "${VM}": <|>\n}`],
    ['json', 'an empty object in a list', '[\r\n  {<|>}\r\n]', `[\r\n  {"${VM}": <|>}\r\n]`],
    ['json', 'quotes', '{"<|>"}', `{"${VM}": <|>}`],
    ['json', 'an open quote', '{\n  "<|>\n}', `{\n  "${VM}": <|>\n}`],
    ['json', 'what is typed of it in quotes', '{"OS-E<|>"}', `{"${VM}": <|>}`],
    ['jsonl', 'an empty text', '<|>', `{ "${VM}": <|> }`],
    ['yaml', 'an empty text', '<|>', `${VM}: <|>`],
    ['yaml', 'what is typed of it', 'OS-<|>', `${VM}: <|>`],
    ['typescript', 'an empty object', 'const a = {<|>};', `const a = {'${VM}': <|>};`],
    [
      'typescript',
      'an empty object on several lines',
      'export const server = {\n  <|>\n};\n',
      `export const server = {\n  '${VM}': <|>\n};\n`,
    ],
    [
      'json',
      'an object next to a server',
      `[{"vm_state":"active","task_state":null}, {<|>}]`,
      `[{"vm_state":"active","task_state":null}, {"vm_state": <|>}]`,
    ],
  ];
  for (const [languageId, name, before, after] of places) {
    it(`${languageId}: ${name}`, () => {
      const label = before.includes('vm_state') ? 'vm_state' : VM;
      assert.equal(accept(before, languageId, label), after);
    });
  }

  const silent: [languageId: string, name: string, fixture: string][] = [
    ['json', 'a file about something else', '{"name": "a", "dependencies": {<|>}}'],
    ['json', 'quotes in a file about something else', '{"name": "a", "dependencies": {"<|>"}}'],
    ['json', 'a value', '{"a": <|>}'],
    ['json', 'an object of a server', `{"vm_state":"active","task_state":null,"metadata":{<|>}}`],
    ['json', 'a string', '["<|>"]'],
    ['json', 'another key', '{"x<|>"}'],
    ['yaml', 'a mapping of something else', 'a: 1\nb:\n  <|>\n'],
    ['yaml', 'another word', 'name<|>'],
    ['yaml', 'a value', 'name: O<|>'],
    ['typescript', 'an empty text', '<|>'],
    ['typescript', 'an object in a file about something else', "import a from 'a';\na({<|>});"],
    ['typescript', 'a block', 'if (a) {<|>}'],
    ['plaintext', 'another language', '<|>'],
  ];
  for (const [languageId, name, fixture] of silent) {
    it(`${languageId}: none for ${name}`, () => assert.deepEqual(keys(fixture, languageId), []));
  }

  it('is not proposed by itself in a text that has nothing yet', () => {
    for (const fixture of ['{<|>}', '{"<|>"}', '<|>']) {
      assert.deepEqual(keys(fixture, 'json', 'character'), []);
      assert.deepEqual(keys(fixture, 'json', 'request'), [VM, TASK]);
    }
  });

  it('is proposed by itself next to servers, and the status with it', () => {
    const fixture = `[{"vm_state":"active","task_state":null}, {"<|>"}]`;
    assert.deepEqual(keys(fixture, 'json', 'character'), ['vm_state', 'task_state', 'status']);
  });

  it('is not proposed where keys are turned off', () => {
    const { text, offset } = withCursor('{<|>}');
    const found = complete(text, 'json', offset, { proposeKeys: false });
    assert.deepEqual(
      found.filter(({ kind }) => kind === 'key'),
      [],
    );
  });

  for (const bad of ['{<|>', '{\0<|>}', '{\ud800<|>', '\ufeff{<|>}', `${'['.repeat(500)}{<|>}`]) {
    it(`does no harm to ${JSON.stringify(bad.slice(0, 12))}`, () => {
      for (const languageId of ['json', 'yaml', 'typescript']) keys(bad, languageId);
    });
  }
});

import { strict as assert } from 'node:assert';
import { FILE_EXTENSIONS, LANGUAGE_IDS, languageOfFile } from '../../../../src/language';

describe('the language that a file name tells', () => {
  for (const [name, expected] of [
    ['servers.json', 'json'],
    ['SERVERS.JSON', 'json'],
    ['/a.b/c.d.yml', 'yaml'],
    ['C:\\a\\mock.d.ts', 'typescript'],
    ['view.tsx', 'typescriptreact'],
    ['events.ndjson', 'jsonl'],
    ['recorded.har', 'json'],
    ['terraform.tfstate', 'json'],
    ['main.tf.json', 'json'],
    ['notebook.ipynb', 'json'],
    ['servers.json5', 'jsonc'],
    ['all.code-workspace', 'jsonc'],
    ['Makefile', undefined],
    ['json', undefined],
    ['a.json/readme', undefined],
    ['a.constructor', undefined],
    ['', undefined],
  ] as const) {
    it(`${name || 'no name'}: ${expected}`, () => assert.equal(languageOfFile(name), expected));
  }

  it('is one that a reader serves', () => {
    for (const [extension, languageId] of Object.entries(FILE_EXTENSIONS)) {
      assert.match(extension, /^\.[a-z\d-]+$/);
      assert.ok(LANGUAGE_IDS.includes(languageId), languageId);
    }
  });
});

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGE_IDS, RULE_CODES } from '../../../src/language';
import { generatedFiles } from '../../../src/manifest/generated';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

describe('manifest', () => {
  for (const [file, content] of generatedFiles(ROOT)) {
    it(`${file} is as the rules give it (npm run generate)`, () => {
      assert.equal(read(file), content);
    });
  }

  it('activates on each language that has a reader and on a map that was open, and on nothing else', () => {
    assert.deepEqual(manifest.activationEvents, [
      ...LANGUAGE_IDS.map((languageId) => `onLanguage:${languageId}`),
      'onWebviewPanel:ecsStates.stateMap',
    ]);
  });

  it('has a resource-scoped severity with off for each rule', () => {
    for (const code of RULE_CODES) {
      const property = manifest.contributes.configuration.properties[`ecsStates.severity.${code}`];
      assert.equal(property.scope, 'resource');
      assert.ok(property.enum.includes('off'));
    }
  });

  it('has each of its texts in English and Chinese', () => {
    const english = JSON.parse(read('package.nls.json'));
    const chinese = JSON.parse(read('package.nls.zh-cn.json'));
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    assert.ok(used.length > RULE_CODES.length);
    assert.deepEqual(new Set(Object.keys(english)), new Set(used));
    assert.deepEqual(new Set(Object.keys(chinese)), new Set(used));
    for (const key of used.filter((name) => name.startsWith('configuration.severity'))) {
      assert.notEqual(chinese[key], english[key], key);
    }
  });
});

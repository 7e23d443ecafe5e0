import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { LANGUAGE_IDS, RULE_CODES, severitySetting } from '../../../src/language';
import { generatedFiles } from '../../../src/manifest/generated';
import { OFTEN_INCLUDED } from '../../../src/manifest/settings';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

/** All settings, of whatever group, by name. */
const properties = Object.assign(
  {},
  ...manifest.contributes.configuration.map((group: { properties: object }) => group.properties),
);

describe('manifest', () => {
  for (const [file, content] of generatedFiles(ROOT)) {
    it(`${file} is as the rules give it (npm run generate)`, () => {
      assert.equal(read(file), content);
    });
  }

  it('activates on each language that is or is often served and on a map that was open, and on nothing else', () => {
    assert.deepEqual(manifest.activationEvents, [
      ...[...LANGUAGE_IDS, ...OFTEN_INCLUDED].map((languageId) => `onLanguage:${languageId}`),
      'onWebviewPanel:ecsStates.stateMap',
    ]);
    assert.deepEqual(
      LANGUAGE_IDS.filter((id) => OFTEN_INCLUDED.includes(id)),
      [],
    );
  });

  it('needs no more tags than the store takes', () => {
    const languages = manifest.activationEvents.filter((event: string) =>
      /^onLanguage:/.test(event),
    );
    // The packager adds three more: for the tool for language models, and for the web.
    assert.ok(manifest.keywords.length + languages.length + 3 <= 30);
  });

  it('runs where the files are, if it can', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace', 'ui']);
  });

  it('has a schema for the own key names, and for the languages that are read as others', () => {
    const { propertyNames, additionalProperties } = properties['ecsStates.keys'];
    const isName = new RegExp(propertyNames.pattern, 'u');
    for (const name of ['nova_vm', 'Task State', '云状态']) assert.match(name, isName);
    for (const name of ['', 'a: b', 'a"b', ' a']) assert.doesNotMatch(name, isName);
    assert.deepEqual(additionalProperties.enum, ['vm_state', 'task_state', 'status']);
    const languages = properties['ecsStates.includeLanguages'].additionalProperties;
    assert.deepEqual(languages.enum, LANGUAGE_IDS);
  });

  it('names each dialect as people do', () => {
    const { enum: dialects, enumItemLabels: labels } = properties['ecsStates.dialect'];
    const texts = JSON.parse(read('package.nls.json'));
    const names: string[] = labels.map((label: string) => texts[label.slice(1, -1)]);
    assert.equal(new Set(names).size, dialects.length);
    for (const name of names) assert.match(name, /^(?:Huawei Cloud ECS|OpenStack Nova)/);
  });

  const settings: [name: string, value: unknown, valid: boolean][] = [
    ['additionalRows', [{ vm_state: 'paused', task_state: null, status: 'PAUSED' }], true],
    ['additionalRows', [{ vm_state: 'paused', status: 'PAUSED' }], true],
    ['additionalRows', [{ vm_state: 'PAUSED', status: 'PAUSED' }], false],
    ['additionalRows', [{ vm_state: 'paused', status: 'paused' }], false],
    ['additionalRows', [{ vm_state: 'paused' }], false],
    ['additionalRows', [{ vm_state: 'a', task_state: 1, status: 'A' }], false],
    ['additionalRows', [{ vm_state: 'a', status: 'A', power_state: 1 }], false],
    ['additionalRows', 'paused', false],
    ['keys', { nova_vm: 'vm_state', 'Task State': 'task_state' }, true],
    ['keys', { nova_vm: 'state' }, false],
    ['keys', { 'a"b': 'vm_state' }, false],
    ['keys', ['nova_vm'], false],
    ['includeLanguages', { helm: 'yaml', json5: 'jsonc' }, true],
    ['includeLanguages', { helm: 'toml' }, false],
    ['exclude', ['**/fixtures/**'], true],
    ['exclude', [7], false],
    ['suppress', [{ files: '*.json', codes: ['impossible-pair'] }], true],
    ['suppress', [{ files: '*.json' }], false],
    ['dialect', 'openstack', true],
    ['dialect', 'nova', false],
    ['severity.impossiblePair', 'off', true],
    ['severity.impossiblePair', 'loud', false],
  ];
  for (const [name, value, valid] of settings) {
    it(`has a schema that ${valid ? 'takes' : 'refuses'} ${name}: ${JSON.stringify(value)}`, () => {
      const schema = properties[`ecsStates.${name}`];
      // The editor's own keywords, such as `errorMessage`, are none of the standard.
      const validate = new Ajv({ strict: false }).compile(schema);
      assert.equal(validate(value), valid);
    });
  }

  it('says in words what is wrong with a row', () => {
    const { items } = properties['ecsStates.additionalRows'];
    const texts = JSON.parse(read('package.nls.json'));
    const messages = [
      items.errorMessage,
      ...Object.values<{ patternErrorMessage: string }>(items.properties).map(
        ({ patternErrorMessage }) => patternErrorMessage,
      ),
    ];
    for (const message of messages) assert.ok(texts[message.slice(1, -1)].length > 20, message);
  });

  it('has its settings in three groups, each with a name and an order', () => {
    const groups: { title: string; properties: Record<string, { order: number }> }[] =
      manifest.contributes.configuration;
    assert.deepEqual(
      groups.map(({ title }) => JSON.parse(read('package.nls.json'))[title.slice(1, -1)]),
      ['General', 'Files and Languages', 'Rules'],
    );
    for (const group of groups) {
      const orders = Object.values(group.properties).map(({ order }) => order);
      assert.deepEqual(orders, [...orders.keys()]);
    }
  });

  it('has settings for a resource, but for the language of the texts', () => {
    for (const [name, { scope }] of Object.entries<{ scope: string }>(properties)) {
      assert.equal(scope, name === 'ecsStates.language' ? 'window' : 'resource', name);
    }
  });

  it('has a resource-scoped severity with off for each rule', () => {
    for (const code of RULE_CODES) {
      const property = properties[`ecsStates.${severitySetting(code)}`];
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

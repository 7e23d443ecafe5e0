import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { CLEAN, folderWith, MISMATCH, run, type Tree } from './support';

const FILE = '.ecs-states.json';
const EDITOR = '.vscode/settings.json';

interface Case {
  readonly title: string;
  readonly tree: Tree;
  readonly args?: readonly string[];
  readonly code: number;
  readonly says?: RegExp;
}

const CASES: readonly Case[] = [
  {
    title: 'a severity, nested, with comments',
    tree: { [FILE]: '{ "severity": { "status-mismatch": "off", }, /* so */ }' },
    code: 0,
  },
  {
    title: 'a severity, by its full name',
    tree: { [FILE]: '{ "severity.status-mismatch": "error" }' },
    code: 1,
    says: /error status-mismatch/,
  },
  { title: 'files that are excluded', tree: { [FILE]: '{ "exclude": ["a.json"] }' }, code: 0 },
  {
    title: 'files that are excluded, though named',
    tree: { [FILE]: '{ "exclude": ["**/*.json"] }' },
    args: ['a.json'],
    code: 0,
  },
  {
    title: 'rules that are silent in files',
    tree: { [FILE]: '{ "suppress": [{ "files": "a.*", "codes": ["status-mismatch"] }] }' },
    code: 0,
  },
  {
    title: 'additional rows',
    tree: { [FILE]: '{ "additionalRows": [{ "vm_state": "stopped", "status": "ACTIVE" }] }' },
    code: 0,
  },
  {
    title: 'names of the keys',
    tree: {
      [FILE]: '{ "keys": { "vmStatus": "vm_state", "step": "task_state" } }',
      'a.json': '{ "vmStatus": "stopped", "step": "rebooting" }',
    },
    code: 1,
    says: /impossible-pair/,
  },
  {
    title: 'a dialect',
    tree: {
      [FILE]: '{ "dialect": "openstack" }',
      'a.json': '{ "vm_state": "paused", "task_state": null, "status": "PAUSED" }',
    },
    code: 0,
  },
  {
    title: 'a dialect that an option takes the place of',
    tree: {
      [FILE]: '{ "dialect": "openstack" }',
      'a.json': '{ "vm_state": "paused", "task_state": null, "status": "PAUSED" }',
    },
    args: ['-d', 'huaweicloud', '-s', 'other-dialect=warning'],
    code: 1,
  },
  {
    title: 'an option before the file',
    tree: { [FILE]: '{ "severity.status-mismatch": "off" }' },
    args: ['-s', 'status-mismatch=warning'],
    code: 1,
  },
  {
    title: 'none, where none is wanted',
    tree: { [FILE]: '{ "severity.status-mismatch": "off" }' },
    args: ['--no-config'],
    code: 1,
  },
  {
    title: 'another file',
    tree: { 'b/c.json': '{ "exclude": ["../a.json"], "severity.status-mismatch": "off" }' },
    args: ['-c', 'b/c.json', 'a.json'],
    code: 0,
  },
  {
    title: 'settings of the editor',
    tree: { [EDITOR]: '{ "files.eol": "\\n", "ecsStates.severity.status-mismatch": "off" }' },
    code: 0,
  },
  {
    title: 'settings that only the editor has',
    tree: { [EDITOR]: '{ "ecsStates.includeLanguages": { "helm": "yaml" } }' },
    code: 1,
    says: /^(?!.*includeLanguages)/s,
  },
  {
    title: 'settings of the editor that make no sense, which are said',
    tree: { [EDITOR]: '{ "ecsStates.dialect": "x" }' },
    code: 1,
    says: /settings\.json: "x" makes no sense for dialect/,
  },
  {
    title: 'globs that can be of no file',
    tree: {
      [FILE]:
        '{ "exclude": ["", "/"], "suppress": [{ "files": "./", "codes": ["status-mismatch"] }] }',
    },
    code: 1,
  },
  { title: 'settings of the editor that are empty', tree: { [EDITOR]: '' }, code: 1 },
  {
    title: 'settings of the editor in a broken text, which is said',
    tree: { [EDITOR]: '{ "ecsStates.severity.status-mismatch": "off",\n "files.eol" }' },
    code: 0,
    says: /settings\.json:2: /,
  },
  {
    title: 'the own file before settings of the editor',
    tree: { [FILE]: '{}', [EDITOR]: '{ "ecsStates.severity.status-mismatch": "off" }' },
    code: 1,
  },
  {
    title: 'a name that is none, which is trouble',
    tree: { [FILE]: '{ "dialekt": "openstack" }' },
    code: 2,
    says: /dialekt/,
  },
  {
    title: 'a value that is none, which is trouble',
    tree: { [FILE]: '{ "severity": { "status-mismatch": "loud" } }' },
    code: 2,
    says: /"loud" makes no sense for severity\.status-mismatch/,
  },
  {
    title: 'a text that is no JSON, which is trouble',
    tree: { [FILE]: '{\n "dialect" }' },
    code: 2,
    says: /\.ecs-states\.json:2: /,
  },
  {
    title: 'a list, which is trouble',
    tree: { [FILE]: '[]' },
    code: 2,
    says: /\[\] makes no sense/,
  },
  {
    title: 'settings that only the editor has, which are said to be that',
    tree: { [FILE]: '{ "includeLanguages": { "json5": "jsonc" }, "inlayHints": "off" }' },
    code: 1,
    says: /includeLanguages is a setting of the editor only[\s\S]*inlayHints is a setting of the editor only/,
  },
  {
    title: 'settings of which one is the editor’s only',
    tree: {
      [FILE]: '{ "includeLanguages": 1, "severity": { "status-mismatch": "off" } }',
    },
    code: 0,
  },
  { title: 'a folder, which is trouble', tree: { [`${FILE}/x`]: '' }, code: 2, says: /EISDIR/ },
  {
    title: 'a text that is too large, which is trouble',
    tree: { [FILE]: `{}${' '.repeat(5_000_000)}` },
    code: 2,
    says: /larger than 4 MB/,
  },
  {
    title: 'a text that is nested too deeply, which is trouble',
    tree: { [FILE]: '['.repeat(200_000) },
    code: 2,
    says: /\.ecs-states\.json/,
  },
  { title: 'bytes, which are trouble', tree: { [FILE]: '{}\0' }, code: 2, says: /not a text file/ },
  {
    title: 'a wrong value of which a part is enough',
    tree: { [FILE]: JSON.stringify({ dialect: 'x'.repeat(100_000) }) },
    code: 2,
    says: /^.{100,1000}$/s,
  },
  {
    title: 'names that every object has',
    tree: { [FILE]: '{ "__proto__": { "exclude": ["**"] } }' },
    code: 1,
  },
  {
    title: 'settings of the editor in a folder, which is said',
    tree: { [`${EDITOR}/x`]: '' },
    code: 1,
    says: /settings\.json: EISDIR/,
  },
  {
    title: 'settings of the editor that are nested too deeply, which is said',
    tree: { [EDITOR]: `{"ecsStates.keys":${'['.repeat(200_000)}` },
    code: 1,
    says: /settings\.json/,
  },
  {
    title: 'the language of the messages',
    tree: { [FILE]: '{ "language": "zh-cn", "$schema": "x" }' },
    code: 1,
    says: /警告/,
  },
];

describe('configuration', () => {
  for (const { title, tree, args = [], code, says } of CASES) {
    it(title, async () => {
      const folder = folderWith({ 'a.json': MISMATCH, ...tree });
      // The configuration itself is JSON without states, so a folder may hold it.
      const outcome = await run(['check', ...args], { cwd: folder });
      assert.equal(outcome.code, code, outcome.stdout + outcome.stderr);
      if (says) assert.match(outcome.stdout + outcome.stderr, says);
    });
  }

  it('is not passed over where it cannot be read', async function () {
    if (process.platform === 'win32') this.skip();
    for (const target of [FILE, 'nowhere']) {
      const folder = folderWith({ 'a.json': CLEAN });
      symlinkSync(target, path.join(folder, FILE));
      assert.equal((await run(['check'], { cwd: folder })).code, 2);
    }
  });

  it('that is wrong leaves the output whole for programs', async () => {
    const folder = folderWith({ 'a.json': MISMATCH, [FILE]: '{ "dialekt": 1 }' });
    const json = JSON.parse((await run(['check', '-f', 'json'], { cwd: folder })).stdout);
    assert.equal(json.summary.files, 0);
    assert.match(json.troubles[0].path, /\.ecs-states\.json$/);
    assert.match(json.troubles[0].message, /dialekt/);
    const sarif = JSON.parse((await run(['check', '-f', 'sarif'], { cwd: folder })).stdout);
    assert.equal(sarif.runs[0].invocations[0].executionSuccessful, false);
    assert.equal((await run(['check'], { cwd: folder })).stdout, '');
  });

  it('is found above the working directory, and its globs hold from there', async () => {
    const folder = folderWith({
      [FILE]: '{ "exclude": ["in/a.json"] }',
      'in/a.json': MISMATCH,
      'in/b.json': CLEAN,
    });
    assert.equal((await run(['check'], { cwd: path.join(folder, 'in') })).code, 0);
  });
});

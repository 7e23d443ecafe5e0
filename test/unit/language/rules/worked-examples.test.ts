import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Language = typeof import('../../../../src/language');
type Documentation = typeof import('../../../../src/manifest/documentation');

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** The worked examples: TypeScript whose first line names its file. */
function examplesIn(text: string): { file: string; name: string; source: string }[] {
  return [...text.matchAll(/```ts\n\/\/ (src\/\S+)\n([\s\S]*?)```/g)].map((match) => {
    const [, file = '', source = ''] = match;
    return { file, source, name: /export const (\w+)/.exec(source)?.[1] ?? '' };
  });
}

describe('the worked examples of rules', () => {
  const examples = examplesIn(readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8'));
  const copy = mkdtempSync(path.join(tmpdir(), 'ecs-states-rules-'));
  let language: Language;
  let documentation: Documentation;

  before(async function () {
    this.timeout(480_000);
    for (const part of ['src', 'package.json', 'tsconfig.json', 'l10n']) {
      cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const list = path.join(copy, 'src/language/rules/rules.ts');
    let registry = readFileSync(list, 'utf8');
    for (const { file, name, source } of examples) {
      writeFileSync(path.join(copy, file), source);
      const from = `./${path.relative('src/language/rules', file).replace(/\.ts$/, '')}`;
      registry = `import { ${name} } from '${from.replaceAll('\\', '/')}';\n${registry}`;
      registry = registry.replace(/(const ALL = \[\n)/, `$1  ${name},\n`);
    }
    writeFileSync(list, registry);
    const open = (file: string) => import(pathToFileURL(path.join(copy, file)).href);
    language = await open('src/language/index.ts');
    documentation = await open('src/manifest/documentation.ts');
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('are one about records and one about code', () => {
    assert.deepEqual(
      examples.map(({ file }) => file),
      [
        'src/language/rules/record/error-in-mock.ts',
        'src/language/rules/code/waits-for-deleted.ts',
      ],
    );
  });

  it('report, with their severity, in the syntaxes of their kind', () => {
    const { diagnose } = language;
    const found = (text: string, languageId: string) =>
      diagnose(text, languageId).map(({ code, severity }) => `${code} ${severity}`);
    const json = '{ "OS-EXT-STS:vm_state": "error", "OS-EXT-STS:task_state": null }';
    assert.deepEqual(found(json, 'json'), ['error-in-mock information']);
    assert.deepEqual(found('OS-EXT-STS:vm_state: error\nOS-EXT-STS:task_state: null\n', 'yaml'), [
      'error-in-mock information',
    ]);
    const code = "const f = (s) => s['OS-EXT-STS:vm_state'] === 'deleted';";
    assert.deepEqual(found(code, 'typescript'), ['waits-for-deleted hint']);
  });

  it('are silenced by comments and by their setting', () => {
    const { diagnose } = language;
    const code =
      "const f = (s) => s['OS-EXT-STS:vm_state'] === 'deleted'; // ecs-states-disable-line waits-for-deleted";
    assert.deepEqual(diagnose(code, 'typescript'), []);
    const severity = { 'error-in-mock': 'off' } as Record<string, 'off'>;
    assert.deepEqual(diagnose('{ "OS-EXT-STS:vm_state": "error" }', 'json', { severity }), []);
  });

  it('repair what they report', () => {
    const text = '{ "OS-EXT-STS:vm_state": "error", "status": "ERROR" }';
    const reading = language.readText(text, 'json');
    assert.ok(reading);
    const [fix] = language.fixReading(reading, { start: 0, end: text.length });
    assert.equal(fix?.kind, 'change');
    assert.equal(
      language.applied(text, fix.edits),
      '{ "OS-EXT-STS:vm_state": "active", "status": "ACTIVE" }',
    );
  });

  it('have their setting and their part of the documentation', () => {
    const page = documentation.rulesPage((message) => message);
    for (const code of ['error-in-mock', 'waits-for-deleted']) {
      assert.ok(language.RULE_CODES.some((known) => known === code));
      assert.ok(page.includes(`## ${code}\n`), code);
    }
  });
});

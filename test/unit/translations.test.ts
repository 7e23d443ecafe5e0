import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { createLanguageService, DIALECTS, RULE_CODES, tallyText } from '../../src/language';
import { rulesPage } from '../../src/manifest/documentation';
import { CHINESE_BUNDLE, recordingTranslate } from '../support/localize';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const chinese: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));

const HAN = /[\u4e00-\u9fff]/;

function sourcesIn(folder: string): { file: string; text: string }[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: read(`${folder}/${file}`) }));
}

/** The messages that sources ask for: the literals that `t(…)` and `l10n.t(…)` are called with first. */
function messagesOf(files: readonly { file: string; text: string }[]): string[] {
  const messages: string[] = [];
  for (const { file, text } of files) {
    const visit = (node: ts.Node): void => {
      if (
        ts.isCallExpression(node) &&
        /^(?:(?:vscode\.)?l10n\.)?t$/.test(node.expression.getText())
      ) {
        const [first] = node.arguments;
        if (first && ts.isStringLiteralLike(first)) messages.push(first.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return messages;
}

describe('translations', () => {
  it('are there for every message of the sources', () => {
    const found = messagesOf(sourcesIn('src'));
    for (const message of found) assert.ok(Object.hasOwn(CHINESE_BUNDLE, message), message);
    assert.ok(found.includes('Show Problems') && found.length > 60, `${found.length} found`);
  });

  it('are there for every text that is kept as data', () => {
    const { t, messages } = recordingTranslate();
    rulesPage(t);
    for (const dialect of DIALECTS) createLanguageService({ dialect, translate: t }).answer({});
    tallyText(
      {
        files: 1,
        skipped: 1,
        milliseconds: 1,
        faulty: 1,
        codes: { 'impossible-pair': 1, 'unknown-status': 1 },
      },
      t,
    );
    assert.ok(messages.size > 2 * RULE_CODES.length);
    for (const message of messages) assert.ok(Object.hasOwn(CHINESE_BUNDLE, message), message);
  });

  it('are not gone round: no sentence in the extension but those that are translated or logged', () => {
    const untranslated: string[] = [];
    for (const { file, text } of sourcesIn('src/extension')) {
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && /(?:^|\.)(?:log|t)\b/.test(node.expression.getText())) {
          return;
        }
        if (ts.isNewExpression(node) && node.expression.getText() === 'Error') return;
        const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
        if (isText && /^[A-Z][a-z]+ \w/.test(node.text)) {
          untranslated.push(`${file}: ${node.text}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    }
    assert.deepEqual(untranslated, []);
  });

  it('of the manifest have the same keys', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  for (const key of Object.keys(english)) {
    it(`of the manifest: ${key}`, () => {
      const [from, to] = [english[key] ?? '', chinese[key] ?? ''];
      const links = (text: string) => text.match(/\(command:[^)]+\)/g) ?? [];
      const codes = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
      assert.deepEqual(links(to), links(from));
      assert.deepEqual(codes(to), codes(from));
      const isName = /^(?:displayName|configuration\.dialect\.openstack\.label)$/.test(key);
      if (isName) return;
      assert.match(to, HAN);
      assert.doesNotMatch(from, HAN);
    });
  }

  it('of the manifest are used wherever a person reads', () => {
    const readable =
      /^(?:title|label|displayName|description|markdownDescription|altText|errorMessage|patternErrorMessage|userDescription|modelDescription|deprecationMessage)$/;
    const untranslated: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        if (readable.test(key) && !/^%[^%]+%$/.test(value)) untranslated.push(value);
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, child] of Object.entries(value)) {
          visit(child, Array.isArray(value) ? key : name);
        }
      }
    };
    visit(manifest, '');
    assert.deepEqual(untranslated, []);
  });
});

import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { literalDocumentation } from '../../../../src/language/glossary/explanation';
import { type HoverSubject, hoverMarkdown } from '../../../../src/language/glossary/hover-markdown';
import { english } from '../../../../src/language/text/localize';
import { FIELDS, type Field, HUAWEI_CLOUD, type PartialRow } from '../../../../src/model';
import { CHINESE_BUNDLE, chinese, recordingTranslate } from '../../../support/localize';

const LITERALS = FIELDS.flatMap((field) =>
  HUAWEI_CLOUD.values[field].map((value): [Field, string | null] => [field, value]),
);

describe('documentation of a literal', () => {
  it('is the meaning and the pitfall', () => {
    assert.equal(
      literalDocumentation('status', 'SHUTOFF', HUAWEI_CLOUD, {}, english),
      'The server has been stopped normally.\n\n> Stays SHUTOFF while the server is being started or deleted; only task_state shows it.',
    );
  });

  it('is the meaning alone where there is no pitfall', () => {
    assert.equal(
      literalDocumentation('task_state', 'networking', HUAWEI_CLOUD, {}, chinese),
      '正在为新云服务器准备网络。',
    );
  });
});

describe('the Chinese messages', () => {
  const src = path.resolve(import.meta.dirname, '../../../../src');
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(src, file), 'utf8'));

  /** What the sources say: each string literal, and those that a function named `t` is called with. */
  function stringsIn(text: string): { all: string[]; translated: string[] } {
    const all: string[] = [];
    const translated: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) {
        all.push(node.text);
        const call = node.parent;
        if (ts.isCallExpression(call) && call.arguments[0] === node) {
          if (/(?:^|\.)t$/.test(call.expression.getText())) translated.push(node.text);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
    return { all, translated };
  }

  const strings = sources.map(stringsIn);
  const holes = (message: string) => (message.match(/\{\d+\}/g) ?? []).sort();

  it('cover every message that hovers ask for', () => {
    const { t, messages } = recordingTranslate();
    const others: PartialRow[] = [
      {},
      { vm_state: 'active' },
      { task_state: null },
      { vm_state: 'active', task_state: 'spawning' },
      { vm_state: 'active', task_state: null },
    ];
    for (const row of others) {
      const hover = (subject: HoverSubject) => hoverMarkdown(subject, HUAWEI_CLOUD, row, t);
      for (const [field, value] of LITERALS) hover({ field, value });
      for (const field of FIELDS) hover({ field });
    }
    assert.ok(messages.size > 80);
    for (const message of messages) assert.ok(Object.hasOwn(CHINESE_BUNDLE, message), message);
  });

  it('cover every message that the sources ask for by name', () => {
    const messages = strings.flatMap(({ translated }) => translated);
    assert.ok(messages.includes('contradicts {0}'));
    for (const message of messages) assert.ok(Object.hasOwn(CHINESE_BUNDLE, message), message);
  });

  it('have no entry that no source has', () => {
    const used = new Set(strings.flatMap(({ all }) => all));
    for (const message of Object.keys(CHINESE_BUNDLE)) assert.ok(used.has(message), message);
  });

  for (const [message, translation] of Object.entries(CHINESE_BUNDLE)) {
    it(`have the holes of: ${message}`, () => {
      assert.deepEqual(holes(translation), holes(message));
      assert.notEqual(translation, message);
    });
  }
});

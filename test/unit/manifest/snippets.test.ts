import { strict as assert } from 'node:assert';
import { diagnose, LANGUAGE_IDS, overviewReading, readText } from '../../../src/language';
import { english } from '../../../src/language/text/localize';
import {
  SNIPPET_LANGUAGES,
  SNIPPET_SYNTAXES,
  type SnippetSyntax,
  snippets,
} from '../../../src/manifest/snippets';
import { HUAWEI_CLOUD } from '../../../src/model';

/** What the editor writes for each choice of a snippet. */
function expansions(body: readonly string[]): string[] {
  const text = body.join('\n').replace('$0', '');
  const choices = /\$\{1\|([^|]*)\|\}/.exec(text)?.[1]?.split(',') ?? [];
  return choices.map((choice) =>
    text
      .replace(/\$\{1\|[^|]*\|\}/, choice)
      .replaceAll(/\$\{1\/(.*?)\$\/((?:\$\{\d+:\+\w+\})+)\/\}/g, (_, pattern, results) => {
        const groups = new RegExp(`${pattern}$`).exec(choice) ?? [];
        return [...results.matchAll(/\$\{(\d+):\+(\w+)\}/g)]
          .map(([, group, result]) => (groups[Number(group)] === undefined ? '' : result))
          .join('');
      }),
  );
}

describe('snippets', () => {
  it('are for languages that are served', () => {
    const languages = Object.values(SNIPPET_LANGUAGES).flat();
    for (const language of languages) assert.ok(LANGUAGE_IDS.includes(language), language);
  });

  for (const syntax of SNIPPET_SYNTAXES) {
    for (const [name, { body }] of Object.entries(snippets(syntax, english))) {
      it(`${syntax}: each choice of "${name}" gives a whole record that is a row`, () => {
        const texts = expansions(body).map((text) => wrap(syntax, text));
        assert.ok(texts.length >= 6);
        for (const text of texts) {
          const reading = readText(text, syntax);
          assert.ok(reading);
          assert.equal(overviewReading(reading).records, 1, text);
          assert.equal(reading.records[0]?.fields.length, 3, text);
          assert.deepEqual(diagnose(text, syntax), [], text);
        }
      });
    }

    it(`${syntax}: every vm_state and every step can be chosen`, () => {
      const texts = Object.values(snippets(syntax, english)).flatMap(({ body }) =>
        expansions(body),
      );
      for (const value of [...HUAWEI_CLOUD.values.vm_state, ...HUAWEI_CLOUD.values.task_state]) {
        assert.ok(
          texts.some((text) => new RegExp(`: ["']?${value}\\b`).test(text)),
          `${value}`,
        );
      }
    });
  }
});

function wrap(syntax: SnippetSyntax, text: string): string {
  return syntax === 'typescript' ? `x = ${text};` : text;
}

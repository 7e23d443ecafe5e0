import { strict as assert } from 'node:assert';
import { snippetOf } from '../../../src/extension/completion-snippet';
import { complete, expanded } from '../../../src/language';

/** What the editor writes for a choice of a snippet. */
function chosen(snippet: string, choice: string): string {
  return snippet
    .replace('$0', '')
    .replace(/\$\{1\|[^|]*\|\}/, choice)
    .replaceAll(/\$\{1\/(.*?\$)\/((?:\$\{\d+:\+[^}]+\})+)\/\}/g, (_, pattern, results) => {
      const groups = new RegExp(pattern).exec(choice) ?? [];
      return [...results.matchAll(/\$\{(\d+):\+([^}]+)\}/g)]
        .map(([, group, result]) => (groups[Number(group)] === undefined ? '' : result))
        .join('');
    })
    .replaceAll(/\\([\\$}])/g, '$1');
}

describe('the snippet of a record', () => {
  for (const [languageId, text, offset] of [
    ['json', '[]', 1],
    ['yaml', '- ', 2],
    ['typescript', 'x = ', 4],
  ] as const) {
    it(`${languageId}: writes what follows from each choice`, () => {
      const additionalRows = [{ vm_state: 'odd.one', task_state: null, status: 'ODD ONE' }];
      const completions = complete(text, languageId, offset, { additionalRows });
      assert.equal(completions.length, 2);
      for (const { template } of completions) {
        assert.ok(template);
        const snippet = snippetOf(template);
        assert.ok(snippet.endsWith('$0'));
        template.choices.forEach((choice, index) => {
          assert.ok(snippet.includes(choice));
          assert.equal(chosen(snippet, choice), expanded(template, index));
        });
      }
    });
  }

  it('keeps what means something in snippets', () => {
    const snippet = snippetOf({ choices: ['a', 'b'], parts: ['{$x} \\ ', ['a', 'b']] });
    assert.ok(snippet.startsWith('{\\$x\\} \\\\ '));
  });
});

import { strict as assert } from 'node:assert';
import { Regions } from '../../../../src/language/analysis/regions';
import { TreeParse } from '../../../../src/language/syntax/lezer/incremental-parse';
import { inputOf } from '../../../../src/language/syntax/lezer/input';
import { parseCode, parserFor } from '../../../../src/language/syntax/typescript/parser';
import { sourceOf } from '../../../../src/language/text/source';

const FUNCTION = "function f(s) { return s.vm_state === 'active'; }\n";

const placesOf = ({ all }: Regions) => all.map(({ at, length }) => [at, length]);

describe('language: regions of code', () => {
  for (const edits of [1, 10, 1000]) {
    it(`are those of the newest text after changes in ${edits} places at which nobody asked`, () => {
      let text = FUNCTION.repeat(edits + 1);
      const regions = new Regions();
      regions.advance(parseCode(text, 'typescript'));
      // From the last to the first, so that no change moves another.
      for (let index = edits - 1; index >= 0; index--) {
        const start = index * FUNCTION.length + FUNCTION.indexOf('return');
        regions.change([{ start, end: start, newLength: 4 }]);
        text = `${text.slice(0, start)}x();${text.slice(start)}`;
      }
      const tree = parseCode(text, 'typescript');
      regions.advance(tree);
      const fresh = new Regions();
      fresh.advance(tree);
      assert.equal(fresh.all.length, edits + 1);
      assert.deepEqual(placesOf(regions), placesOf(fresh));
    });
  }

  it('are where they are after a tree in which only the functions among them were regions', () => {
    let text = `const OFF = 'stopped';\n${FUNCTION}`.repeat(300);
    const parse = new TreeParse(parserFor('typescript'), 1000);
    parse.change([{ start: 0, end: 0, newLength: text.length }]);
    const regions = new Regions();
    // What is typed first makes a function of all that follows, and the quote a text of what was typed first.
    for (const typed of ['', 'function all(server) {\n', '"']) {
      const change = { start: 0, end: 0, newLength: typed.length };
      text = typed + text;
      parse.change([change]);
      regions.change([change]);
      const tree = parse.advance(inputOf(sourceOf(text)), () => false);
      assert.ok(tree);
      regions.advance(tree);
      const fresh = new Regions();
      fresh.advance(tree);
      assert.deepEqual(placesOf(regions), placesOf(fresh));
    }
  });
});

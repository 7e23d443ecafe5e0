import { strict as assert } from 'node:assert';
import { Regions } from '../../../../src/language/analysis/regions';
import { parseCode } from '../../../../src/language/syntax/typescript/parser';

const FUNCTION = "function f(s) { return s.vm_state === 'active'; }\n";

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
      const placesOf = ({ all }: Regions) => all.map(({ at, length }) => [at, length]);
      assert.equal(fresh.all.length, edits + 1);
      assert.deepEqual(placesOf(regions), placesOf(fresh));
    });
  }
});

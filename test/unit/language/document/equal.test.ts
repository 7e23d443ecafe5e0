import fc from 'fast-check';
import { sourceOf } from '../../../../src/language/text/source';
import { reach } from '../../../support/reach';
import { type AnyEdit, always, anyEdits, Editor, replacementsIn, undoing } from './editing';
import { DOCUMENTS, PIECES } from './texts';

const RUNS = reach(2);

/** Makes the edits in one editor, reads after each of them in some way, and holds the records against a full read. */
function edit(editor: Editor, batches: readonly AnyEdit[][], how: readonly number[]): void {
  editor.read();
  editor.check();
  batches.forEach((batch, index) => {
    const before = editor.text;
    const replacements = replacementsIn(before, batch);
    const way = how[index % how.length] ?? 0;
    editor.type(replacements);
    if (way === 1) return;
    if (way === 2) editor.live.advance(sourceOf(editor.text), always);
    else {
      editor.read(way === 3 ? always : undefined);
      editor.check();
    }
    if (way === 4) {
      editor.type(undoing(before, replacements));
      editor.read();
      editor.check();
    }
  });
  editor.read(always);
  editor.check();
}

describe('language: reading on after edits is like reading anew', () => {
  for (const { name, languageId, text, keys } of DOCUMENTS) {
    it(`of ${name}`, function () {
      this.timeout(RUNS * 240_000);
      fc.assert(
        fc.property(
          anyEdits(PIECES[languageId] ?? []),
          fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
          (batches, how) => edit(new Editor(text, languageId, keys), batches, how),
        ),
        { numRuns: RUNS },
      );
    });
  }
});

import { strict as assert } from 'node:assert';
import type { StateRecord } from '../../../../src/language/records/record';
import { TreeParse } from '../../../../src/language/syntax/lezer/incremental-parse';
import { inputOf } from '../../../../src/language/syntax/lezer/input';
import { TreeWalk } from '../../../../src/language/syntax/lezer/tree-walk';
import { parserFor } from '../../../../src/language/syntax/typescript/parser';
import { yamlParser } from '../../../../src/language/syntax/yaml/parser';
import { sourceOf } from '../../../../src/language/text/source';
import { always, counted, Editor, never } from './editing';
import { DOCUMENTS, repeated } from './texts';

const LANGUAGES = ['json', 'jsonl', 'yaml', 'typescript'] as const;
const LARGE = 400_000;

/** Types into the state of the record in the middle; returns what was read of the text. */
function press(editor: Editor, put: string): number {
  const middle = editor.text.indexOf('stopped', editor.text.length / 2);
  editor.type([{ start: middle + 3, end: middle + 3, text: put }]);
  const source = counted(editor.text);
  editor.read(never, source);
  return source.count;
}

function newOnes(records: readonly StateRecord[], known: ReadonlySet<StateRecord>): number {
  return records.filter((record) => !known.has(record)).length;
}

/** A text of the same form in which no word is one of servers. */
function withoutWords(text: string): string {
  return text.replace(/\w/g, 'x');
}

describe('language: what a key press costs in a large document', () => {
  for (const languageId of LANGUAGES) {
    for (const isOneLine of languageId === 'json' ? [false, true] : [false]) {
      it(`is little in ${languageId}${isOneLine ? ' on one line' : ''}`, function () {
        this.timeout(240_000);
        const editor = new Editor(repeated(languageId, LARGE, isOneLine), languageId);
        editor.read();
        const known = new Set(editor.live.records);
        const read = press(editor, 'x');
        assert.ok(editor.live.records.length > 300);
        assert.ok(
          newOnes(editor.live.records, known) <= 160,
          `${newOnes(editor.live.records, known)} records are read again`,
        );
        // In code the parser looks at each member of the list, though only at where it begins.
        const bound = languageId === 'typescript' ? 0.75 * LARGE : 60_000;
        assert.ok(read < bound, `${read} characters are read`);
        editor.check();
      });
    }
  }

  it('is a look at the lines that were touched, where the text cannot hold a state', () => {
    const text = withoutWords(repeated('json', LARGE, false));
    const editor = new Editor(text, 'json');
    editor.read();
    editor.type([{ start: 500_000, end: 500_000, text: 'x' }]);
    const source = counted(editor.text);
    editor.read(never, source);
    assert.ok(source.count < 300, `${source.count} characters are read`);
    assert.deepEqual(editor.live.records, []);
  });

  for (const languageId of LANGUAGES) {
    it(`is no parse of what cannot hold a state, in ${languageId}`, () => {
      const text = withoutWords(repeated(languageId, 200_000, false));
      const editor = new Editor(text, languageId);
      const source = counted(text);
      editor.read(never, source);
      // A look for states and one for comments that silence; a parser reads all of it once more at least.
      assert.ok(source.count < 2.1 * text.length, `${source.count} characters are read`);
      assert.deepEqual(editor.live.records, []);
    });
  }

  for (const languageId of ['yaml', 'typescript']) {
    it(`is a visit to the nodes on the way to it in the tree, in ${languageId}`, () => {
      const text = repeated(languageId, 300_000, false);
      const middle = text.indexOf('stopped', text.length / 2) + 3;
      const typed = `${text.slice(0, middle)}x${text.slice(middle)}`;
      const parser = languageId === 'yaml' ? yamlParser : parserFor(languageId);
      const parse = new TreeParse(parser, 1000);
      const units = new WeakMap();
      const visit = (of: string) => {
        const tree = parse.advance(inputOf(sourceOf(of)), never);
        assert.ok(tree);
        const walk = new TreeWalk(tree, units, {});
        assert.ok(walk.advance(never));
        return walk.visited;
      };
      const first = visit(text);
      parse.change([{ start: middle, end: middle, newLength: 1 }]);
      const again = visit(typed);
      assert.ok(first > 10_000, `${first} nodes`);
      assert.ok(again < first / 20, `${again} of ${first} nodes are visited again`);
    });
  }

  it('is nothing where nothing has changed', () => {
    const editor = new Editor(repeated('json', 10_000, false), 'json');
    editor.read();
    const source = counted(editor.text);
    editor.read(always, source);
    assert.equal(source.count, 0);
  });
});

describe('language: reading in slices', () => {
  for (const { name, languageId, text } of DOCUMENTS) {
    it(`gets on with each slice, and to the same end, of ${name}`, () => {
      const editor = new Editor(text, languageId);
      assert.ok(editor.read(always) > 1);
      editor.check();
    });

    it(`takes a change in the middle of a reading, of ${name}`, () => {
      const editor = new Editor(text, languageId);
      assert.equal(editor.live.advance(sourceOf(text), always), false);
      editor.type([{ start: 40, end: 45, text: 'other' }]);
      editor.read(always);
      editor.check();
      editor.type([{ start: text.length >> 1, end: text.length >> 1, text: '"' }]);
      editor.live.advance(sourceOf(editor.text), always);
      editor.type([{ start: text.length >> 1, end: (text.length >> 1) + 1, text: '' }]);
      editor.read(always);
      editor.check();
      assert.equal(editor.text.length, text.length);
    });
  }

  it('reads anew what it was not told of', () => {
    const editor = new Editor('{"vm_state": "active"}', 'json');
    editor.read();
    editor.text = '[{"vm_state": "error"}, {"task_state": null}]';
    editor.read();
    editor.check();
  });

  it('knows when the last state is gone, and when one is back', () => {
    const editor = new Editor('{"vm_state": "active"}', 'json');
    editor.read();
    editor.type([{ start: 3, end: 4, text: '' }]);
    editor.read();
    assert.deepEqual(editor.live.records, []);
    editor.type([{ start: 3, end: 3, text: 'm' }]);
    editor.read();
    editor.check();
  });

  it('has no records of what no parser can read, and some once it can', () => {
    const nested = `${'- '.repeat(3000)}x\n---\n`;
    const editor = new Editor(`${nested}vm_state: actve\n`, 'yaml');
    editor.read();
    editor.check();
    editor.type([{ start: 0, end: nested.length, text: '' }]);
    editor.read();
    assert.equal(editor.live.records.length, 1);
    editor.check();
  });

  it('has no records where no reader serves the language', () => {
    const editor = new Editor('vm_state: active', 'plaintext');
    assert.equal(editor.read(), 1);
    assert.deepEqual(editor.live.records, []);
  });
});

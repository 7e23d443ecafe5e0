import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { TreeParse } from '../../../../../src/language/syntax/lezer/incremental-parse';
import { inputOf } from '../../../../../src/language/syntax/lezer/input';
import { parserFor } from '../../../../../src/language/syntax/typescript/parser';
import { yamlParser } from '../../../../../src/language/syntax/yaml/parser';
import { reach } from '../../../../support/reach';
import { always, anyEdits, counted, Editor, never, replacementsIn } from '../../document/editing';
import { PIECES, repeated } from '../../document/texts';

/** Several stretches. */
const LONG = 260_000;
const RUNS = reach(1);

const LONG_TEXTS: readonly { name: string; languageId: string; text: string }[] = [
  { name: 'YAML', languageId: 'yaml', text: repeated('yaml', LONG, false) },
  {
    name: 'YAML with CRLF',
    languageId: 'yaml',
    text: repeated('yaml', LONG, false).replaceAll('\n', '\r\n'),
  },
  {
    name: 'YAML of many documents',
    languageId: 'yaml',
    text: '---\nvm_state: active\ntask_state: null\nnote: |\n  a text: of\n  lines\n'.repeat(2050),
  },
  {
    name: 'YAML on one line',
    languageId: 'yaml',
    text: `[${'{vm_state: stopped, task_state: powering-on, note: "x y"},'.repeat(2350)}]`,
  },
  { name: 'TypeScript', languageId: 'typescript', text: repeated('typescript', LONG, false) },
  {
    name: 'JavaScript in one list',
    languageId: 'javascript',
    text: `export default [${'{ vm_state: `active`, task_state: null, of: [1, 2] },\n'.repeat(2700)}];`,
  },
  {
    name: 'JavaScript on one line',
    languageId: 'javascript',
    text: `export default [${'{vm_state:"active",task_state:null},'.repeat(3800)}];`,
  },
];

describe('language: a long text is parsed in stretches', () => {
  for (const { name, languageId, text } of LONG_TEXTS) {
    it(`to the same end as at once: ${name}`, function () {
      this.timeout(240_000);
      const editor = new Editor(text, languageId);
      editor.read();
      assert.ok(editor.live.records.length > 10);
      editor.check();
    });

    // The grammar of YAML takes its time for broken text on one line, so that both reads stop somewhere.
    if (name === 'YAML on one line') continue;
    it(`to the same end as at once where it is broken: ${name}`, function () {
      this.timeout(RUNS * 240_000);
      fc.assert(
        fc.property(anyEdits(PIECES[languageId] ?? []), (batches) => {
          let broken = text;
          for (const { start, end, text: put } of batches.flatMap((batch) =>
            replacementsIn(broken, batch),
          )) {
            broken = broken.slice(0, start) + put + broken.slice(end);
          }
          const editor = new Editor(broken, languageId);
          editor.read(always);
          editor.check();
        }),
        { numRuns: RUNS },
      );
    });
  }

  for (const { name, languageId, text } of LONG_TEXTS.filter(({ name }) => !/one/.test(name))) {
    it(`of which each takes over what is before: ${name}`, () => {
      const parser = languageId === 'yaml' ? yamlParser : parserFor(languageId);
      const inStretches = new TreeParse(parser, 1000);
      const atOnce = new TreeParse(parser, 1000);
      atOnce.restart();
      const [read, readAtOnce] = [inStretches, atOnce].map((parse) => {
        const source = counted(text);
        assert.equal(parse.advance(inputOf(source), never)?.length, text.length);
        return source.count;
      });
      assert.ok(inStretches.isParsedInChunks && !atOnce.isParsedInChunks);
      assert.ok(
        Number(read) < 1.5 * Number(readAtOnce),
        `${read} characters, ${readAtOnce} at once`,
      );
    });
  }

  it('but for a short one, which is parsed at once', () => {
    const parse = new TreeParse(yamlParser, 1000);
    parse.advance(inputOf(counted('vm_state: active\n'.repeat(100))), never);
    assert.equal(parse.isParsedInChunks, false);
  });
});

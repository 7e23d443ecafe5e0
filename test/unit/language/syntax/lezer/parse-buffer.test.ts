import { strict as assert } from 'node:assert';
import type { PartialParse } from '@lezer/common';
import { shortenBuffer } from '../../../../../src/language/syntax/lezer/parse-buffer';
import { parserFor } from '../../../../../src/language/syntax/typescript/parser';
import { yamlParser } from '../../../../../src/language/syntax/yaml/parser';

/** Numbers from which on V8 keeps a list apart from other objects, where pointers take eight bytes. */
const LARGE = 16_384;

const SERVER =
  '- name: web-1\n  vm_state: active\n  task_state: null\n  links: [{ rel: self }, { rel: bookmark }]\n';
const CODE = "export const server = { vm_state: 'active', task_state: null, status: 'ACTIVE' };\n";

const CASES = [
  { name: 'YAML', parser: yamlParser, text: SERVER.repeat(1000) },
  {
    name: 'YAML that is broken',
    parser: yamlParser,
    text: `${SERVER.repeat(500)}- "x\n ]\n${SERVER.repeat(500)}`,
  },
  { name: 'TypeScript', parser: parserFor('typescript'), text: CODE.repeat(1000) },
  {
    name: 'TypeScript that is broken',
    parser: parserFor('typescript'),
    text: `${CODE.repeat(500)}if ( {\n${CODE.repeat(500)}`,
  },
];

describe('the list of what a parser has found', () => {
  for (const { name, parser, text } of CASES) {
    it(`stays short in ${name}, and makes the same tree`, () => {
      const parsing = parser.startParse(text);
      let longest = 0;
      let tree = parsing.advance();
      for (let step = 1; !tree; step++) {
        if (step % 32 === 0) shortenBuffer(parsing);
        longest = Math.max(longest, lengthOfBuffer(parsing));
        tree = parsing.advance();
      }
      assert.ok(longest > 0 && longest < LARGE, `${longest} numbers`);
      assert.equal(tree.toString(), parser.parse(text).toString());
      assert.equal(tree.length, text.length);
    });
  }

  it('would not by itself', () => {
    const parsing = yamlParser.startParse(SERVER.repeat(1000));
    let longest = 0;
    while (!parsing.advance()) longest = Math.max(longest, lengthOfBuffer(parsing));
    assert.ok(longest > LARGE, `${longest} numbers`);
  });

  it('is left alone in a parser that has none', () => {
    const parsing = { parsedPos: 0 } as PartialParse;
    shortenBuffer(parsing);
    assert.deepEqual(parsing, { parsedPos: 0 });
  });
});

/** How many numbers the only reading of a text has written so far. */
function lengthOfBuffer(parsing: PartialParse): number {
  const { stacks } = parsing as unknown as { stacks: { buffer: unknown[] }[] };
  return stacks.length === 1 ? (stacks[0]?.buffer.length ?? 0) : 0;
}

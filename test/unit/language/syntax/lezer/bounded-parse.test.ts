import { strict as assert } from 'node:assert';
import type { Tree } from '@lezer/common';
import { BoundedParse, ParseBudget } from '../../../../../src/language/syntax/lezer/bounded-parse';
import { inputOf } from '../../../../../src/language/syntax/lezer/input';
import {
  RECOVERY_COST as CODE_RECOVERY,
  parserFor,
} from '../../../../../src/language/syntax/typescript/parser';
import {
  RECOVERY_COST as YAML_RECOVERY,
  yamlParser,
} from '../../../../../src/language/syntax/yaml/parser';
import { sourceOf } from '../../../../../src/language/text/source';

/** How many times what a text takes it may take at least. */
const MARGIN = 4;
/** More steps are not taken by any text of the sizes here. */
const MOST_ADVANCES = 20_000;

function parse(text: string, languageId: string): { tree: Tree; spent: number; isCut: boolean } {
  const [parser, recoveryCost] =
    languageId === 'yaml'
      ? ([yamlParser, YAML_RECOVERY] as const)
      : ([parserFor(languageId), CODE_RECOVERY] as const);
  const budget = new ParseBudget(text.length, recoveryCost);
  const parsing = new BoundedParse(parser, inputOf(sourceOf(text)), budget);
  for (let count = 0; count < MOST_ADVANCES; count++) {
    const tree = parsing.advance();
    if (tree) return { tree, spent: budget.spent / budget.total, isCut: parsing.isCut };
  }
  return assert.fail(`${MOST_ADVANCES} times without an end`);
}

const times = (n: number, one: (index: number) => string, between = '') =>
  Array.from({ length: n }, (_, index) => one(index)).join(between);
const servers = (n: number) =>
  Array.from({ length: n }, (_, id) => {
    return { id, name: `server ${id}`, 'OS-EXT-STS:vm_state': 'active', links: [{ rel: 'self' }] };
  });

/** Long, deep or broken, as people write or generate them. */
const NORMAL: readonly (readonly [name: string, languageId: string, text: string])[] = [
  ['JSON on one line', 'yaml', JSON.stringify(servers(2000))],
  ['JSON', 'yaml', JSON.stringify(servers(2000), null, 2)],
  ['a list', 'yaml', times(3000, () => '- vm_state: active\n  task_state: null\n  tags: [a, b]\n')],
  ['a long line', 'yaml', `a: ${'word '.repeat(20_000)}\nb: "${'word '.repeat(20_000)}"\n`],
  ['a block scalar', 'yaml', `a: |\n${'  some text: here - and there\n'.repeat(5000)}`],
  ['a template', 'yaml', times(500, (i) => `- name: {{ name }}\n  {% if a %}\n  b: ${i}\n`)],
  ['an open quote', 'yaml', `a: "b\n${times(500, (i) => `c${i}: 'd'\n`)}`],
  ['deep levels', 'yaml', times(100, (i) => `${'  '.repeat(i)}level${i}:\n`)],
  ['a list', 'typescript', `export const all = ${JSON.stringify(servers(2000), null, 2)};`],
  ['a list on one line', 'javascript', `export const all = ${JSON.stringify(servers(2000))};`],
  ['calls in a chain', 'typescript', `a${times(2000, (i) => `.then((x) => x + ${i})`)};`],
  ['a sum', 'typescript', `const a = ${times(3000, (i) => `'text ${i}'`, ' + ')};`],
  ['conditions', 'typescript', `if (${times(3000, (i) => `s.state !== ${i}`, ' && ')}) f();`],
  [
    'else-if chains',
    'typescript',
    `function f(s) { ${times(600, (i) => `if (s.state === '${i}') { g(); }`, ' else ')} }`,
  ],
  ['conditional expressions', 'typescript', `a = ${times(500, (i) => `b === ${i} ? ${i} : `)}0;`],
  ['callbacks', 'javascript', `${'call((err, x) => {\n'.repeat(100)}${'});\n'.repeat(100)}`],
  ['JSX', 'typescriptreact', `a = ${'<b c={d}>'.repeat(200)}${'</b>'.repeat(200)};`],
  [
    'a program that is typed',
    'typescript',
    times(300, (i) => (i % 20 ? `function f${i}() {}\n` : 'function f( {\n  const a =\n}\n')),
  ],
  ['types', 'typescript', times(2000, (i) => `export interface A${i}<T> { a: 'b' | 'c' | T; }\n`)],
];

/** What no program and no data is. */
const HOSTILE: readonly (readonly [pattern: string, languageId: string])[] = [
  ['({', 'typescript'],
  ['{a', 'typescript'],
  ['${', 'typescript'],
  ['--', 'typescript'],
  ['++ ', 'typescript'],
  ['{"vm_state":"x"', 'typescript'],
  ['/*', 'javascript'],
  ['let a: ', 'yaml'],
  ['@', 'yaml'],
  [',', 'yaml'],
];
const HOSTILE_LENGTH = 40_000;

describe('language: what a parse may take', () => {
  for (const [name, languageId, text] of NORMAL) {
    it(`is many times what it takes: ${name}, ${languageId}`, () => {
      const { tree, spent, isCut } = parse(text, languageId);
      assert.equal(isCut, false);
      assert.equal(tree.length, text.length);
      assert.ok(spent * MARGIN < 1, `${spent} of it`);
    });
  }

  for (const [pattern, languageId] of HOSTILE) {
    it(`is less than what no text is takes: ${JSON.stringify(pattern)}, ${languageId}`, function () {
      this.timeout(480_000);
      const text = pattern.repeat(HOSTILE_LENGTH / pattern.length);
      const { tree, spent, isCut } = parse(text, languageId);
      assert.equal(isCut, true);
      assert.ok(tree.length < text.length);
      // It stops within a few steps, each of which may look back to the start of the line.
      assert.ok(spent < 1.25, `${spent} of it`);
    });
  }

  it('is the same whenever a text is parsed', function () {
    this.timeout(480_000);
    const text = '({'.repeat(15_000);
    const first = parse(text, 'typescript');
    assert.equal(first.isCut, true);
    assert.deepEqual(parse(text, 'typescript').tree.length, first.tree.length);
  });
});

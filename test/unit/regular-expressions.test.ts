import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { OWN_KEY_PATTERN } from '../../src/language/records/key-names';

const SRC = path.resolve(import.meta.dirname, '../../src');
/** Generous for a busy machine; none needs a tenth of it. */
const CHECK = { timeout: 30_000, attackTimeout: null, incubationTimeout: null };

/** Expressions that may take long on long texts, and why none gets one. */
const BOUNDED = new Map([
  ['/(?<![\\w-])[\\w-]*$/', 'a hover reads as many characters as the longest state has'],
  [
    '/(?<![ \\t])[ \\t]+#/',
    'the lookbehind, which the checker does not read, lets each run be tried once',
  ],
]);

/** By file, one expression for each that it puts together, as it comes out. */
const BUILT = new Map<string, readonly string[]>([
  ['language/records/key-names.ts', [`/${OWN_KEY_PATTERN}/u`, '/a|ab|vm\\.state/']],
  // Of the steps of a path, a text of 200 units at most, each is looked for in the rest of it.
  [
    'language/records/objects/path-keys.ts',
    ['/^\\$(?:\\.[\\w-]+|\\[(?:\\d+|\\*)\\])+$/', '/\\.[\\w-]+/g'],
  ],
  ['language/records/prefilter.ts', ['/rebooting|powering-on/']],
  ['language/analysis/literals/named-constants.ts', ['/(?<![\\w$])(?:a|ab|\\$a)(?![\\w$])/g']],
]);

interface Expressions {
  /** Those that a text of TypeScript has literally. */
  readonly literals: readonly string[];
  /** How many it gives to `RegExp`. */
  readonly built: number;
}

function expressionsIn(name: string, text: string): Expressions {
  const literals: string[] = [];
  let built = 0;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && node.expression.getText(file) === 'RegExp') built++;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { literals, built };
}

/** Why an expression may take more than linear time; undefined where it never does. */
function problemOf(literal: string): string | undefined {
  const end = literal.lastIndexOf('/');
  const found = checkSync(literal.slice(1, end), literal.slice(end + 1), CHECK);
  if (found.status === 'safe') return undefined;
  return found.status === 'unknown' ? found.error.kind : found.complexity.summary;
}

describe('the regular expressions of src', () => {
  const literals = new Map<string, string>();
  const built = new Map<string, number>();
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(path.join(SRC, file), 'utf8');
    const found = expressionsIn(file, text);
    for (const literal of found.literals) literals.set(literal, file);
    if (found.built > 0) built.set(file.replaceAll('\\', '/'), found.built);
  }

  it('take linear time for every text', function () {
    this.timeout(480_000);
    const slow = [...literals].flatMap(([literal, file]) => {
      const problem = BOUNDED.has(literal) ? undefined : problemOf(literal);
      return problem === undefined ? [] : [`${file}: ${literal}: ${problem}`];
    });
    assert.deepEqual(slow, []);
  });

  it('take linear time where they are put together', () => {
    const expected = [...BUILT].map(([file, { length }]): [string, number] => [file, length]);
    assert.deepEqual(built, new Map(expected));
    assert.deepEqual(
      [...BUILT.values()].flat().flatMap((literal) => problemOf(literal) ?? []),
      [],
    );
  });

  it('are found wherever they stand', () => {
    assert.ok(literals.size > 100);
    const text =
      'f(/a/g); const b = 4 / 2 / c; x.replace(/[/]"/, g(/d/)); h(new RegExp(a + b), RegExp(c))';
    assert.deepEqual(expressionsIn('a.ts', text), {
      literals: ['/a/g', '/[/]"/', '/d/'],
      built: 2,
    });
  });

  it('would be seen if they took long', () => {
    assert.match(problemOf('/^\\s*(?:none|)\\s*$/i') ?? '', /polynomial/);
    assert.match(problemOf('/^(a|a)*$/') ?? '', /exponential/);
  });

  it('have no exception that is gone', () => {
    assert.deepEqual(
      [...BOUNDED.keys()].filter((literal) => !literals.has(literal)),
      [],
    );
  });
});

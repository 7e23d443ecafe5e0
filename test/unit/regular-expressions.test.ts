import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

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

/** The regular expressions that a text of TypeScript has literally. */
function literalsIn(name: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  return found;
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
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(path.join(SRC, file), 'utf8');
    for (const literal of literalsIn(file, text)) literals.set(literal, file);
  }

  it('take linear time for every text', function () {
    this.timeout(300_000);
    const slow = [...literals].flatMap(([literal, file]) => {
      const problem = BOUNDED.has(literal) ? undefined : problemOf(literal);
      return problem === undefined ? [] : [`${file}: ${literal}: ${problem}`];
    });
    assert.deepEqual(slow, []);
  });

  it('are found wherever they stand', () => {
    assert.ok(literals.size > 100);
    assert.deepEqual(
      literalsIn('a.ts', 'f(/a/g); const b = 4 / 2 / c; x.replace(/[/]"/, g(/d/))'),
      ['/a/g', '/[/]"/', '/d/'],
    );
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

import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the instrumented code counts with. */
const COUNTER = '$steps';

/** Built-in methods whose own steps cannot be counted from within. */
type Searching = Record<
  'indexOf' | 'includes' | 'lastIndexOf',
  (this: unknown, ...given: unknown[]) => unknown
>;

/** A copy of a module, whose steps can be counted. */
export interface Counted<T> {
  /** What the copy exports. */
  readonly module: T;
  /**
   * How many steps the copy takes in a call: functions that are called, turns of loops, and what built-in searches
   * look at. The same call takes the same steps on every machine and in every engine, however busy and however often.
   */
  stepsOf(run: () => unknown): number;
}

/**
 * Makes a copy of a module with all that it imports, in which every function and every loop counts. The engine's own
 * coverage is no way to count: it leaves out blocks of code that is optimized, which happens at any time.
 * @param file the module, from the folder of the project
 */
export function loadCounted<T>(file: string): Counted<T> {
  const counter = { count: 0 };
  const entry = path.join(ROOT, file);
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'error',
  });
  const code = instrumented(outputFiles[0]?.text ?? '');
  const module = { exports: {} };
  const filename = `${entry} (counted)`;
  const run = compileFunction(code, ['module', 'exports', 'require', COUNTER], { filename });
  run(module, module.exports, createRequire(entry), counter);
  return {
    module: module.exports as T,
    stepsOf(call) {
      const before = counter.count;
      const restore = countSearches((looked) => {
        counter.count += looked;
      });
      try {
        call();
      } finally {
        restore();
      }
      return counter.count - before;
    },
  };
}

/** The code with a step counted in each function and each turn of a loop. */
function instrumented(code: string): string {
  const file = ts.createSourceFile('counted.js', code, ts.ScriptTarget.ES2022, true);
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const countIn = (body: ts.Node, before: string, after: string) => {
    if (ts.isBlock(body)) {
      inserts.push({ at: body.getStart() + 1, text: `${COUNTER}.count++;` });
      return;
    }
    inserts.push({ at: body.getStart(), text: before });
    inserts.push({ at: body.getEnd(), text: after });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      countIn(node.body as ts.Node, `(${COUNTER}.count++, `, ')');
    }
    // What is inside closes before what is around it.
    ts.forEachChild(node, visit);
    if (ts.isIterationStatement(node, false)) {
      countIn(node.statement, `{ ${COUNTER}.count++; `, ' }');
    }
  };
  visit(file);
  return spliced(code, inserts);
}

function spliced(code: string, inserts: readonly { at: number; text: string }[]): string {
  let from = 0;
  const parts = [...inserts]
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }) => {
      const part = code.slice(from, at) + text;
      from = at;
      return part;
    });
  return parts.join('') + code.slice(from);
}

function countSearches(add: (looked: number) => void): () => void {
  const restores = [Array.prototype, String.prototype].flatMap((prototype) =>
    (['indexOf', 'includes', 'lastIndexOf'] as const).map((name) => {
      const methods = prototype as unknown as Searching;
      const method = methods[name];
      methods[name] = function (this: unknown, ...given) {
        const found = method.apply(this, given);
        add(looked((this as { length: number }).length, name, given[1], found));
        return found;
      };
      return () => {
        methods[name] = method;
      };
    }),
  );
  return () => {
    for (const restore of restores) restore();
  };
}

/** How far a search has come. */
function looked(length: number, name: string, given: unknown, found: unknown): number {
  const isBackward = name === 'lastIndexOf';
  const from = typeof given === 'number' ? given : isBackward ? length : 0;
  if (typeof found === 'number' && found >= 0) return Math.abs(found - from);
  if (found === true) return 0;
  return Math.max(0, Math.min(length, isBackward ? from : length - from));
}

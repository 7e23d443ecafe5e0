import ts from 'typescript';
import type { Relation } from '../../src/model';
import type { Program } from '../support/programs';

/** Comparisons without overlap, cases that cannot match, and members of what cannot be. */
const CODES = new Set([2367, 2678, 2339]);

/** What programs use of the language; the whole library would take longer to read than they do. */
const LIBRARY = `
interface Array<T> { includes(x: unknown): boolean; forEach(f: (x: T) => void): void; [n: number]: T; length: number; [Symbol.iterator](): any }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments { [n: number]: any }
interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
interface SymbolConstructor { readonly iterator: unique symbol } declare var Symbol: SymbolConstructor;
interface Iterable<T> { [Symbol.iterator](): any } interface Promise<T> {} interface Generator<A, B, C> {} interface TemplateStringsArray {}
interface Set<T> { has(x: unknown): boolean } declare var Set: { new (x: readonly unknown[]): Set<unknown> };
declare var Object: { assign(...x: any[]): any }; declare var Reflect: { set(...x: any[]): any };
declare function poll(): boolean; declare function refresh(x: unknown): boolean; declare function next(): Server; declare function fail(): void;
declare var cache: { has(x: unknown): boolean }, api: { test(x: unknown): boolean, includes(x: unknown): boolean }, key: string, console: { log(...x: unknown[]): void };
`;

/** For each program, the conditions that the compiler objects to, given the rows as a discriminated union. */
export function compiled(programs: readonly Program[], relation: Relation): ReadonlySet<number>[] {
  const files = new Map<string, string>();
  const headers: number[] = [];
  programs.forEach((program, index) => {
    const { text, spelling } = program;
    const rows = relation.rows.map(({ vm_state, task_state, status }) => {
      const value = (state: string | null) => (state === null ? 'null' : `'${state}'`);
      return `{ '${spelling.vm_state}': ${value(vm_state)}, '${spelling.task_state}': ${value(task_state)}, ${spelling.status}: ${value(status)}, reload(): boolean }`;
    });
    const isPlain = spelling.vm_state === 'vm_state';
    const name = isPlain ? 'PlainServer' : 'Server';
    if (!files.has(`${name}.d.ts`))
      files.set(`${name}.d.ts`, `type ${name} = ${rows.join('\n | ')};`);
    const typed = text.replace(
      'f(s, o)',
      `f(this: { vm: ${name}; log(): boolean }, s: ${name}, o: ${name})`,
    );
    headers.push(typed.length - text.length);
    files.set(`p${index}.ts`, `export {};\n${typed}`);
  });
  files.set('lib.d.ts', LIBRARY.replaceAll('next(): Server', 'next(): any'));
  const diagnostics = check(files);
  return programs.map((program, index) => {
    const found = new Set<number>();
    const shift = (headers[index] ?? 0) + 'export {};\n'.length;
    for (const { start = 0, length = 0, code } of diagnostics.get(`p${index}.ts`) ?? []) {
      if (!CODES.has(code)) continue;
      const at = start - shift;
      const condition = smallestAround(program, at, at + length);
      if (condition >= 0) found.add(condition);
    }
    return found;
  });
}

function check(files: ReadonlyMap<string, string>): Map<string, readonly ts.Diagnostic[]> {
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: true,
    noImplicitAny: false,
    target: ts.ScriptTarget.ESNext,
    noEmit: true,
    types: [],
  };
  const host: ts.CompilerHost = {
    getSourceFile: (name, version) => {
      const text = files.get(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, version);
    },
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name),
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    program
      .getSourceFiles()
      .filter(({ fileName }) => fileName.startsWith('p'))
      .map((file) => [file.fileName, program.getSemanticDiagnostics(file)]),
  );
}

function smallestAround({ conditions }: Program, start: number, end: number): number {
  let best = -1;
  conditions.forEach((each, index) => {
    if (each.start > start || each.end < end) return;
    const known = conditions[best];
    if (!known || each.end - each.start < known.end - known.start) best = index;
  });
  return best;
}

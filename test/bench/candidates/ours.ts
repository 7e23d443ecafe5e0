import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type { Diagnostic, LiveDocument, ParsedDocument } from '../../../src/language';
import type { Syntax } from '../inputs/inputs';
import type { EditorDocument } from '../measure/editor-document';
import type { Candidate } from './candidate';

/** How long the extension works without a pause, in milliseconds. */
const SLICE = 8;

type Language = typeof import('../../../src/language');

interface State {
  readonly live: LiveDocument;
  readonly reading: ParsedDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The language floor as the extension calls it, bundled and minified as it is shipped. */
export function ours(syntax: Syntax): Candidate<State> {
  const language = bundledLanguage();
  const read = (live: LiveDocument, document: EditorDocument): State => {
    const reading = live.read(document, () => false);
    return { live, reading, diagnostics: reading ? language.diagnoseReading(reading) : [] };
  };
  return {
    name: 'ECS States',
    role: 'ours',
    syntax,
    open: (document) => read(new language.LiveDocument(syntax), document),
    faults: ({ diagnostics }) => diagnostics.map(({ start }) => start),
    afterKeyPress: ({ live }, { offset, removed, inserted }, document) => {
      live.change([{ start: offset, end: offset + removed, newLength: inserted.length }]);
      return read(live, document);
    },
    openInSlices: (document) => slices(language, new language.LiveDocument(syntax), document),
    hover: ({ reading }, offset) => reading && language.hoverReading(reading, offset),
    complete: ({ reading }, offset) => reading && language.completeReading(reading, offset),
  };
}

/** Reads and judges as the extension does, and tells how long it is busy at a stretch. */
function slices(language: Language, live: LiveDocument, document: EditorDocument): number[] {
  const durations: number[] = [];
  const inSlice = <T>(work: (isOver: () => boolean) => T): T => {
    const start = performance.now();
    const result = work(() => performance.now() > start + SLICE);
    durations.push(performance.now() - start);
    return result;
  };
  let reading: ParsedDocument | undefined;
  while (!reading) reading = inSlice((isOver) => live.read(document, isOver));
  const read = reading;
  const steps = language.diagnoseInSteps(read);
  while (!inSlice((isOver) => language.advance(steps, isOver)));
  return durations;
}

let bundled: Language | undefined;

/** The language floor, made into one minified script once. */
export function bundledLanguage(): Language {
  bundled ??= bundle();
  return bundled;
}

function bundle(): Language {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('../../../src/language/index.ts', import.meta.url))],
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    minify: true,
    write: false,
  });
  const module = { exports: {} };
  const code = outputFiles[0]?.text ?? '';
  const run = compileFunction(code, ['module', 'exports', 'require']);
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports as Language;
}

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type {
  Diagnostic,
  LanguageService,
  OpenDocument,
  ParsedDocument,
} from '../../../src/language';
import type { Syntax } from '../inputs/inputs';
import type { EditorDocument } from '../measure/editor-document';
import type { Candidate } from './candidate';

/** How long the extension works without a pause, in milliseconds. */
const SLICE = 8;

type Language = typeof import('../../../src/language');

interface State {
  readonly open: OpenDocument;
  readonly reading: ParsedDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The language floor as the extension calls it, bundled and minified as it is shipped. */
export function ours(syntax: Syntax): Candidate<State> {
  const language = bundledLanguage();
  const service = language.createLanguageService();
  const openIn = (document: EditorDocument): OpenDocument => {
    const open = service.open(document, syntax);
    if (!open) throw new Error(`${syntax} is not served`);
    return open;
  };
  const read = (open: OpenDocument): State => {
    const reading = open.advance(() => false);
    return { open, reading, diagnostics: reading ? service.diagnose(reading) : [] };
  };
  return {
    name: 'ECS States',
    role: 'ours',
    syntax,
    open: (document) => read(openIn(document)),
    faults: ({ diagnostics }) => diagnostics.map(({ start }) => start),
    afterKeyPress: ({ open }, { offset, removed, inserted }, document) => {
      const change = { start: offset, end: offset + removed, newLength: inserted.length };
      open.change([change], document);
      return read(open);
    },
    openInSlices: (document) => slices(language, service, openIn(document)),
    hover: ({ reading }, offset) => reading && service.hover(reading, offset),
    complete: ({ reading }, offset) => reading && service.complete(reading, offset),
  };
}

/** Reads and judges as the extension does, and tells how long it is busy at a stretch. */
function slices(language: Language, service: LanguageService, open: OpenDocument): number[] {
  const durations: number[] = [];
  const inSlice = <T>(work: (isOver: () => boolean) => T): T => {
    const start = performance.now();
    const result = work(() => performance.now() > start + SLICE);
    durations.push(performance.now() - start);
    return result;
  };
  let reading: ParsedDocument | undefined;
  while (!reading) reading = inSlice((isOver) => open.advance(isOver));
  const read = reading;
  const steps = service.diagnoseInSteps(read);
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

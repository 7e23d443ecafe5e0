import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type { Diagnostic, LiveDocument, Reading } from '../../../src/language';
import type { Syntax } from '../inputs/inputs';
import type { EditorDocument } from '../measure/editor-document';
import type { Candidate } from './candidate';

type Language = typeof import('../../../src/language');

interface State {
  readonly live: LiveDocument;
  readonly reading: Reading | undefined;
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
    hover: ({ reading }, offset) => reading && language.hoverReading(reading, offset),
    complete: ({ reading }, offset) => reading && language.completeReading(reading, offset),
  };
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

import type { Syntax } from '../reader';
import { LiveTypeScript } from './incremental';
import { typescriptReader } from './reader';

/** TypeScript and JavaScript. */
export const typescriptSyntax: Syntax = {
  reader: typescriptReader,
  open: (languageId, keys) => new LiveTypeScript(languageId, keys),
};

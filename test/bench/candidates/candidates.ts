import type { Syntax } from '../inputs/inputs';
import type { Candidate } from './candidate';

/** Brings a candidate, and only then what it needs. */
type Load = () => Promise<Candidate>;

const ours =
  (syntax: Syntax): Load =>
  async () =>
    (await import('./ours')).ours(syntax);
const keySearch =
  (syntax: Syntax): Load =>
  async () =>
    (await import('./floors')).keySearch(syntax);

/** Everything that reads a syntax: ours first, then the peers, then the floors. */
export const CANDIDATES: Readonly<Record<Syntax, readonly Load[]>> = {
  json: [
    ours('json'),
    async () => (await import('./json-language-service')).jsonLanguageService(),
    async () => (await import('./floors')).jsonParse(),
    keySearch('json'),
  ],
  yaml: [
    ours('yaml'),
    async () => (await import('./yaml-language-server')).yamlLanguageServer(),
    keySearch('yaml'),
  ],
  typescript: [
    ours('typescript'),
    async () => (await import('./typescript-compiler')).typescriptCompiler(),
    async () => (await import('./typescript-eslint')).typescriptEslint(),
    async () => (await import('./typescript-compiler')).typescriptParser(),
    async () => (await import('./typescript-eslint')).typescriptEslintParser(),
    keySearch('typescript'),
  ],
};

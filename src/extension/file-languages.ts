import * as vscode from 'vscode';
import type { Languages } from './languages';
import { matches } from './settings';

/** What extensions say of a language. */
interface ContributedLanguage {
  readonly id?: unknown;
  readonly extensions?: unknown;
  readonly filenames?: unknown;
}

/** The language that a file would be opened in, by its name: no file has to be opened to know it. */
export class FileLanguages {
  readonly #byExtension: Map<string, string>;
  readonly #byName = new Map<string, string>();
  readonly #associations: readonly (readonly [glob: string, languageId: string])[];

  /** @param common the languages of well-known extensions, for where no other extension can be seen */
  constructor(
    private readonly languages: Languages,
    common: Readonly<Record<string, string>>,
  ) {
    this.#byExtension = new Map(Object.entries(common));
    for (const { id, extensions, filenames } of contributedLanguages()) {
      if (typeof id !== 'string') continue;
      for (const extension of strings(extensions)) this.#byExtension.set(extension, id);
      for (const name of strings(filenames)) this.#byName.set(name, id);
    }
    this.#associations = associations();
  }

  /** Globs of all files that may be served. */
  globs(): readonly string[] {
    const served = new Set(this.languages.all());
    const isServed = ([, languageId]: readonly [string, string]) => served.has(languageId);
    const extensions = [...this.#byExtension].filter(isServed).map(([name]) => `*${name}`);
    const names = [...this.#byName].filter(isServed).map(([name]) => name);
    const own = this.#associations.filter(isServed).map(([glob]) => glob);
    return [`**/{${[...extensions, ...names].join(',')}}`, ...own];
  }

  /** What the file is read as, or undefined where its language is not served. */
  of(uri: vscode.Uri): string | undefined {
    const languageId = this.#languageOf(uri);
    return languageId === undefined ? undefined : this.languages.of({ uri, languageId });
  }

  #languageOf(uri: vscode.Uri): string | undefined {
    const own = this.#associations.find(([glob]) => matches({ uri, languageId: '' }, glob));
    if (own) return own[1];
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).toLowerCase();
    const named = this.#byName.get(name);
    if (named !== undefined) return named;
    // Of `a.code-snippets.json` and the like the longest end that is known counts.
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const languageId = this.#byExtension.get(name.slice(dot));
      if (languageId !== undefined) return languageId;
    }
    return undefined;
  }
}

function contributedLanguages(): readonly ContributedLanguage[] {
  return vscode.extensions.all.flatMap(({ packageJSON }) => {
    const languages: unknown = packageJSON?.contributes?.languages;
    return Array.isArray(languages) ? languages.filter((language) => language !== null) : [];
  });
}

/** The user's own, which win over those of extensions. */
function associations(): (readonly [string, string])[] {
  const value = vscode.workspace.getConfiguration('files').get<unknown>('associations');
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([glob, languageId]) => {
    if (typeof languageId !== 'string') return [];
    return [[glob.includes('/') ? glob : `**/${glob}`, languageId] as const];
  });
}

function strings(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const names = items.filter((item): item is string => typeof item === 'string');
  return names.map((name) => name.toLowerCase()).filter((name) => /^[^{},*?[\]/\\]+$/.test(name));
}

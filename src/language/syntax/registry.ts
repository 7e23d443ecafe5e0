import { astroSyntax, httpSyntax, markdownSyntax, svelteSyntax, vueSyntax } from './embedded';
import { jsonSyntax } from './json';
import type { Reader, Syntax } from './reader';
import { typescriptSyntax } from './typescript';
import { yamlSyntax } from './yaml';

/** Every syntax there is; a new one is its folder and a line here. */
const SYNTAXES: readonly Syntax[] = [
  jsonSyntax,
  yamlSyntax,
  typescriptSyntax,
  vueSyntax,
  svelteSyntax,
  astroSyntax,
  markdownSyntax,
  httpSyntax,
];
const READERS = SYNTAXES.map(({ reader }) => reader);

/** The syntax of a language identifier, or undefined where there is none. */
export function syntaxFor(languageId: string): Syntax | undefined {
  return SYNTAXES.find(({ reader }) => reader.languageIds.includes(languageId));
}

/** The reader that serves a language identifier, or undefined. */
export function readerFor(languageId: string): Reader | undefined {
  return syntaxFor(languageId)?.reader;
}

/** All language identifiers that some reader serves. */
export const LANGUAGE_IDS: readonly string[] = READERS.flatMap((reader) => reader.languageIds);

/** The language identifier of files by the end of their name, for all readers. */
export const FILE_EXTENSIONS: Readonly<Record<string, string>> = Object.assign(
  {},
  ...READERS.map((reader) => reader.fileExtensions),
);

/** The language identifier by a file's name, or undefined where no reader serves such files. */
export function languageOfFile(name: string): string | undefined {
  const extension = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(FILE_EXTENSIONS, extension) ? FILE_EXTENSIONS[extension] : undefined;
}

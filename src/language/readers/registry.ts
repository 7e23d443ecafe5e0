import { jsonReader } from './json';
import type { Reader } from './reader';
import { typescriptReader } from './typescript';
import { yamlReader } from './yaml';

/** Every syntax there is; a new one is its file and a line here. */
const READERS: readonly Reader[] = [jsonReader, yamlReader, typescriptReader];

/** The reader that serves a language identifier, or undefined. */
export function readerFor(languageId: string): Reader | undefined {
  return READERS.find((reader) => reader.languageIds.includes(languageId));
}

/** All language identifiers that some reader serves. */
export const LANGUAGE_IDS: readonly string[] = READERS.flatMap((reader) => reader.languageIds);

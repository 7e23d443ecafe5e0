import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** How a file's language follows from its name; the first that fits. */
const LANGUAGES: readonly (readonly [ending: string, languageId: string])[] = [
  ['.ansible.yaml', 'ansible'],
  ['.json', 'json'],
  ['.jsonc', 'jsonc'],
  ['.jsonl', 'jsonl'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.ts', 'typescript'],
  ['.tsx', 'typescriptreact'],
  ['.js', 'javascript'],
  ['.jsx', 'javascriptreact'],
  ['.vue', 'vue'],
  ['.svelte', 'svelte'],
  ['.astro', 'astro'],
  ['.md', 'markdown'],
  ['.http', 'http'],
];

/** A file that tests read, as an editor would. */
export interface SampleFile {
  /** Its path below the folder. */
  readonly name: string;
  readonly text: string;
  readonly languageId: string;
}

/** All files of a folder of the project, but for the list of what is expected of them. */
export function filesIn(folder: string): SampleFile[] {
  const base = path.join(ROOT, folder);
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      name: path.relative(base, file).split(path.sep).join('/'),
      // A byte order mark is no part of the text that an editor shows.
      text: readFileSync(file, 'utf8').replace(/^\ufeff/, ''),
      languageId: languageOf(file),
    }));
}

/** For each file of a folder, what is expected of it. */
export function expectedIn(folder: string): Record<string, string[]> {
  return JSON.parse(readFileSync(path.join(ROOT, folder, 'expected.json'), 'utf8'));
}

function languageOf(file: string): string {
  const language = LANGUAGES.find(([ending]) => file.endsWith(ending));
  assert.ok(language, `${file} is of no language that is served`);
  return language[1];
}

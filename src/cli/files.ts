import { statSync } from 'node:fs';
import path from 'node:path';
import { globbyStream, isDynamicPattern } from 'globby';
import { FILE_EXTENSIONS } from '../language';

/** What no folder is searched for, whether or not it is in a `.gitignore`. */
const NEVER = ['**/node_modules/**', '**/.git/**'];

const SERVED = `**/*{${Object.keys(FILE_EXTENSIONS).join(',')}}`;

/** The files to check, and the arguments that are neither a file, a folder, nor a glob that finds any. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** Finds the files that the arguments name, each once: by themselves as given, those of folders and globs sorted. */
export async function findFiles(
  args: readonly string[],
  workingDirectory: string,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const arg of args) {
    // It would be the working directory, where a variable is empty by mistake.
    if (arg === '') {
      missing.push(arg);
      continue;
    }
    const absolute = path.resolve(workingDirectory, arg);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      for (const file of await walk(SERVED, absolute)) files.add(file);
    } else if (stats) {
      files.add(absolute);
    } else {
      const found = isDynamicPattern(arg) ? await walk(toGlob(arg), workingDirectory) : [];
      if (found.length === 0) missing.push(arg);
      for (const file of found) files.add(file);
    }
  }
  return { files: [...files], missing };
}

/** Links are not followed, as Git does not: they can lead out of the folder, and round in it. */
async function walk(pattern: string, folder: string): Promise<string[]> {
  const stream = globbyStream(pattern, {
    cwd: folder,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    gitignore: true,
    caseSensitiveMatch: false,
    ignore: NEVER,
    onlyFiles: true,
  });
  const files: string[] = [];
  for await (const file of stream) files.push(path.normalize(String(file)));
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/** On Windows a backslash separates folders; elsewhere it takes the meaning from what follows it. */
function toGlob(arg: string): string {
  return path.sep === '\\' ? arg.replaceAll('\\', '/') : arg;
}

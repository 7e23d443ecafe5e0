import { statSync } from 'node:fs';
import path from 'node:path';
import { globbyStream, isDynamicPattern, isGitIgnored } from 'globby';
import { FILE_EXTENSIONS } from '../language';
import { systemPath } from './paths';
import { fromSearched, tolerantFileSystem, toSearched } from './tolerant-file-system';

/** What no folder is searched for, whether or not it is in a `.gitignore`. */
const NEVER = ['**/node_modules/**', '**/.git/**'];
const IN_NEVER = /\/(?:node_modules|\.git)\//;

const SERVED = `**/*{${Object.keys(FILE_EXTENSIONS).join(',')}}`;

/** A path that could not be searched; where there is no error, nothing is there. */
export interface Unsearched {
  readonly path: string;
  readonly error?: unknown;
}

/** The files to check, and what of the paths could not be searched for some. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly unsearched: readonly Unsearched[];
}

/** Finds the files that the arguments name, each once: by themselves as given, those of folders and globs sorted. */
export async function findFiles(
  args: readonly string[],
  workingDirectory: string,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const unsearched = new Map<string, Unsearched>();
  const miss = (missed: Unsearched) => unsearched.set(missed.path, missed);
  for (const arg of args) {
    const kind = kindOf(arg, workingDirectory);
    const absolute = path.resolve(workingDirectory, arg);
    if (kind === 'file') {
      files.add(absolute);
      continue;
    }
    const isGlob = kind !== 'folder' && arg !== '' && isDynamicPattern(arg);
    if (kind !== 'folder' && !isGlob) {
      miss({ path: arg, ...kind });
      continue;
    }
    const walked = await walk(isGlob ? toGlob(arg) : SERVED, isGlob ? workingDirectory : absolute);
    if (isGlob && walked.files.length === 0 && walked.unsearched.length === 0) miss({ path: arg });
    for (const file of walked.files) files.add(file);
    for (const missed of walked.unsearched) miss(missed);
  }
  return { files: [...files], unsearched: [...unsearched.values()] };
}

function kindOf(
  arg: string,
  workingDirectory: string,
): 'folder' | 'file' | { readonly error?: unknown } {
  // It would be the working directory, where a variable is empty by mistake.
  if (arg === '') return {};
  try {
    const stats = statSync(systemPath(path.resolve(workingDirectory, arg)));
    return stats.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? {} : { error };
  }
}

/** Links are not followed, as Git does not: they can lead out of the folder, and round in it. */
async function walk(pattern: string, folder: string): Promise<FoundFiles> {
  const failed = new Map<string, Unsearched>();
  const fs = tolerantFileSystem((file, error) => failed.set(file, { path: file, error }));
  const cwd = toSearched(folder);
  const files: string[] = [];
  try {
    const stream = globbyStream(pattern, {
      cwd,
      absolute: true,
      dot: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      gitignore: true,
      caseSensitiveMatch: false,
      ignore: NEVER,
      onlyFiles: true,
      fs,
    });
    for await (const file of stream) files.push(path.normalize(fromSearched(String(file))));
  } catch (error) {
    failed.set(folder, { path: folder, error });
  }
  const unsearched = [...failed.values()];
  return {
    files: files.sort((a, b) => (a < b ? -1 : 1)),
    unsearched: unsearched.length === 0 ? [] : await withoutIgnored(unsearched, cwd),
  };
}

/** The search looks for ignore files everywhere, so it may have met what they then name. */
async function withoutIgnored(unsearched: readonly Unsearched[], cwd: string) {
  const isIgnored = await isGitIgnored({ cwd, fs: tolerantFileSystem(() => undefined) }).catch(
    () => () => false,
  );
  return unsearched.filter(({ path: file }) => {
    const searched = toSearched(file);
    return !IN_NEVER.test(`${searched}/`) && !isIgnored(searched) && !isIgnored(`${searched}/`);
  });
}

/** On Windows a backslash separates folders; elsewhere it takes the meaning from what follows it. */
function toGlob(arg: string): string {
  return path.sep === '\\' ? arg.replaceAll('\\', '/') : arg;
}

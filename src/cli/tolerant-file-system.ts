import {
  type Dirent,
  lstat,
  lstatSync,
  type PathLike,
  promises,
  readdir,
  stat,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { decodePath, systemPath } from './paths';

/** What a search for files goes on without. */
export type OnError = (path: string, error: unknown) => void;

/** A backslash in a name, where that is a letter as any other: libraries for globs take it for a separator. */
const BACKSLASH = '\udc5c';

/** The path as the search is to see it. */
export function toSearched(file: string): string {
  return path.sep === '\\' ? file : file.replaceAll('\\', BACKSLASH);
}

/** The path behind what the search has found. */
export function fromSearched(found: string): string {
  return path.sep === '\\' ? found : found.replaceAll(BACKSLASH, '\\');
}

type Callback<T> = (error: NodeJS.ErrnoException | null, value: T) => void;

/**
 * A file system for a library that searches for files: any name can be in it, and a folder or ignore file that cannot
 * be read is empty for it.
 * @param onError is given such a path, and why
 */
export function tolerantFileSystem(onError: OnError) {
  const real = (file: PathLike | string) => systemPath(fromSearched(String(file)));
  const read = (folder: string, _options: unknown, done: Callback<Dirent[]>) => {
    readdir(real(folder), { withFileTypes: true, encoding: 'buffer' }, (error, entries) => {
      if (error) onError(fromSearched(folder), error);
      done(null, (entries ?? []).map(withDecodedName));
    });
  };
  const readFile = async (file: string) => {
    try {
      return await promises.readFile(real(file), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onError(fromSearched(file), error);
      return '';
    }
  };
  return {
    readdir: read as unknown as typeof readdir,
    lstat: ((file: string, done: Callback<unknown>) => lstat(real(file), done)) as typeof lstat,
    stat: ((file: string, done: Callback<unknown>) => stat(real(file), done)) as typeof stat,
    lstatSync: ((file: string) => lstatSync(real(file))) as typeof lstatSync,
    statSync: ((file: string) => statSync(real(file))) as typeof statSync,
    promises: {
      readFile: readFile as typeof promises.readFile,
      stat: ((file: string) => promises.stat(real(file))) as typeof promises.stat,
    },
  };
}

/** The library asks an entry for its name and its kind. */
function withDecodedName(entry: Dirent<Buffer>): Dirent {
  const name = toSearched(decodePath(entry.name));
  return Object.assign(Object.create(Object.getPrototypeOf(entry)), entry, { name });
}

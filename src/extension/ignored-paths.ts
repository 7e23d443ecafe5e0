import ignore, { type Ignore } from 'ignore';

/** A `.gitignore` file: the folder it is in (`''`, or ending with a slash), and its text. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

/** What the `.gitignore` files of a folder and those below it keep out. Paths are relative to that folder, with `/`. */
export class IgnoredPaths {
  readonly #rules: ReadonlyMap<string, Ignore>;
  readonly #folders = new Map<string, boolean>();

  constructor(files: readonly IgnoreFile[]) {
    this.#rules = new Map(
      files.map(({ folder, text }) => [folder, ignore({ allowRelativePaths: true }).add(text)]),
    );
  }

  /** Whether a file is ignored, or a folder that it is in. */
  has(path: string): boolean {
    if (this.#rules.size === 0) return false;
    const folder = folderOf(path);
    return (folder !== '' && this.#hasFolder(folder)) || this.#decide(path);
  }

  /** What is in an ignored folder cannot be taken out again, so folders decide first. */
  #hasFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isIgnored = this.has(folder);
    this.#folders.set(folder, isIgnored);
    return isIgnored;
  }

  /** The file that is nearest to the path and has a rule for it decides. */
  #decide(path: string): boolean {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const answer = this.#rules.get(folder)?.test(path.slice(folder.length));
      if (answer?.ignored || answer?.unignored) return answer.ignored;
      if (folder === '') return false;
    }
  }
}

/** The folder that a path is in, with its slash; `''` at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

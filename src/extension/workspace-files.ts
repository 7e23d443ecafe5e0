import * as vscode from 'vscode';
import type { Core } from './core';
import { FileLanguages } from './file-languages';
import { IgnoredPaths } from './ignored-paths';
import type { Languages } from './languages';
import type { Scope } from './settings';

/** What others have written is not for the user to fix. */
const NEVER = '**/node_modules/**';

/** A pattern with more alternatives than this is longer to match than all files are to list. */
export const MOST_PATHS = 50;

/** Finds the files of the workspace that are to be checked, without those that settings or `.gitignore` keep out. */
export class WorkspaceFiles {
  readonly #ignored = new Map<string, Promise<{ has(path: string): boolean }>>();
  readonly #languages: FileLanguages;

  constructor(
    readonly core: Core,
    languages: Languages,
  ) {
    this.#languages = new FileLanguages(languages, core.language.FILE_EXTENSIONS);
  }

  /** The files, each once, with the language it is read as. */
  async all(token: vscode.CancellationToken): Promise<readonly Scope[]> {
    const globs = this.#languages.globs();
    return this.#find((folder) => globs.map((glob) => pattern(folder, glob)), token);
  }

  /** Those of some files that are there and are to be checked; of a folder, all that are in it. */
  async among(
    uris: readonly vscode.Uri[],
    token: vscode.CancellationToken,
  ): Promise<readonly Scope[]> {
    const isFolder = await Promise.all(
      uris.map(async (uri) => this.#languages.of(uri) === undefined && (await isDirectory(uri))),
    );
    const patterns = new Map<string, string[]>();
    for (const [index, uri] of uris.entries()) {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (!folder || !(isFolder[index] || this.#languages.of(uri))) continue;
      const path = escaped(pathIn(folder, uri));
      const paths = patterns.get(folder.uri.toString()) ?? [];
      paths.push(isFolder[index] ? `${path}/**` : path);
      patterns.set(folder.uri.toString(), paths);
    }
    return this.#find((folder) => {
      const paths = patterns.get(folder.uri.toString());
      if (!paths) return [];
      return [pattern(folder, paths.length === 1 ? (paths[0] ?? '') : `{${paths.join(',')}}`)];
    }, token);
  }

  async #find(
    patternsFor: (folder: vscode.WorkspaceFolder) => readonly vscode.RelativePattern[],
    token: vscode.CancellationToken,
  ): Promise<readonly Scope[]> {
    const found = new Map<string, Scope>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const patterns = patternsFor(folder);
      if (patterns.length === 0) continue;
      const find = (include: vscode.RelativePattern) =>
        vscode.workspace.findFiles(include, NEVER, undefined, token);
      const [ignored, ...lists] = await Promise.all([
        this.#ignoredIn(folder),
        ...patterns.map(find),
      ]);
      for (const uri of lists.flat()) {
        const languageId = this.#languages.of(uri);
        if (languageId === undefined || ignored.has(pathIn(folder, uri))) continue;
        found.set(uri.toString(), { uri, languageId });
      }
    }
    return [...found.values()];
  }

  #ignoredIn(folder: vscode.WorkspaceFolder): Promise<{ has(path: string): boolean }> {
    const key = folder.uri.toString();
    const ignored = this.#ignored.get(key) ?? this.#readIgnored(folder);
    this.#ignored.set(key, ignored);
    return ignored;
  }

  async #readIgnored(folder: vscode.WorkspaceFolder): Promise<{ has(path: string): boolean }> {
    const uris = await vscode.workspace.findFiles(pattern(folder, '**/.gitignore'), NEVER);
    const files = await Promise.all(
      uris.map(async (uri) => {
        const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        const path = pathIn(folder, uri);
        return { folder: path.slice(0, path.lastIndexOf('/') + 1), text };
      }),
    );
    return new IgnoredPaths(files);
  }
}

function pattern(folder: vscode.WorkspaceFolder, glob: string): vscode.RelativePattern {
  return new vscode.RelativePattern(folder, glob);
}

/** The path below the folder, with slashes. */
function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  return uri.path.slice(root.length);
}

/** What a glob would read otherwise, as itself. */
function escaped(path: string): string {
  return path.replace(/[[\]{},*?]/g, '[$&]');
}

async function isDirectory(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}

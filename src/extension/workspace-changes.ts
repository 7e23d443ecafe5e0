import * as vscode from 'vscode';
import { SECTION } from './settings';
import type { Translations } from './translations';

/** Changes within this time are told at once, in milliseconds. */
const PAUSE = 300;

/** What decides which files there are, and how they are read and judged. */
const SETTINGS = [SECTION, 'files.exclude', 'files.associations', 'files.encoding'];

/** Tells which files or folders of the workspace have changed, or that everything may be another now. */
export class WorkspaceChanges implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  readonly #changed = new Map<string, vscode.Uri>();
  #isAll = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly tell: (uris: readonly vscode.Uri[] | 'all') => void,
    translations: Translations,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const note = (uri: vscode.Uri) => this.#note(uri);
    const noteAll = () => this.#note('all');
    this.#subscriptions = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
      translations.onDidChange(noteAll),
      vscode.workspace.onDidChangeWorkspaceFolders(noteAll),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((name) => event.affectsConfiguration(name))) noteAll();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #note(what: vscode.Uri | 'all'): void {
    if (what === 'all' || what.path.endsWith('/.gitignore')) this.#isAll = true;
    else if (/\/(?:node_modules|\.git)\//.test(what.path)) return;
    else this.#changed.set(what.toString(), what);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), PAUSE);
  }

  #flush(): void {
    const uris = this.#isAll ? 'all' : [...this.#changed.values()];
    this.#isAll = false;
    this.#changed.clear();
    this.tell(uris);
  }
}

import * as vscode from 'vscode';
import { SECTION } from './settings';
import type { Translations } from './translations';

/** Changes within this time are reported at once, in milliseconds. */
export const PAUSE = 300;

/** What decides which files there are. */
const LIST_SETTINGS = [`${SECTION}.includeLanguages`, 'files.exclude', 'files.associations'];
/** What decides which text a file has. */
const TEXT_SETTINGS = ['files.encoding', 'files.autoGuessEncoding'];

/** What has become of the workspace. */
export interface WorkspaceChange {
  /** Files and folders that have changed, come or gone. */
  readonly uris: readonly vscode.Uri[];
  /** Whether there may be other files to check than before. */
  readonly isListStale: boolean;
  /** Whether all files may have other texts than before. */
  readonly isTextStale: boolean;
  /** Whether files may be checked otherwise than before. */
  readonly isSettingsStale: boolean;
}

/** Reports what has changed in the workspace and its settings, some time after the last change. */
export class WorkspaceChanges implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  readonly #changed = new Map<string, vscode.Uri>();
  #isListStale = false;
  #isTextStale = false;
  #isSettingsStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly report: (change: WorkspaceChange) => void,
    translations: Translations,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const note = (uri: vscode.Uri) => this.#noteFile(uri);
    this.#subscriptions = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
      translations.onDidChange(() => {
        this.#isSettingsStale = true;
        this.#schedule();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#isListStale = true;
        this.#isSettingsStale = true;
        this.#schedule();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => this.#noteSettings(event)),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #noteFile(uri: vscode.Uri): void {
    if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri.path)) return;
    if (uri.path.endsWith('/.gitignore')) this.#isListStale = true;
    else this.#changed.set(uri.toString(), uri);
    this.#schedule();
  }

  #noteSettings(event: vscode.ConfigurationChangeEvent): void {
    const isAffected = (name: string) => event.affectsConfiguration(name);
    const isListStale = LIST_SETTINGS.some(isAffected);
    const isTextStale = TEXT_SETTINGS.some(isAffected);
    const isSettingsStale = isAffected(SECTION);
    if (!isListStale && !isTextStale && !isSettingsStale) return;
    this.#isListStale ||= isListStale;
    this.#isTextStale ||= isTextStale;
    this.#isSettingsStale ||= isSettingsStale;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), PAUSE);
  }

  #flush(): void {
    const change: WorkspaceChange = {
      uris: [...this.#changed.values()],
      isListStale: this.#isListStale,
      isTextStale: this.#isTextStale,
      isSettingsStale: this.#isSettingsStale,
    };
    this.#changed.clear();
    this.#isListStale = this.#isTextStale = this.#isSettingsStale = false;
    this.report(change);
  }
}

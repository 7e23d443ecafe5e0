import * as vscode from 'vscode';
import type { Tally } from '../language';
import { checkFiles, type Take } from './check-files';
import { type Outcome, reportOutcome } from './check-report';
import { CheckedFiles, within } from './checked-files';
import type { Core } from './core';
import type { Languages } from './languages';
import { Pace } from './pace';
import type { Problems } from './problems';
import type { Scope } from './settings';
import type { Translations } from './translations';
import { type WorkspaceChange, WorkspaceChanges } from './workspace-changes';
import { MOST_PATHS, WorkspaceFiles } from './workspace-files';

const CHECK = 'ecsStates.checkWorkspace';
const CLEAR = 'ecsStates.clearWorkspaceProblems';
/** Sets for menus whether there is something to clear. */
const CONTEXT_KEY = 'ecsStates.isWorkspaceChecked';
/** Files between two reports of the progress. */
const REPORT_EVERY = 50;
/** ParsedDocument more files than this takes long enough to be cancelled. */
const FEW_FILES = 50;

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

/**
 * Checks the files of the workspace on command, and from then on what changes in them. A check that was cancelled
 * is not taken up again: only the files that were read by then are followed, and those that change.
 */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #commands: vscode.Disposable;
  readonly #checked: CheckedFiles;
  #changes: WorkspaceChanges | undefined;
  /** Whether the last check has come to its end, so that files it does not know are to be read, too. */
  #isWhole = false;
  /** The files that are followed. */
  #files: readonly Scope[] = [];
  /** Ends when all is cleared, or checked again. */
  #session = new vscode.CancellationTokenSource();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
    private readonly problems: Problems,
    private readonly translations: Translations,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#checked = new CheckedFiles(problems, () => translations.texts.language);
    this.#commands = vscode.Disposable.from(
      vscode.commands.registerCommand(CHECK, () => this.#command()),
      vscode.commands.registerCommand(CLEAR, () => this.#clear()),
    );
  }

  dispose(): void {
    this.#commands.dispose();
    this.#stop();
  }

  /** Checks all files under a progress bar, and says what came of it. */
  async #command(): Promise<Tally | undefined> {
    const core = await this.core();
    const t = this.translations.translate;
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage(t('Open a folder to check its files.'));
      return undefined;
    }
    this.#stop();
    const session = this.#session;
    this.#changes = new WorkspaceChanges((change) => this.#follow(change), this.translations);
    const outcome = await this.#enqueue((token) =>
      this.#withProgress(true, token, (progress, until) => this.#checkAll(core, until, progress)),
    );
    // Another check, or the wish to see nothing, has come in between.
    if (this.#session !== session) return undefined;
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, true);
    return outcome && reportOutcome(outcome, core, this.problems, t, this.log);
  }

  /** Reads all files, whatever is known of them. */
  async #checkAll(
    core: Core,
    token: vscode.CancellationToken,
    progress: Progress,
  ): Promise<Outcome> {
    const start = performance.now();
    const found = await new WorkspaceFiles(core, this.languages).all(token);
    // A list that was not finished is none.
    const listed = token.isCancellationRequested ? this.#files : found;
    const files = listed.filter((file) => !core.settings.isExcluded(file));
    const { done, skipped } = await this.#read(files, core, token, progress);
    const isCancelled = token.isCancellationRequested;
    if (isCancelled) this.#giveUp(files, listed, core);
    else {
      this.#isWhole = true;
      this.#setFiles(listed);
    }
    const uris = files.map(({ uri }) => uri);
    return { files: uris, skipped, done, isCancelled, milliseconds: performance.now() - start };
  }

  /** Keeps what is shown true after a change. */
  #follow(change: WorkspaceChange): void {
    void this.#enqueue(async (token) => {
      const core = await this.core();
      const { uris, isListStale, isTextStale, isSettingsStale } = change;
      this.#checked.invalidate(isTextStale ? () => true : within(uris));
      // Where the check was cancelled, many that have changed are no reason to look for all there are.
      const isLong = isListStale || (uris.length > MOST_PATHS && this.#isWhole);
      const some = await this.#list(isLong ? 'all' : uris, core, token);
      if (token.isCancellationRequested) return;
      if (isLong) this.#setFiles(some);
      else this.#replaceFiles(uris, some);
      const isAll = isLong || isTextStale || isSettingsStale;
      await this.#update(isAll ? this.#files : some, core, token);
    });
  }

  /** All files there are, or those among some paths; of many that a cancelled check has not read, none. */
  async #list(
    uris: readonly vscode.Uri[] | 'all',
    core: Core,
    token: vscode.CancellationToken,
  ): Promise<readonly Scope[]> {
    const files = new WorkspaceFiles(core, this.languages);
    if (uris === 'all') return files.all(token);
    const isMany = uris.length > MOST_PATHS;
    const concerns = within(uris);
    const found = isMany
      ? this.#files.filter(({ uri }) => concerns(uri.toString()))
      : await files.among(uris, token);
    if (this.#isWhole || found.length <= FEW_FILES) return found;
    return found.filter((file) => this.#checked.has(file));
  }

  /** Shows what the settings report now, and reads only what has to be read for it. */
  async #update(
    files: readonly Scope[],
    core: Core,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const pace = new Pace();
    const stale: Scope[] = [];
    for (const file of files) {
      if (token.isCancellationRequested) return;
      await pace.do(() => {
        if (this.#checked.isStale(file, core)) stale.push(file);
        else this.#checked.show(file, core);
      });
    }
    if (stale.length === 0) return;
    await this.#withProgress(stale.length > FEW_FILES, token, async (progress, until) => {
      await this.#read(stale, core, until, progress);
      if (until.isCancellationRequested) this.#giveUp(stale, this.#files, core);
    });
  }

  async #read(
    files: readonly Scope[],
    core: Core,
    token: vscode.CancellationToken,
    progress: Progress,
  ): Promise<{ done: number; skipped: readonly vscode.Uri[] }> {
    const t = this.translations.translate;
    const skipped: vscode.Uri[] = [];
    let done = 0;
    const take: Take = (file, found, chosen) => {
      this.#checked.set(file, found, chosen, core);
      if (!found) skipped.push(file.uri);
      if (++done % REPORT_EVERY !== 0) return;
      const increment = (100 * REPORT_EVERY) / files.length;
      progress.report({ increment, message: t('{0} of {1} files', done, files.length) });
    };
    await checkFiles(files, core, take, token);
    return { done, skipped };
  }

  /**
   * Keeps what is true after a check was cancelled.
   * @param files those it was to read
   * @param listed all that there are
   */
  #giveUp(files: readonly Scope[], listed: readonly Scope[], core: Core): void {
    this.#isWhole = false;
    const stale = files.filter((file) => this.#checked.isStale(file, core));
    this.#checked.forget(isOneOf(stale));
    this.#setFiles(listed);
  }

  /** Takes what is listed; of a check that was cancelled, only what it has read. */
  #setFiles(listed: readonly Scope[]): void {
    const files = this.#isWhole ? listed : listed.filter((file) => this.#checked.has(file));
    const isKept = isOneOf(files);
    this.#checked.forget((key) => !isKept(key));
    this.#files = files;
  }

  /** Takes what is there now instead of some files and folders. */
  #replaceFiles(uris: readonly vscode.Uri[], now: readonly Scope[]): void {
    if (uris.length === 0) return;
    const concerns = within(uris);
    const isThere = isOneOf(now);
    this.#checked.forget((key) => concerns(key) && !isThere(key));
    this.#files = [...this.#files.filter(({ uri }) => !concerns(uri.toString())), ...now];
  }

  #withProgress<T>(
    isLong: boolean,
    token: vscode.CancellationToken,
    task: (progress: Progress, token: vscode.CancellationToken) => Promise<T>,
  ): Thenable<T> {
    const { Notification, Window } = vscode.ProgressLocation;
    const t = this.translations.translate;
    const title = t('Checking the server states in the workspace');
    const location = isLong ? Notification : Window;
    return vscode.window.withProgress(
      { location, title, cancellable: isLong },
      async (progress, cancelled) => {
        const either = new vscode.CancellationTokenSource();
        const cancel = () => either.cancel();
        if (token.isCancellationRequested) cancel();
        const listeners = [token, cancelled].map((one) => one.onCancellationRequested(cancel));
        try {
          return await task(progress, either.token);
        } finally {
          vscode.Disposable.from(...listeners, either).dispose();
        }
      },
    );
  }

  /** Forgets what was found in files that are not open, and looks no longer at changes. */
  async #clear(): Promise<void> {
    this.#stop();
    await this.#last;
    this.#checked.forget(() => true);
    this.#files = [];
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, false);
  }

  #stop(): void {
    this.#session.cancel();
    this.#session.dispose();
    this.#session = new vscode.CancellationTokenSource();
    this.#changes?.dispose();
    this.#changes = undefined;
  }

  /** One check at a time, so that none overwrites what a later one has found. */
  #enqueue<T>(check: (token: vscode.CancellationToken) => PromiseLike<T>): Promise<T | undefined> {
    const { token } = this.#session;
    const next = this.#last.then(async () => {
      try {
        return token.isCancellationRequested ? undefined : await check(token);
      } catch (error) {
        this.log.error(error instanceof Error ? error : String(error));
        return undefined;
      }
    });
    this.#last = next;
    return next;
  }
}

/** Whether an address is that of a file. */
function isOneOf(files: readonly Scope[]): (key: string) => boolean {
  const keys = new Set(files.map(({ uri }) => uri.toString()));
  return (key) => keys.has(key);
}

import * as vscode from 'vscode';
import type { RuleCode, Tally } from '../language';
import { checkFiles } from './check-files';
import type { Core } from './core';
import type { Languages } from './languages';
import type { Problems } from './problems';
import type { Scope } from './settings';
import type { Translations } from './translations';
import { WorkspaceChanges } from './workspace-changes';
import { MOST_PATHS, WorkspaceFiles } from './workspace-files';

const CHECK = 'ecsStates.checkWorkspace';
const CLEAR = 'ecsStates.clearWorkspaceProblems';
/** Tells menus whether there is something to clear. */
const CONTEXT_KEY = 'ecsStates.isWorkspaceChecked';
/** Files between two reports of the progress. */
const REPORT_EVERY = 50;

/** What a check has met besides problems, which are where they are shown. */
interface Outcome {
  readonly files: readonly Scope[];
  readonly skipped: readonly vscode.Uri[];
  readonly done: number;
}

/** Checks the files of the workspace on command, and from then on what changes in them. */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #commands: vscode.Disposable;
  #changes: WorkspaceChanges | undefined;
  #files: WorkspaceFiles | undefined;
  #running = new vscode.CancellationTokenSource();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
    private readonly problems: Problems,
    private readonly translations: Translations,
    private readonly log: vscode.LogOutputChannel,
  ) {
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
    const running = this.#running;
    const start = performance.now();
    const outcome = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: t('Checking the server states in the workspace'),
        cancellable: true,
      },
      (progress, token) => {
        token.onCancellationRequested(() => running.cancel());
        return this.#enqueue((until) => this.#checkAll(core, until, progress));
      },
    );
    // Another check, or the wish to see nothing, has come in between.
    if (this.#running !== running) return undefined;
    if (running.token.isCancellationRequested) this.#running = new vscode.CancellationTokenSource();
    // What is shown is kept true even where the check was not ended.
    this.#changes ??= new WorkspaceChanges((uris) => this.#refresh(uris), this.translations);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, true);
    if (!outcome) return undefined;
    const milliseconds = performance.now() - start;
    return this.#tell(outcome, milliseconds, core);
  }

  /** Checks what has changed, or everything anew. */
  #refresh(uris: readonly vscode.Uri[] | 'all'): void {
    const isAll = uris === 'all' || uris.length > MOST_PATHS;
    void this.#enqueue(async (token) => {
      const core = await this.core();
      if (isAll) await this.#checkAll(core, token);
      else await this.#checkSome(uris, core, token);
    });
  }

  async #checkAll(
    core: Core,
    token: vscode.CancellationToken,
    progress?: vscode.Progress<{ message?: string; increment?: number }>,
  ): Promise<Outcome> {
    const t = this.translations.translate;
    this.#files = new WorkspaceFiles(core, this.languages);
    const files = await this.#files.all(token);
    const skipped: vscode.Uri[] = [];
    let done = 0;
    const checked = (file: Scope, problems: readonly vscode.Diagnostic[] | undefined) => {
      this.problems.setChecked(file.uri, problems ?? []);
      if (!problems) skipped.push(file.uri);
      if (++done % REPORT_EVERY !== 0) return;
      const increment = (100 * REPORT_EVERY) / files.length;
      progress?.report({ increment, message: t('{0} of {1} files', done, files.length) });
    };
    await checkFiles(files, core, checked, token);
    if (!token.isCancellationRequested) this.#forgetOthers(files);
    return { files, skipped, done };
  }

  async #checkSome(
    uris: readonly vscode.Uri[],
    core: Core,
    token: vscode.CancellationToken,
  ): Promise<void> {
    this.#files ??= new WorkspaceFiles(core, this.languages);
    const files = await this.#files.among(uris, token);
    await checkFiles(
      files,
      core,
      ({ uri }, problems) => this.problems.setChecked(uri, problems ?? []),
      token,
    );
    if (token.isCancellationRequested) return;
    const changed = uris.map(String);
    this.#forgetOthers(files, (key) =>
      changed.some((one) => key === one || key.startsWith(`${one}/`)),
    );
  }

  /** Forgets what was found in files that are no longer there, or no longer to be checked. */
  #forgetOthers(files: readonly Scope[], concerns: (key: string) => boolean = () => true): void {
    const kept = new Set(files.map(({ uri }) => uri.toString()));
    for (const uri of this.problems.checkedFiles()) {
      const key = uri.toString();
      if (!kept.has(key) && concerns(key)) this.problems.setChecked(uri, []);
    }
  }

  #tell({ files, skipped, done }: Outcome, milliseconds: number, core: Core): Tally | undefined {
    const t = this.translations.translate;
    if (done < files.length) {
      void this.#show(t('The check was cancelled after {0} of {1} files.', done, files.length));
      return undefined;
    }
    const codes: Partial<Record<RuleCode, number>> = {};
    let faulty = 0;
    for (const { uri } of files) {
      const found = core.language.RULE_CODES.flatMap((rule) => {
        const own = this.problems.of(uri).filter((problem) => isShown(problem, rule));
        if (own.length > 0) codes[rule] = (codes[rule] ?? 0) + own.length;
        return own;
      });
      if (found.length > 0) faulty++;
    }
    const tally = { files: files.length, skipped: skipped.length, milliseconds, faulty, codes };
    const text = core.language.tallyText(tally, t);
    this.log.info(text);
    for (const uri of skipped) this.log.warn(`${uri.toString(true)} was not checked`);
    void this.#show(text, faulty > 0, skipped.length > 0);
    return tally;
  }

  async #show(text: string, hasProblems = false, hasLog = false): Promise<void> {
    const t = this.translations.translate;
    const [problems, log] = [t('Show Problems'), t('Show Log')];
    const buttons = [...(hasProblems ? [problems] : []), ...(hasLog ? [log] : [])];
    const chosen = await vscode.window.showInformationMessage(text, ...buttons);
    if (chosen === problems) {
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    } else if (chosen === log) this.log.show();
  }

  /** Forgets what was found in files that are not open, and looks no longer at changes. */
  async #clear(): Promise<void> {
    this.#stop();
    await this.#last;
    this.#forgetOthers([]);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, false);
  }

  #stop(): void {
    this.#running.cancel();
    this.#running.dispose();
    this.#running = new vscode.CancellationTokenSource();
    this.#changes?.dispose();
    this.#changes = undefined;
  }

  /** One check at a time, so that none overwrites what a later one has found. */
  #enqueue<T>(check: (token: vscode.CancellationToken) => Promise<T>): Promise<T | undefined> {
    const { token } = this.#running;
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

function isShown({ code, severity }: vscode.Diagnostic, rule: RuleCode): boolean {
  if (severity === vscode.DiagnosticSeverity.Hint) return false;
  return (typeof code === 'object' ? code.value : code) === rule;
}

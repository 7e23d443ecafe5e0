import * as vscode from 'vscode';
import type { Diagnostic, ParsedDocument, Steps } from '../language';
import type { Core } from './core';
import { placeIn, toEditor, toEditorSeverity } from './editor-diagnostic';
import { HalfTypedValues } from './half-typed-values';
import type { Languages } from './languages';
import type { Problems } from './problems';
import { SECTION } from './settings';

/**
 * Pause after the last key press before a document is checked again, in milliseconds: as long as that took the last
 * time, twice over, so that whoever types fast is never kept waiting.
 */
const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 300;
const PAUSE_PER_CHECK = 2;
/** Pause after which a text that is broken is parsed again as a whole, in milliseconds. */
const IDLE = 1500;
/** How long is checked without a pause, in milliseconds. */
const SLICE = 8;
/** The editor shows no more of one file, the worst first. */
const MOST_SHOWN = 1000;

/** Keeps the problems of all open documents current, and clears those of closed ones. */
export class DiagnosticsController implements vscode.Disposable {
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();
  /** What is under way, to be given up for something newer. */
  readonly #running = new Map<string, vscode.CancellationTokenSource>();
  /** How long the last check took, in milliseconds. */
  readonly #durations = new WeakMap<vscode.TextDocument, number>();
  readonly #halfTyped = new HalfTypedValues();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
    private readonly problems: Problems,
    onDidChangeTexts: vscode.Event<void>,
  ) {
    this.#subscriptions = [
      this.#halfTyped,
      this.#halfTyped.onDidLeave((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, this.#pauseFor(document));
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      onDidChangeTexts(() => this.#scheduleAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#scheduleAll();
      }),
    ];
    this.#scheduleAll();
  }

  dispose(): void {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    for (const running of this.#running.values()) running.cancel();
    this.#running.clear();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #pauseFor(document: vscode.TextDocument): number {
    const last = this.#durations.get(document) ?? 0;
    return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, PAUSE_PER_CHECK * last));
  }

  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, pause: number): void {
    if (!isWritable(document.uri)) return;
    // What was reported goes when its language is no longer included.
    if (!this.languages.of(document)) {
      this.#forget(document);
      return;
    }
    const key = document.uri.toString();
    clearTimeout(this.#pending.get(key));
    this.#running.get(key)?.cancel();
    const timer = setTimeout(() => {
      this.#pending.delete(key);
      void this.#check(document, key);
    }, pause);
    this.#pending.set(key, timer);
  }

  #forget(document: vscode.TextDocument): void {
    const { uri } = document;
    const key = uri.toString();
    // The name of an untitled document may have been taken by a new one already.
    const isReplaced = vscode.workspace.textDocuments.some(
      (other) => other !== document && other.uri.toString() === key,
    );
    if (isReplaced) return;
    clearTimeout(this.#pending.get(key));
    this.#pending.delete(key);
    this.#running.get(key)?.cancel();
    this.problems.close(uri);
  }

  async #check(document: vscode.TextDocument, key: string): Promise<void> {
    const source = new vscode.CancellationTokenSource();
    this.#running.set(key, source);
    const { token } = source;
    const core = await this.core();
    const start = performance.now();
    const isDone = await core.boundary.run('diagnostics', false, async () => {
      const diagnostics = await this.#diagnose(document, core, token);
      if (!diagnostics || token.isCancellationRequested || document.isClosed) return false;
      this.#publish(document, diagnostics, core);
      this.#durations.set(document, performance.now() - start);
      return true;
    });
    if (this.#running.get(key) === source) this.#running.delete(key);
    source.dispose();
    if (isDone && core.readings.needsFullReparse(document)) this.#checkAsWhole(document, key, core);
  }

  /** The diagnostics of the newest text; undefined where that is no longer wanted. */
  async #diagnose(
    document: vscode.TextDocument,
    { language, readings, settings }: Core,
    token: vscode.CancellationToken,
  ): Promise<readonly Diagnostic[] | undefined> {
    if (settings.isExcluded(document)) return [];
    const service = settings.serviceFor(document);
    let steps: Steps<Diagnostic[]> | undefined;
    let checked: ParsedDocument | undefined;
    for (;;) {
      const reading = await readings.of(document, token);
      if (!reading) return token.isCancellationRequested ? undefined : [];
      if (!steps || reading !== checked) steps = service.diagnoseInSteps(reading);
      checked = reading;
      const end = performance.now() + SLICE;
      const done = language.advance(steps, () => performance.now() > end);
      if (done) return done.result;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  #publish(
    document: vscode.TextDocument,
    diagnostics: readonly Diagnostic[],
    { settings }: Core,
  ): void {
    const service = settings.serviceFor(document);
    const isHalfTyped = ({ code, start, end }: Diagnostic) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return service.isHalfTyped(code, document.getText(range));
    };
    const rank = ({ severity }: Diagnostic) => toEditorSeverity(severity);
    const shown = this.#halfTyped
      .withoutHalfTyped(document, diagnostics, isHalfTyped)
      .toSorted((a, b) => rank(a) - rank(b) || a.start - b.start)
      .slice(0, MOST_SHOWN)
      .map((diagnostic) => toEditor(placeIn(document, diagnostic)));
    this.problems.setOpen(document.uri, shown);
  }

  /** Once nobody types, for a broken text can be understood otherwise when all of it is read at once. */
  #checkAsWhole(document: vscode.TextDocument, key: string, { readings }: Core): void {
    if (this.#pending.has(key)) return;
    const timer = setTimeout(() => {
      this.#pending.delete(key);
      readings.refresh(document);
      void this.#check(document, key);
    }, IDLE);
    this.#pending.set(key, timer);
  }
}

/** The left half of a diff and other views of old text cannot be edited, so their problems would only be noise. */
function isWritable({ scheme }: vscode.Uri): boolean {
  if (['file', 'untitled', 'vscode-notebook-cell'].includes(scheme)) return true;
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

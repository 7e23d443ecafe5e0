import * as vscode from 'vscode';
import type { Diagnostic } from '../language';
import type { Core } from './core';
import type { Languages } from './languages';
import type { Problems } from './problems';
import { ruleUri } from './rule-documentation';
import { SECTION } from './settings';

/** Pause after the last key press before a document is judged again, in milliseconds. */
const PAUSE = 100;

const SEVERITY: Readonly<Record<Diagnostic['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Keeps the problems of all open documents current, and clears those of closed ones. */
export class DiagnosticsController implements vscode.Disposable {
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
    private readonly problems: Problems,
    onDidChangeTexts: vscode.Event<void>,
  ) {
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, PAUSE);
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
    for (const subscription of this.#subscriptions) subscription.dispose();
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
    const timer = setTimeout(() => {
      this.#pending.delete(key);
      void this.#judge(document);
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
    this.problems.close(uri);
  }

  async #judge(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { language, readings, boundary, settings } = await this.core();
    if (document.isClosed || document.version !== version) return;
    const diagnostics = boundary.run('diagnostics', [], () => {
      if (settings.isExcluded(document)) return [];
      const reading = readings.of(document);
      return reading ? language.diagnoseReading(reading, settings.for(document)) : [];
    });
    this.problems.setOpen(
      document.uri,
      diagnostics.map((diagnostic) => toEditor(document, diagnostic)),
    );
  }
}

/** The left half of a diff and other views of old text cannot be mended, so their problems would only be noise. */
function isWritable({ scheme }: vscode.Uri): boolean {
  if (['file', 'untitled', 'vscode-notebook-cell'].includes(scheme)) return true;
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** A diagnostic as the editor has it. */
export function toEditor(
  document: Pick<vscode.TextDocument, 'uri' | 'positionAt'>,
  diagnostic: Diagnostic,
): vscode.Diagnostic {
  const rangeOf = ({ start, end }: { start: number; end: number }) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const shown = new vscode.Diagnostic(
    rangeOf(diagnostic),
    diagnostic.message,
    SEVERITY[diagnostic.severity],
  );
  if (diagnostic.code === 'unused-suppression') shown.tags = [vscode.DiagnosticTag.Unnecessary];
  shown.source = 'ecs-states';
  shown.code = { value: diagnostic.code, target: ruleUri(diagnostic.code) };
  shown.relatedInformation = diagnostic.related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(place)),
        place.message,
      ),
  );
  return shown;
}

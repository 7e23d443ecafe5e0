import * as vscode from 'vscode';

/**
 * What the Problems panel shows of us: for a document that is open its own problems, for any other file those
 * that a check of the workspace has found. One collection, so no problem is there twice.
 */
export class Problems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('ecs-states');
  readonly #open = new Map<string, readonly vscode.Diagnostic[]>();
  /** What is shown of the open documents, as text: the same again is not sent to the editor. */
  readonly #told = new Map<string, string>();
  readonly #checked = new Map<string, readonly vscode.Diagnostic[]>();

  readonly #didSetOpen = new vscode.EventEmitter<vscode.Uri>();

  /** Fires when a document that is open was checked. */
  readonly onDidSetOpen = this.#didSetOpen.event;

  dispose(): void {
    this.#didSetOpen.dispose();
    this.#collection.dispose();
  }

  /** Takes the problems of a document that is open. */
  setOpen(uri: vscode.Uri, problems: readonly vscode.Diagnostic[]): void {
    const key = uri.toString();
    const text = textOf(problems);
    this.#open.set(key, problems);
    if (this.#told.get(key) !== text) this.#collection.set(uri, problems);
    this.#told.set(key, text);
    this.#didSetOpen.fire(uri);
  }

  /** Forgets an open document; what a check has found in its file is shown again. */
  close(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#open.delete(key);
    this.#told.delete(key);
    const checked = this.#checked.get(key);
    if (checked) this.#collection.set(uri, checked);
    else this.#collection.delete(uri);
  }

  /** Takes what a check has found in a file. */
  setChecked(uri: vscode.Uri, problems: readonly vscode.Diagnostic[]): void {
    const key = uri.toString();
    const before = this.#checked.get(key);
    if (problems.length > 0) this.#checked.set(key, problems);
    else if (!this.#checked.delete(key)) return;
    if (this.#open.has(key)) return;
    if (before || problems.length > 0) this.#collection.set(uri, problems);
  }

  /** Forgets what a check has found in a file, by its address as text. */
  clearChecked(key: string): void {
    this.setChecked(vscode.Uri.parse(key, true), []);
  }

  /** The problems that are shown for a file. */
  of(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    const key = uri.toString();
    return this.#open.get(key) ?? this.#checked.get(key) ?? [];
  }
}

/** All of the problems that can be seen. */
function textOf(problems: readonly vscode.Diagnostic[]): string {
  return JSON.stringify(
    problems.map((problem) => [problem, problem.tags, problem.relatedInformation]),
  );
}

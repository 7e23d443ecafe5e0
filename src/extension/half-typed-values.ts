import * as vscode from 'vscode';
import type { Diagnostic } from '../language';

/** Diagnostics that are not shown as long as the cursor is at them. */
interface Held {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Holds back what is found in a value that is still being typed in the active editor: from an edit of its document
 * on, until the cursor leaves the value. Whoever only comes by sees all that was found.
 */
export class HalfTypedValues implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  readonly #left = new vscode.EventEmitter<vscode.TextDocument>();
  /** The document that was edited last, until the cursor leaves what is held back in it. */
  #edited: vscode.TextDocument | undefined;
  #held: Held | undefined;

  /** Fires when what was held back of a document is to be shown. */
  readonly onDidLeave = this.#left.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#left,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isTyped = document === vscode.window.activeTextEditor?.document;
        if (isTyped && contentChanges.length > 0) this.#edited = document;
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#move(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#leave()),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /**
   * Leaves out what is still being typed; `onDidLeave` fires once that is to be shown.
   * @param isHalfTyped whether what a diagnostic marks may be the beginning of something right
   */
  withoutHalfTyped(
    document: vscode.TextDocument,
    diagnostics: readonly Diagnostic[],
    isHalfTyped: (diagnostic: Diagnostic) => boolean,
  ): readonly Diagnostic[] {
    if (this.#held?.document === document) this.#held = undefined;
    const editor = vscode.window.activeTextEditor;
    if (this.#edited !== document || editor?.document !== document) return diagnostics;
    const cursors = cursorsOf(editor);
    const held = diagnostics.filter((each) => touches(each, cursors) && isHalfTyped(each));
    if (held.length === 0) return diagnostics;
    this.#held = { document, version: document.version, diagnostics: held };
    const isHeld = new Set(held);
    return diagnostics.filter((each) => !isHeld.has(each));
  }

  #move(editor: vscode.TextEditor): void {
    const { document } = editor;
    // After an edit, where the cursor is counts when its text is checked.
    if (this.#held?.document !== document || this.#held.version !== document.version) return;
    if (editor !== vscode.window.activeTextEditor) return;
    const cursors = cursorsOf(editor);
    if (!this.#held.diagnostics.every((each) => touches(each, cursors))) this.#leave();
  }

  #leave(): void {
    const document = this.#held?.document;
    this.#edited = undefined;
    this.#held = undefined;
    if (document && !document.isClosed) this.#left.fire(document);
  }
}

/** The offsets of all cursors, in order. */
function cursorsOf({ document, selections }: vscode.TextEditor): readonly number[] {
  return selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => a - b);
}

/** Whether a cursor is in what a diagnostic marks, or at an end of it. */
function touches({ start, end }: Diagnostic, cursors: readonly number[]): boolean {
  let low = 0;
  let high = cursors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cursors[middle] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  const next = cursors[low];
  return next !== undefined && next <= end;
}

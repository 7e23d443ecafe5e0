import * as vscode from 'vscode';
import type { StatusHint } from '../language';
import type { Core } from './core';
import { SECTION } from './settings';

/** A hint of the editor with what it is made from. */
class StatusInlayHint extends vscode.InlayHint {
  readonly version: number;

  constructor(
    readonly document: vscode.TextDocument,
    readonly hint: StatusHint,
  ) {
    super(document.positionAt(hint.offset), hint.label);
    this.paddingLeft = true;
    this.version = document.version;
  }
}

/** Shows the status of a pair where a record has none; a double click writes it. */
export class InlayHintsProvider
  implements vscode.InlayHintsProvider<StatusInlayHint>, vscode.Disposable
{
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(private readonly core: () => Promise<Core>) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#changed.fire();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<StatusInlayHint[]> {
    const { readings, boundary, settings } = await this.core();
    if (token.isCancellationRequested) return [];
    return boundary.run('inlay hints', [], async () => {
      const reading = await readings.of(document, token);
      if (!reading || settings.isExcluded(document)) return [];
      const where = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const hints = settings.serviceFor(document).statusHints(reading, where);
      return hints.map((hint) => new StatusInlayHint(document, hint));
    });
  }

  async resolveInlayHint(item: StatusInlayHint): Promise<StatusInlayHint> {
    const { boundary } = await this.core();
    const { document, hint } = item;
    // Behind a change the hint is another one, and so would be what it writes.
    const edit =
      document.version === item.version
        ? await boundary.run('inlay hints', undefined, () => hint.edit())
        : undefined;
    item.tooltip = new vscode.MarkdownString(hint.markdown);
    if (edit) {
      const range = new vscode.Range(
        document.positionAt(edit.start),
        document.positionAt(edit.end),
      );
      item.textEdits = [vscode.TextEdit.replace(range, edit.newText)];
    }
    return item;
  }
}

import * as vscode from 'vscode';
import type { Core } from './core';
import type { Languages } from './languages';
import { SECTION } from './settings';

/** What menus ask for. */
const KEY = 'ecsStates.hasRecords';

/** Pause after a change before a document is looked at again, in milliseconds. */
const PAUSE = 300;

/** Sets for menus whether the active document has records about servers. */
export class RecordsContext implements vscode.Disposable {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: boolean | undefined;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
  ) {
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#schedule(0)),
      // A document that gets another language is opened again.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.#schedule(0);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#schedule(PAUSE);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isActive = document === vscode.window.activeTextEditor?.document;
        if (isActive && contentChanges.length > 0) this.#schedule(PAUSE);
      }),
    ];
    this.#schedule(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  async #look(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const isServed = document !== undefined && this.languages.of(document) !== undefined;
    const hasRecords = isServed && (await this.#hasRecords(document));
    if (hasRecords === this.#current || document !== vscode.window.activeTextEditor?.document)
      return;
    this.#current = hasRecords;
    await vscode.commands.executeCommand('setContext', KEY, hasRecords);
  }

  async #hasRecords(document: vscode.TextDocument): Promise<boolean> {
    const { readings, boundary, settings } = await this.core();
    return boundary.run('records', false, async () => {
      const reading = await readings.of(document);
      return reading !== undefined && settings.serviceFor(document).hasRecords(reading);
    });
  }
}

import * as vscode from 'vscode';
import type { Core } from './core';
import type { Languages } from './languages';
import type { Problems } from './problems';
import type { Translations } from './translations';

/** Shows in the language status of the active document how many records it has and how many problems. */
export class LanguageStatus implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  #item: vscode.LanguageStatusItem | undefined;

  constructor(
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
    private readonly problems: Problems,
    private readonly translations: Translations,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
      problems.onDidSetOpen((uri) => {
        const active = vscode.window.activeTextEditor?.document.uri;
        if (active?.toString() === uri.toString()) void this.#update();
      }),
    );
    void this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#item?.dispose();
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !this.languages.of(document)) return this.#hide();
    const { language, readings, boundary, settings } = await this.core();
    if (document !== vscode.window.activeTextEditor?.document) return;
    const t = this.translations.translate;
    const text = await boundary.run('language status', '', async () => {
      const reading = await readings.of(document);
      if (!reading || settings.isExcluded(document)) return '';
      const overview = settings.serviceFor(document).overview(reading);
      return language.overviewText(overview, t);
    });
    if (text === '') return this.#hide();
    this.#show(document, text);
  }

  #show({ uri }: vscode.TextDocument, text: string): void {
    const t = this.translations.translate;
    const { Hint } = vscode.DiagnosticSeverity;
    const count = this.problems.of(uri).filter(({ severity }) => severity !== Hint).length;
    const item =
      this.#item ?? vscode.languages.createLanguageStatusItem('ecsStates', { pattern: '**/*' });
    this.#item = item;
    item.name = 'ECS States';
    item.text = text;
    item.detail = count === 0 ? t('No problems') : t('Problems: {0}', count);
    item.severity =
      count === 0
        ? vscode.LanguageStatusSeverity.Information
        : vscode.LanguageStatusSeverity.Warning;
    item.command = { command: 'workbench.actions.view.problems', title: t('Show Problems') };
  }

  /** What has nothing to say takes no room. */
  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }
}

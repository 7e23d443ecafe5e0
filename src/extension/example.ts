import * as vscode from 'vscode';
import type { ExampleLanguage } from '../language';
import type { Core } from './core';
import type { Translations } from './translations';

/** The languages by the names that people know them by. */
const NAMES: Readonly<Record<ExampleLanguage, string>> = {
  jsonc: 'JSON',
  yaml: 'YAML',
  typescript: 'TypeScript',
};

/** Registers the command that opens something to try the extension out on; a link may name the language. */
export function registerExample(
  core: () => Promise<Core>,
  translations: Translations,
): vscode.Disposable {
  return vscode.commands.registerCommand('ecsStates.openExample', async (named?: unknown) => {
    const { language, settings } = await core();
    const languages = language.EXAMPLE_LANGUAGES;
    const chosen = languages.find((id) => id === named) ?? (await choose(languages, translations));
    if (!chosen) return;
    const { translate } = translations;
    const service = language.createLanguageService({ ...settings.mapping(), translate });
    const content = service.example(chosen);
    const document = await vscode.workspace.openTextDocument({ language: chosen, content });
    await vscode.window.showTextDocument(document);
  });
}

async function choose(
  languages: readonly ExampleLanguage[],
  { translate: t }: Translations,
): Promise<ExampleLanguage | undefined> {
  const items = languages.map((id) => ({ label: NAMES[id], id }));
  const placeHolder = t('Language of the example');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  return chosen?.id;
}

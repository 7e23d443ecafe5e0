import type * as vscode from 'vscode';
import type { KeyNames, Reading } from '../language';
import type { Languages } from './languages';
import type { SettingsReader } from './settings';

type Language = typeof import('../language');

/**
 * The reading of each document's newest version, made when first asked for.
 * Weak: a document that is closed takes its reading along.
 */
export class Readings {
  readonly #kept = new WeakMap<
    vscode.TextDocument,
    { version: number; languageId: string; keys: KeyNames; reading: Reading | undefined }
  >();

  constructor(
    private readonly language: Language,
    private readonly languages: Languages,
    private readonly settings: SettingsReader,
  ) {}

  /** The reading of the document as it is now; undefined where its language is not served. */
  of(document: vscode.TextDocument): Reading | undefined {
    const { version } = document;
    const languageId = this.languages.of(document);
    if (languageId === undefined) return undefined;
    const keys = this.settings.keysOf(document);
    const kept = this.#kept.get(document);
    const isCurrent = kept?.version === version && kept.languageId === languageId;
    if (isCurrent && kept.keys === keys) return kept.reading;
    const reading = this.language.readText(document.getText(), languageId, keys);
    this.#kept.set(document, { version, languageId, keys, reading });
    return reading;
  }
}

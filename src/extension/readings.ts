import type * as vscode from 'vscode';
import type { Reading } from '../language';

type Language = typeof import('../language');

/**
 * The reading of each document's newest version, made when first asked for.
 * Weak: a document that is closed takes its reading along.
 */
export class Readings {
  readonly #kept = new WeakMap<
    vscode.TextDocument,
    { version: number; languageId: string; reading: Reading | undefined }
  >();

  constructor(private readonly language: Language) {}

  /** The reading of the document as it is now; undefined where no reader serves its language. */
  of(document: vscode.TextDocument): Reading | undefined {
    const { version, languageId } = document;
    const kept = this.#kept.get(document);
    if (kept?.version === version && kept.languageId === languageId) return kept.reading;
    const reading = this.language.readText(document.getText(), languageId);
    this.#kept.set(document, { version, languageId, reading });
    return reading;
  }
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type KeyNames,
  LANGUAGE_IDS,
  languageOfFile,
  type ParsedDocument,
  readText,
} from '../language';
import { keysOf, type Settings } from '../language/settings/settings';

/** The reading of each document's newest version, made when first asked for; it goes with the document. */
export class Readings {
  readonly #kept = new WeakMap<
    TextDocument,
    { version: number; keys: KeyNames; reading: ParsedDocument | undefined }
  >();

  /** The reading of the document as it is now; undefined where no reader serves its language. */
  of(document: TextDocument, settings: Settings): ParsedDocument | undefined {
    const { version } = document;
    const keys = keysOf(settings);
    const kept = this.#kept.get(document);
    if (kept?.version === version && kept.keys === keys) return kept.reading;
    const languageId = languageOf(document);
    const reading =
      languageId === undefined ? undefined : readText(document.getText(), languageId, keys);
    this.#kept.set(document, { version, keys, reading });
    return reading;
  }
}

/** Editors have names of their own for languages; the file's name tells where theirs is not known. */
function languageOf({ languageId, uri }: TextDocument): string | undefined {
  return LANGUAGE_IDS.includes(languageId) ? languageId : languageOfFile(uri.split('?')[0] ?? '');
}

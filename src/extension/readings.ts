import * as vscode from 'vscode';
import type { OpenDocument, ParsedDocument } from '../language';
import { sourceOf } from './document-source';
import type { Languages } from './languages';
import type { SettingsReader } from './settings';

/** How long is read without a pause, in milliseconds: half of what a frame takes. */
const SLICE = 8;
/** Documents and characters that are kept; what was asked for longest ago goes first, and is read again if need be. */
const MOST_DOCUMENTS = 32;
const MOST_CHARACTERS = 48_000_000;

/** What is kept of a document, and what it was read as. */
interface Kept {
  readonly open: OpenDocument;
  /** The version that the changes so far have led to. */
  version: number;
}

/**
 * The readings of documents, kept up with their texts: what is typed costs what it touches. Long texts are read in
 * slices, between which the editor gets its turn.
 */
export class Readings implements vscode.Disposable {
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<vscode.TextDocument, Kept>();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    private readonly languages: Languages,
    private readonly settings: SettingsReader,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#kept.delete(document)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#kept.clear();
  }

  /**
   * The reading of the document's newest version; it holds until the document changes, so use it at once.
   * @returns undefined where the document's language is not served, it was closed, or nobody waits any more
   */
  async of(
    document: vscode.TextDocument,
    token?: vscode.CancellationToken,
  ): Promise<ParsedDocument | undefined> {
    for (;;) {
      if (token?.isCancellationRequested || document.isClosed) return undefined;
      const kept = this.#keep(document);
      if (!kept) return undefined;
      const reading = this.#read(document, kept);
      if (reading) return reading;
      await pause();
    }
  }

  /** Whether a full parse of the document might find more, because its text is broken. */
  needsFullReparse(document: vscode.TextDocument): boolean {
    return this.#kept.get(document)?.open.needsFullReparse === true;
  }

  /** Drops what is known of the document, so that all of it is parsed next. */
  refresh(document: vscode.TextDocument): void {
    this.#kept.delete(document);
  }

  /** What is kept of the document as it has to be read now, which then is what was asked for last. */
  #keep(document: vscode.TextDocument): Kept | undefined {
    const languageId = this.languages.of(document);
    const known = this.#kept.get(document);
    this.#kept.delete(document);
    if (languageId === undefined) return undefined;
    const service = this.settings.serviceFor(document);
    const { version } = document;
    const isCurrent =
      known?.open.languageId === languageId &&
      known.open.keys === service.keys &&
      known.version === version;
    const open = isCurrent ? known.open : service.open(sourceOf(document), languageId);
    if (!open) return undefined;
    const kept = isCurrent ? known : { open, version };
    this.#kept.set(document, kept);
    return kept;
  }

  #read(document: vscode.TextDocument, kept: Kept): ParsedDocument | undefined {
    const end = performance.now() + SLICE;
    let parsed: ParsedDocument | undefined;
    try {
      parsed = kept.open.advance(() => performance.now() > end);
    } catch (error) {
      // Parsed again the next time, for it may have been left half done.
      this.#kept.delete(document);
      throw error;
    }
    if (parsed) this.#forgetOldest();
    return parsed;
  }

  #change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const kept = this.#kept.get(document);
    if (!kept || kept.version === document.version) return;
    // Other line breaks are a change of all lines, of which the editor reports none.
    if (contentChanges.length === 0 || kept.version + 1 !== document.version) {
      this.#kept.delete(document);
      return;
    }
    kept.version = document.version;
    kept.open.change(
      contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        newLength: text.length,
      })),
      sourceOf(document),
    );
  }

  #forgetOldest(): void {
    let characters = 0;
    let documents = 0;
    for (const [document, { open }] of [...this.#kept].reverse()) {
      characters += open.length;
      documents++;
      const isTooMuch = documents > MOST_DOCUMENTS || characters > MOST_CHARACTERS;
      if (isTooMuch && documents > 1) this.#kept.delete(document);
    }
  }
}

/** Lets the editor have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

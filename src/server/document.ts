import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  advance,
  type Diagnostic,
  LANGUAGE_IDS,
  type LanguageService,
  languageOfFile,
  type OpenDocument,
  type ParsedDocument,
} from '../language';

/** How long is worked at a stretch, in milliseconds: messages that arrive meanwhile wait so long. */
const SLICE = 15;

/** What was found in one version of a document. */
export interface Found {
  readonly service: LanguageService;
  readonly diagnostics: readonly Diagnostic[];
  /** Names it among all that was found in any document. */
  readonly id: string;
}

let checks = 0;

/** A document of the client: its text, and what it is parsed as, which follows its changes. */
export class ServerDocument {
  #open: OpenDocument | undefined;
  #found: Found | undefined;
  /** Counts the changes: not every client counts its versions up. */
  #revision = 0;

  private constructor(private readonly text: TextDocument) {}

  /** Opens a document, as the protocol does. */
  static create(uri: string, languageId: string, version: number, text: string): ServerDocument {
    return new ServerDocument(TextDocument.create(uri, languageId, version, text));
  }

  /** Changes a document, as the protocol does: each change is made in the text after the one before. */
  static update(
    document: ServerDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): ServerDocument {
    for (const change of changes) document.#change(change, version);
    TextDocument.update(document.text, [], version);
    return document;
  }

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  /** Gives positions for offsets and offsets for positions, in the newest version. */
  get positions(): TextDocument {
    return this.text;
  }

  /** Whether a full parse might find more, because the text is broken. */
  get needsFullReparse(): boolean {
    return this.#open?.needsFullReparse === true;
  }

  /** Drops what is known, so that all of the text is parsed next. */
  refresh(): void {
    this.#open?.refresh();
    this.#found = undefined;
  }

  /**
   * Parses the newest version, in slices between which changes and cancellations can arrive.
   * @param isOutdated whether nobody waits for it any more
   * @returns what holds until the next change, so use it at once; undefined where the language is not served, or
   * nobody waits
   */
  async parse(
    service: LanguageService,
    isOutdated: () => boolean,
  ): Promise<ParsedDocument | undefined> {
    for (;;) {
      if (isOutdated()) return undefined;
      const open = this.#openFor(service);
      if (!open) return undefined;
      const parsed = this.#guarded(() => open.advance(timer()));
      if (parsed) return parsed;
      await new Promise(setImmediate);
    }
  }

  /**
   * What is wrong in the newest version: it is checked once, whoever asks for it.
   * @param isOutdated whether nobody waits for it any more
   * @returns undefined where nobody waits
   */
  async diagnose(service: LanguageService, isOutdated: () => boolean): Promise<Found | undefined> {
    for (;;) {
      if (isOutdated()) return undefined;
      if (this.#found?.service === service) return this.#found;
      const revision = this.#revision;
      const parsed = await this.parse(service, isOutdated);
      if (isOutdated()) return undefined;
      const diagnostics = parsed ? await this.#check(parsed, service, isOutdated) : [];
      if (this.#revision !== revision || !diagnostics) continue;
      this.#found = { service, diagnostics, id: String(++checks) };
    }
  }

  /** Undefined where the document has changed meanwhile. */
  async #check(
    parsed: ParsedDocument,
    service: LanguageService,
    isOutdated: () => boolean,
  ): Promise<readonly Diagnostic[] | undefined> {
    const revision = this.#revision;
    const steps = service.diagnoseInSteps(parsed);
    for (;;) {
      const done = this.#guarded(() => advance(steps, timer()));
      if (done) return done.result;
      await new Promise(setImmediate);
      if (this.#revision !== revision || isOutdated()) return undefined;
    }
  }

  #change(change: TextDocumentContentChangeEvent, version: number): void {
    const { text } = this;
    const replaced = this.#replacedBy(change);
    const { start, end } = replaced ?? { start: 0, end: text.getText().length };
    // Places that are not in the text are taken for the nearest ones that are.
    const range = replaced && { start: text.positionAt(start), end: text.positionAt(end) };
    TextDocument.update(text, [{ text: change.text, ...(range && { range }) }], version);
    this.#open?.change([{ start, end, newLength: change.text.length }], text.getText());
    this.#found = undefined;
    this.#revision++;
  }

  /** The offsets that a change replaces; undefined where it replaces all of the text. */
  #replacedBy(change: TextDocumentContentChangeEvent): { start: number; end: number } | undefined {
    if (!('range' in change) || !change.range) return undefined;
    const one = this.text.offsetAt(change.range.start);
    const other = this.text.offsetAt(change.range.end);
    return { start: Math.min(one, other), end: Math.max(one, other) };
  }

  #openFor(service: LanguageService): OpenDocument | undefined {
    if (this.#open?.keys === service.keys) return this.#open;
    const languageId = languageOf(this.text);
    this.#open =
      languageId === undefined ? undefined : service.open(this.text.getText(), languageId);
    return this.#open;
  }

  /** What failed may have left things half done, so all of the text is parsed the next time. */
  #guarded<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.#open = undefined;
      throw error;
    }
  }
}

function timer(): () => boolean {
  const end = performance.now() + SLICE;
  return () => performance.now() >= end;
}

/** Editors have names of their own for languages; the file's name decides where theirs is not known. */
function languageOf({ languageId, uri }: TextDocument): string | undefined {
  return LANGUAGE_IDS.includes(languageId) ? languageId : languageOfFile(uri.split('?')[0] ?? '');
}

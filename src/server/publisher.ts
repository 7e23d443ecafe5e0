import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Pause after the last change before a document is judged again, in milliseconds. */
const PAUSE = 100;

/** Judges documents once they have not changed for a moment. For clients that do not ask for diagnostics. */
export class Publisher {
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly publish: (document: TextDocument) => Promise<void>) {}

  /** Judges the document later, and not for what was asked before. */
  schedule(document: TextDocument): void {
    this.forget(document.uri);
    const timer = setTimeout(() => {
      this.#pending.delete(document.uri);
      void this.publish(document);
    }, PAUSE);
    this.#pending.set(document.uri, timer);
  }

  /** Drops what was asked for the document. */
  forget(uri: string): void {
    clearTimeout(this.#pending.get(uri));
    this.#pending.delete(uri);
  }
}

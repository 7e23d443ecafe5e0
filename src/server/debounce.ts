import type { ServerDocument } from './document';

/** Does something with a document once it was not asked to for a while. */
export class Debounce {
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param pause how long, in milliseconds */
  constructor(
    private readonly pause: number,
    private readonly action: (document: ServerDocument) => void,
  ) {}

  /** Does it later, and not for what was asked before. */
  schedule(document: ServerDocument): void {
    this.cancel(document.uri);
    const timer = setTimeout(() => {
      this.#pending.delete(document.uri);
      this.action(document);
    }, this.pause);
    this.#pending.set(document.uri, timer);
  }

  /** Drops what was asked for the document. */
  cancel(uri: string): void {
    clearTimeout(this.#pending.get(uri));
    this.#pending.delete(uri);
  }
}

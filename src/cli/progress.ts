/** Least time between two changes of the line, in milliseconds. */
const PAUSE = 100;

/** A line on the terminal that shows how far the work is; nothing where there is no terminal. */
export class Progress {
  #shown = false;
  #last = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly isWanted: boolean,
  ) {}

  /** Shows the text, if the line has stood for a moment. */
  show(text: string): void {
    const now = Date.now();
    if (!this.isWanted || now - this.#last < PAUSE) return;
    this.#last = now;
    this.#shown = true;
    this.stream.write(`\r\u001b[K${text}`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.stream.write('\r\u001b[K');
  }
}

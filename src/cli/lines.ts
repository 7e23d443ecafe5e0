import type { Position, Region } from './report';

/** Longest piece of a line that is handed on; some files are one line of megabytes. */
const LONGEST_EXCERPT = 120;

/** Where the lines of a text begin, so that offsets can be told as lines and columns. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(private readonly text: string) {
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
      this.#starts.push(index + lineBreak.length);
    }
  }

  /** Line and column of an offset. */
  positionAt(offset: number): Position {
    const line = this.#lineAt(offset);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  /** The places that a range of offsets begins and ends at. */
  regionOf({ start, end }: { readonly start: number; readonly end: number }): Region {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The line round an offset without its break; of a long line, what stands round the offset. */
  excerptAt(offset: number): { text: string; from: number } {
    const line = this.#lineAt(offset);
    const start = this.#starts[line] ?? 0;
    const next = this.#starts[line + 1] ?? this.text.length;
    if (next - start <= LONGEST_EXCERPT) {
      return { text: this.text.slice(start, next).replace(/[\r\n]+$/, ''), from: 1 };
    }
    const from = Math.max(start, Math.min(offset - LONGEST_EXCERPT / 2, next - LONGEST_EXCERPT));
    const piece = this.text.slice(from, Math.min(from + LONGEST_EXCERPT, next));
    return { text: piece.replace(/[\r\n]+$/, ''), from: from - start + 1 };
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Where the lines of a text begin; `\n`, `\r\n` and `\r` end one. Lines count from 0, offsets are UTF-16 code
 * units. Built in one pass, so build it once for a text.
 */
export class LineIndex {
  /** The line break to write: the first one of the text, or `\n` if that is a lone `\r`, which ends no comment. */
  readonly lineBreak: '\n' | '\r\n';
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
      if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
      this.#starts.push(at + 1);
    }
    const second = this.#starts[1] ?? 0;
    this.lineBreak = text.startsWith('\r\n', second - 2) ? '\r\n' : '\n';
  }

  /** How many lines there are; a text that ends with a line break has an empty last one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line of an offset; a line break belongs to the line that it ends. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a line begins; the end of the text for a line behind the last one. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Where a line ends, its line break not included. */
  endOf(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.text.length;
    return this.text.startsWith('\r\n', next - 2) ? next - 2 : next - 1;
  }
}

/** The first line break at or behind an offset; undefined where there is none. */
export function lineBreakFrom(text: string, offset: number): string | undefined {
  const lineBreak = /\r\n|\n|\r/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.[0];
}

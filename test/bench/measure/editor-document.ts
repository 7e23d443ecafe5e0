/** One character typed or taken back. Offsets are UTF-16 code units of the text before. */
export interface KeyPress {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: string;
}

/**
 * A document as VS Code keeps it for extensions: an array of lines, whose whole text is put together when
 * somebody asks for it, and kept until the next edit.
 */
export class EditorDocument {
  readonly #lines: string[];
  readonly #starts: number[] = [];
  #text: string | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#lines = text.split('\n');
    let start = 0;
    for (const line of this.#lines) {
      this.#starts.push(start);
      start += line.length + 1;
    }
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** The line without its end. */
  lineAt(line: number): string {
    return this.#lines[line] ?? '';
  }

  get length(): number {
    return this.startOf(this.lineCount - 1) + this.lineAt(this.lineCount - 1).length;
  }

  /** A part of the text, put together from its lines. */
  read(from: number, to: number): string {
    const first = this.lineOf(from);
    const start = this.startOf(first);
    const line = this.lineAt(first);
    if (to <= start + line.length) return line.slice(from - start, to - start);
    const last = this.lineOf(to);
    const parts = [line.slice(from - start)];
    for (let middle = first + 1; middle < last; middle++) parts.push(this.lineAt(middle));
    parts.push(this.lineAt(last).slice(0, to - this.startOf(last)));
    return parts.join('\n');
  }

  getText(): string {
    this.#text ??= this.#lines.join('\n');
    return this.#text;
  }

  /** The line that the offset is in. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  startOf(line: number): number {
    return this.#starts[line] ?? 0;
  }

  /** Carries out an edit that begins and ends in one line. */
  apply({ offset, removed, inserted }: KeyPress): void {
    const line = this.lineOf(offset);
    const column = offset - this.startOf(line);
    const old = this.lineAt(line);
    this.#lines[line] = old.slice(0, column) + inserted + old.slice(column + removed);
    const grown = inserted.length - removed;
    for (let after = line + 1; after < this.#starts.length; after++) {
      this.#starts[after] = (this.#starts[after] ?? 0) + grown;
    }
    this.#text = undefined;
  }
}

/** Containers nested deeper than this are text. */
const DEEPEST = 32;
const TAB = 4;
/** With as many blanks, a line is code as it stands. */
const CODE = 4;
const MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\n\r]|$)/y;
const RULE = /([-*_])(?:[ \t]{0,64}\1){2,64}[ \t]{0,64}(?:[\n\r]|$)/y;

/** A quote, or an item of a list with the column that its content begins at. */
type Container = 'quote' | number;

/** The quotes and lists that the lines of Markdown are in, line by line. Columns count from 0, tabs to each fourth. */
export class Containers {
  private open: Container[] = [];
  /** Behind what was read of the line. UTF-16 code units. */
  at = 0;
  private column = 0;

  constructor(private readonly text: string) {}

  /** How many there are. */
  get depth(): number {
    return this.open.length;
  }

  /**
   * Begins a line and reads what the containers round the last one say of it.
   * @returns how many of them go on
   */
  begin(line: number): number {
    this.at = line;
    this.column = 0;
    let going = 0;
    while (going < this.open.length && this.goesOn(this.open[going])) going++;
    return going;
  }

  /** Ends those that do not go on, and begins those that begin in the line. */
  change(going: number): void {
    this.open.length = going;
    while (this.open.length < DEEPEST && this.opens());
  }

  /**
   * Skips blanks up to a number of columns.
   * @returns how many
   */
  skipBlanks(most: number): number {
    const from = this.column;
    while (this.column - from < most && this.isBlank()) this.step();
    return this.column - from;
  }

  private goesOn(container: Container | undefined): boolean {
    if (container === 'quote') return this.skipQuote();
    if (container === undefined) return false;
    const { at, column } = this;
    this.skipBlanks(container - column);
    if (this.column >= container || this.isAtEnd()) return true;
    this.at = at;
    this.column = column;
    return false;
  }

  private skipQuote(): boolean {
    const { at, column } = this;
    if (this.skipBlanks(CODE) < CODE && this.text.charAt(this.at) === '>') {
      this.step();
      this.skipBlanks(1);
      return true;
    }
    this.at = at;
    this.column = column;
    return false;
  }

  private opens(): boolean {
    if (this.skipQuote()) {
      this.open.push('quote');
      return true;
    }
    const { at, column } = this;
    const isNear = this.skipBlanks(CODE) < CODE;
    MARKER.lastIndex = this.at;
    RULE.lastIndex = this.at;
    const marker = isNear && !RULE.test(this.text) ? MARKER.exec(this.text)?.[0] : undefined;
    if (marker === undefined) {
      this.at = at;
      this.column = column;
      return false;
    }
    for (let step = 0; step < marker.length; step++) this.step();
    const first = this.column + 1;
    const behind = { at: this.at, column: this.column };
    if (this.skipBlanks(CODE + 1) > CODE || this.isAtEnd()) {
      Object.assign(this, behind);
      this.skipBlanks(1);
    }
    this.open.push(Math.max(first, this.column));
    return true;
  }

  private isBlank(): boolean {
    const char = this.text.charAt(this.at);
    return char === ' ' || char === '\t';
  }

  private isAtEnd(): boolean {
    let { at } = this;
    while (this.text.charAt(at) === ' ' || this.text.charAt(at) === '\t') at++;
    const char = this.text.charAt(at);
    return char === '' || char === '\n' || char === '\r';
  }

  private step(): void {
    this.column += this.text.charAt(this.at) === '\t' ? TAB - (this.column % TAB) : 1;
    this.at++;
  }
}

/** What was found of the conditions of one shape that never came true. */
interface Row {
  never: number;
  flagged: number;
  /** The same of the programs that were compiled, and what the compiler found of them. */
  compiledNever: number;
  compiledFlagged: number;
  compiler: number;
  onlyCompiler: number;
}

/** Counts flags, and conditions by their shape. */
export class Tally {
  programs = 0;
  flags = 0;
  wrong = 0;
  private readonly rows = new Map<string, Row>();

  /**
   * Counts a condition that never came true.
   * @param isObjected whether the compiler objects to it; undefined where it was not asked
   */
  addNever(shape: string, isFlagged: boolean, isObjected: boolean | undefined): void {
    for (const name of [shape, 'all']) {
      const row = this.rows.get(name) ?? newRow();
      this.rows.set(name, row);
      row.never++;
      if (isFlagged) row.flagged++;
      if (isObjected === undefined) continue;
      row.compiledNever++;
      if (isFlagged) row.compiledFlagged++;
      if (isObjected) row.compiler++;
      if (isObjected && !isFlagged) row.onlyCompiler++;
    }
  }

  /** The counts as lines of text. */
  lines(): string[] {
    const lines = [`  ${this.programs} programs, ${this.flags} flags, ${this.wrong} of them wrong`];
    if (this.rows.size === 0) return lines;
    lines.push(
      '  never true                 all  flagged          compiled  flagged compiler  only it',
    );
    for (const [name, row] of [...this.rows].sort(([a], [b]) => order(a).localeCompare(order(b)))) {
      const share = `${((100 * row.flagged) / row.never).toFixed(1)} %`;
      const counts = [row.compiledNever, row.compiledFlagged, row.compiler, row.onlyCompiler];
      lines.push(
        `  ${name.padEnd(22)}${[row.never, row.flagged, share, ...counts].map((each) => String(each).padStart(9)).join('')}`,
      );
    }
    return lines;
  }
}

function order(name: string): string {
  return name === 'all' ? '~' : name;
}

function newRow(): Row {
  return {
    never: 0,
    flagged: 0,
    compiledNever: 0,
    compiledFlagged: 0,
    compiler: 0,
    onlyCompiler: 0,
  };
}

/** A condition of a program: an expression that decides something, or the value of a `case`. */
export interface ProgramCondition {
  /** Where it stands in the text, without parentheses around it. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'condition' | 'case';
}

/** Writes a program twice at the same time: as people read it, and as it runs, with a recorder around each condition. */
export class ProgramWriter {
  text = '';
  code = '';
  readonly conditions: ProgramCondition[] = [];
  private switches = 0;

  write(text: string, code = text): void {
    this.text += text;
    this.code += code;
  }

  /** Writes what is evaluated to be true or false. */
  condition(write: () => void): void {
    this.recorded('condition', '', write);
  }

  /** Writes the head of a `switch`; returns the number that its cases need. */
  switchHead(write: () => void): number {
    const head = this.switches++;
    this.write('switch (', `switch ($.heads[${head}] = `);
    write();
    this.write(') {\n');
    return head;
  }

  /** Writes a label. */
  label(head: number, write: () => void): void {
    this.write('case ');
    this.recorded('case', `, ${head}`, write);
    this.write(': ');
  }

  /** Writes the beginning of a body that may run any number of times. */
  loopBody(): void {
    this.write(' {\n', ' { $.tick();\n');
  }

  private recorded(kind: ProgramCondition['kind'], more: string, write: () => void): void {
    const start = this.text.length;
    const index = this.conditions.push({ start, end: start, kind }) - 1;
    const recorder = kind === 'case' ? 'matches' : 'value';
    this.code += `$.${recorder}(${index}${more}, (`;
    write();
    this.code += '))';
    this.conditions[index] = { start, end: this.text.length, kind };
  }
}

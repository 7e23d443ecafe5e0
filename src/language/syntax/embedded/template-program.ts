import type { Range } from '../../text/range';
import { expressionEnd } from './balance';
import { DecodedText } from './decoded-text';
import { inScript } from './encodings';
import type { Encode } from './offset-map';
import type { EmbeddedRegion } from './region';

/** A stretch of the file. */
export interface ProgramStretch extends Range {
  /** How other text is written there. */
  readonly encode?: Encode | undefined;
  /** What it stands for, where it is not read as it is. */
  readonly text?: string;
}

/** A part of a statement: generated code, or a stretch of the file. */
export type ProgramPart = string | ProgramStretch;

/** An expression in braces is written as it is, as long as it does not end before they do. */
function inBraces(text: string): string | undefined {
  const end = expressionEnd(text);
  return end === undefined || end === text.length ? text : undefined;
}

/**
 * The scripts and the expressions of a template as one program. What is on different lines of the file is so in the
 * program, for comments are about lines.
 */
export class TemplateProgram {
  private readonly program: DecodedText;
  private readonly apart: EmbeddedRegion[] = [];
  private end = 0;
  private isEmpty = true;

  constructor(private readonly text: string) {
    this.program = new DecodedText(text, inBraces);
  }

  /** Adds a script; none may follow a statement, as that can be in an open block. */
  script({ start, end }: Range, encode: Encode = inScript): void {
    this.program.verbatim(start, end, encode);
    this.program.generated('\n;');
    this.isEmpty = false;
  }

  /**
   * Adds what a stretch of the file means.
   * @param range the stretch, which is behind those of all statements so far
   */
  statement({ start, end }: Range, parts: readonly ProgramPart[]): void {
    // A statement begins on its line, also where another one is before it.
    const breaks = this.text.slice(this.end, start).replace(/[^\n\r]+/g, '');
    this.program.generated(`${breaks};`);
    this.end = Math.max(this.end, end);
    this.isEmpty = false;
    addParts(this.program, parts);
  }

  /** Adds an expression that is half typed, as a region of its own: what it leaves open would reach into the rest. */
  halfTyped(expression: Range | readonly ProgramPart[], languageId: string): void {
    const alone = new DecodedText(this.text, inBraces);
    addParts(alone, 'start' in expression ? [expression] : expression);
    this.apart.push(alone.region(languageId));
  }

  /** Everything that was added. */
  regions(languageId: string): EmbeddedRegion[] {
    return this.isEmpty ? this.apart : [this.program.region(languageId), ...this.apart];
  }
}

function addParts(program: DecodedText, parts: readonly ProgramPart[]): void {
  for (const part of parts) {
    if (typeof part === 'string') program.generated(part);
    else if (part.text === undefined) program.verbatim(part.start, part.end, part.encode);
    else program.standsFor(part.start, part.end, part.text);
  }
}

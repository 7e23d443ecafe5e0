import type { Range } from '../../text/range';
import { expressionEnd } from './balance';
import { type Encode, OffsetMap, type Segment } from './offset-map';
import type { EmbeddedRegion } from './region';

/** A piece of code in the file of a component. */
export interface CodePiece extends Range {
  /** What is read before and behind it, in place of the marks that stand there. */
  readonly before: string;
  readonly after: string;
  /** What is read in its place, as long as it is; the same text where absent. */
  readonly code?: string | undefined;
  readonly encode?: Encode | undefined;
  /** Whether it is one of many that have nothing to do with each other if one of them is left open. */
  readonly isApart?: boolean;
}

/**
 * The code of a component's file as one program of the file's length: its scripts and the expressions of its template
 * stand where they are, and whatever else there is is blank. Expressions that are half typed are regions of their own,
 * for what they leave open would reach into the others.
 */
export class ComponentCode {
  private readonly parts: string[] = [];
  private readonly segments: Segment[] = [];
  private readonly halfTyped: CodePiece[] = [];
  private end = 0;

  constructor(private readonly text: string) {}

  /** Adds a piece that is behind all others so far. */
  add(piece: CodePiece): void {
    const { start, end, before, after } = piece;
    if (start < this.end || end < start) return;
    const code = piece.code ?? this.text.slice(start, end);
    if (piece.isApart && expressionEnd(code) !== code.length) {
      this.halfTyped.push(piece);
      return;
    }
    const room = before.slice(Math.max(0, before.length - (start - this.end)));
    this.parts.push(blank(this.text.slice(this.end, start - room.length)), room, code);
    const range = { start, end };
    this.segments.push({ inner: range, outer: range, encode: piece.encode });
    const behind = after.slice(0, this.text.length - end);
    this.parts.push(behind);
    this.end = end + behind.length;
  }

  /** Everything that was added. */
  regions(languageId: string): EmbeddedRegion[] {
    if (this.segments.length === 0 && this.halfTyped.length === 0) return [];
    const text = [...this.parts, blank(this.text.slice(this.end))].join('');
    const program = { languageId, text, map: new OffsetMap(this.segments) };
    const others = this.halfTyped.map((piece) => this.apart(piece, languageId));
    return this.segments.length === 0 ? others : [program, ...others];
  }

  private apart({ start, end, code, encode }: CodePiece, languageId: string): EmbeddedRegion {
    const text = code ?? this.text.slice(start, end);
    const inner = { start: 0, end: text.length };
    return { languageId, text, map: new OffsetMap([{ inner, outer: { start, end }, encode }]) };
  }
}

/** As many blanks; line breaks stay. */
function blank(text: string): string {
  return text.replace(/[^\n\r]+/g, (line) => ' '.repeat(line.length));
}

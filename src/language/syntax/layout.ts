import { lineBreakFrom } from '../text/line-index';
import type { RecordPosition } from './reader';

/** Levels of indentation are measured in as much of a text. */
const LOOKED_AT = 10_000;
const BLANKS = /^[ \t]*/;

/** How a text is laid out, as far as what is written into it has to follow. UTF-16 code units. */
export class Layout {
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly unit: string;

  constructor(private readonly text: string) {
    const beginning = text.slice(0, LOOKED_AT);
    this.lineBreak = lineBreakFrom(beginning, 0) ?? '\n';
    const unit = /[\n\r](\t| {2,8})[^\s*]/.exec(beginning)?.[1] ?? '  ';
    this.unit = unit.length > 4 ? '  ' : unit;
  }

  /** Where the line of an offset begins. */
  lineStart(offset: number): number {
    const before = this.text.slice(0, offset);
    return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  }

  /** The blanks that the line of an offset begins with. */
  indentation(offset: number): string {
    const start = this.lineStart(offset);
    return BLANKS.exec(this.text.slice(start, offset))?.[0] ?? '';
  }

  /** An object of its own at an offset, one pair a line; `last` stands behind the last pair. */
  object(offset: number, last = ''): Omit<RecordPosition, 'quote'> {
    const outside = this.lineBreak + this.indentation(offset);
    const inside = outside + this.unit;
    return { open: `{${inside}`, between: `,${inside}`, close: `${last}${outside}}` };
  }

  /** The content of an object that is empty: its braces stand at two offsets, on the line of a third or others. */
  content(
    offset: number,
    openBrace: number,
    closeBrace: number,
    last = '',
  ): Omit<RecordPosition, 'quote'> {
    const outside = this.lineBreak + this.indentation(openBrace);
    const isBehindBrace = this.lineStart(offset) <= openBrace;
    const inside = isBehindBrace ? outside + this.unit : this.lineBreak + this.indentation(offset);
    const isBeforeBrace = this.lineStart(closeBrace) === this.lineStart(offset);
    return {
      open: isBehindBrace ? inside : '',
      between: `,${inside}`,
      close: last + (isBeforeBrace ? outside : ''),
    };
  }
}

import type { CommentAt } from '../syntax/reader';
import { LineIndex } from '../text/line-index';
import type { Range } from '../text/range';
import { DIRECTIVE } from './directive';
import type { ParsedDocument } from './parsed-document';

/** What other tools' comments about the next line have in common. */
const OTHER_TOOLS = ['-next-line', '@ts-expect-error', '@ts-ignore'];

/**
 * Which lines of a text are nothing but comments, so that comments about a line can be stacked above it.
 * Each line is looked at once, however often it is asked for. Lines count from 0.
 */
export class CommentLines {
  private readonly known = new Map<number, boolean>();
  private readonly codeBelow = new Map<number, number>();
  private readonly indentations = new Map<number, Range>();
  private readonly tops = new Map<number, number | undefined>();

  constructor(
    readonly lines: LineIndex,
    readonly commentAt: CommentAt,
  ) {}

  /** The first line below another that is not only comments; a blank line is such a line. */
  lineBelow(line: number): number {
    const passed: number[] = [];
    let below = line + 1;
    while (below < this.lines.count && this.isOnlyComments(below)) {
      passed.push(below);
      below = this.codeBelow.get(below) ?? below + 1;
    }
    for (const one of passed) this.codeBelow.set(one, below);
    return below;
  }

  /**
   * The line above which a comment about a line goes: that line, or the first of the comments directly above it.
   * Undefined where the line begins in a comment that stands behind code.
   */
  topOf(line: number): number | undefined {
    if (!this.tops.has(line)) this.tops.set(line, this.findTop(line));
    return this.tops.get(line);
  }

  /** Whether nothing but blanks is before an offset on its line; a byte order mark is a blank. */
  beginsLine(offset: number): boolean {
    const line = this.lines.lineAt(offset);
    return offset <= this.indentationOf(line).end;
  }

  /** The blanks that a line begins with, a byte order mark not included. */
  indentationOf(line: number): Range {
    const known = this.indentations.get(line);
    if (known) return known;
    const { text } = this.lines;
    const lineStart = this.lines.startOf(line);
    const start = lineStart === 0 && text.startsWith('\ufeff') ? 1 : lineStart;
    const range = { start, end: skipBlanks(text, start, this.lines.endOf(line)) };
    this.indentations.set(line, range);
    return range;
  }

  /** Whether a line ends in a comment of another tool that is about the next line. */
  endsInDirective(line: number): boolean {
    const end = this.lines.endOf(line);
    const comment = end > this.lines.startOf(line) ? this.commentAt(end - 1) : undefined;
    if (!comment) return false;
    const text = this.lines.text.slice(comment.start, end);
    return OTHER_TOOLS.some((word) => text.includes(word)) && !text.includes(DIRECTIVE);
  }

  private findTop(line: number): number | undefined {
    let found: number | undefined;
    for (let top = line; ; ) {
      const start = this.lines.startOf(top);
      const around = this.commentAt(start);
      if (around && around.start < start) {
        top = this.lines.lineAt(around.start);
        if (!this.isOnlyComments(top)) return found;
      } else {
        found = top;
        if (top === 0 || !this.isOnlyComments(top - 1)) return found;
        top--;
      }
    }
  }

  /** Whether there is a comment in a line and nothing else, the braces of JSX round it aside. */
  private isOnlyComments(line: number): boolean {
    const known = this.known.get(line);
    if (known !== undefined) return known;
    const isOnly = this.check(line);
    this.known.set(line, isOnly);
    return isOnly;
  }

  private check(line: number): boolean {
    const { text } = this.lines;
    const start = this.lines.startOf(line);
    const end = this.lines.endOf(line);
    let at = this.commentAt(start)?.end ?? start;
    let hasComment = at > start;
    for (;;) {
      at = skipBlanks(text, at, end);
      if (at >= end) return hasComment;
      const isBraced = text.charAt(at) === '{';
      const comment = this.commentAt(isBraced ? skipBlanks(text, at + 1, end) : at);
      if (!comment) return false;
      at = comment.end;
      if (isBraced) {
        at = skipBlanks(text, at, end);
        if (text.charAt(at) !== '}') return false;
        at++;
      }
      hasComment = true;
    }
  }
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[ \t\ufeff]/.test(text.charAt(at))) at++;
  return at;
}

const KNOWN = new WeakMap<ParsedDocument, CommentLines>();

/** The lines and comments of a document, found when they are first asked for. */
export function commentLinesOf(reading: ParsedDocument): CommentLines {
  const known = KNOWN.get(reading);
  if (known) return known;
  const lines = new CommentLines(new LineIndex(reading.text), commentsOf(reading));
  KNOWN.set(reading, lines);
  return lines;
}

/** A text that is nested too deeply for its parser has no comments that anybody asks for. */
function commentsOf({ reader, source, languageId, tree }: ParsedDocument): CommentAt {
  let commentAt: CommentAt | undefined;
  return (offset) => {
    try {
      commentAt ??= reader.comments(source, languageId, tree);
      return commentAt(offset);
    } catch {
      commentAt = () => undefined;
      return undefined;
    }
  };
}

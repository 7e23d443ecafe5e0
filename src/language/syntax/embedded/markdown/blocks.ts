import type { Range } from '../../../text/range';
import { linesIn } from '../lines';
import { Containers } from './containers';

/** A fenced block. Offsets are UTF-16 code units. */
export interface Fence extends Range {
  /** What stands behind the marks that open it. */
  readonly info: string;
  /** Its lines, each with its line break, without what they begin with for what is round the block. */
  readonly lines: readonly Range[];
}

/** The blocks of a text that say what is read of it. */
export interface Blocks {
  readonly fences: readonly Fence[];
  readonly comments: readonly Range[];
}

/** The marks that open a fence; backticks have none behind them. */
const FENCE = /(?:(`{3,})([^`\n\r]*)|(~{3,})([^\n\r]*))(?=[\n\r]|$)/y;
/** A fence is indented less. */
const CODE = 4;

interface OpenFence {
  readonly start: number;
  readonly mark: string;
  readonly info: string;
  readonly indentation: number;
  readonly depth: number;
  readonly lines: Range[];
}

/**
 * The fenced blocks and the comments of Markdown, those in quotes and lists included, as CommonMark has them but for
 * blocks of HTML, in which fences are read, too. The time it takes grows with the text.
 */
export function blocksIn(text: string): Blocks {
  const reader = new BlockReader(text);
  for (const { start, end } of linesIn(text)) reader.line(start, end);
  return reader.finish();
}

class BlockReader {
  private readonly containers: Containers;
  private readonly fences: Fence[] = [];
  private readonly comments: Range[] = [];
  private fence: OpenFence | undefined;
  private comment: { readonly start: number; readonly depth: number } | undefined;

  constructor(private readonly text: string) {
    this.containers = new Containers(text);
  }

  line(start: number, end: number): void {
    const going = this.containers.begin(start);
    if (this.fence && going >= this.fence.depth) this.inFence(this.fence, end);
    else if (this.comment && going >= this.comment.depth) this.inComment(start, end);
    else {
      this.endFence(start);
      this.endComment(start);
      this.containers.change(going);
      this.open(end);
    }
  }

  finish(): Blocks {
    this.endFence(this.text.length);
    this.endComment(this.text.length);
    const { fences, comments } = this;
    return { fences, comments };
  }

  private inFence(fence: OpenFence, end: number): void {
    const { containers } = this;
    const from = containers.at;
    const isNear = containers.skipBlanks(CODE) < CODE;
    if (isNear && isClosing(this.text, containers.at, end, fence.mark)) {
      this.endFence(end);
      return;
    }
    let start = from;
    while (start < containers.at && start - from < fence.indentation) start++;
    fence.lines.push({ start, end });
  }

  private inComment(start: number, end: number): void {
    const closing = this.text.slice(start, end).indexOf('-->');
    if (closing >= 0) this.endComment(start + closing + 3);
  }

  /** What begins in a line behind its containers. */
  private open(end: number): void {
    const indentation = this.containers.skipBlanks(CODE);
    if (indentation >= CODE) return;
    const { at, depth } = this.containers;
    FENCE.lastIndex = at;
    const found = FENCE.exec(this.text);
    if (found) {
      const [, backticks, behind, tildes, others] = found;
      const mark = backticks ?? tildes ?? '';
      const info = behind ?? others ?? '';
      this.fence = { start: at, mark, info, indentation, depth, lines: [] };
    } else if (this.text.startsWith('<!--', at)) {
      this.comment = { start: at, depth };
      this.inComment(at + 2, end);
    }
  }

  private endFence(end: number): void {
    if (!this.fence) return;
    const { start, info, lines } = this.fence;
    this.fences.push({ start, end, info, lines });
    this.fence = undefined;
  }

  private endComment(end: number): void {
    if (!this.comment) return;
    this.comments.push({ start: this.comment.start, end });
    this.comment = undefined;
  }
}

function isClosing(text: string, start: number, end: number, mark: string): boolean {
  if (!text.startsWith(mark, start)) return false;
  let at = start + mark.length;
  while (text.charAt(at) === mark.charAt(0)) at++;
  return text.slice(at, end).trim() === '';
}

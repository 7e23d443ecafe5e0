import { type Input, type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import type { TextSource } from '../source';
import { compose, type Edit, type TextChange } from './edits';

/** Steps of the parser between two looks at the clock. */
const STEPS = 32;
/** How much is read of the text at once. */
const BLOCK = 512;
/** How long one parse may take all in all: text that is no program can take a parser forever. */
export interface Patience {
  readonly ms: number;
  readonly msPerUnit: number;
}

/** Parses on from the tree before the edits, of which it takes what they leave. */
export class TreeParse {
  private tree: Tree | undefined;
  private edits: readonly Edit[] = [];
  private parsing: PartialParse | undefined;
  private spent = 0;

  /** Whether the last tree is one of the whole text, and not of what could be parsed in time. */
  isWhole = true;

  constructor(
    private readonly parser: LRParser,
    private readonly patience: Patience,
  ) {}

  /** Takes changes that were made at once; a parse under way is void. */
  change(changes: readonly TextChange[]): void {
    this.edits = compose(this.edits, changes);
    this.parsing = undefined;
  }

  /** Parses on for a while; returns the tree once it is that of the text. */
  advance(input: Input, isOver: () => boolean): Tree | undefined {
    if (this.tree && this.edits.length === 0) return this.tree;
    if (!this.parsing) {
      this.parsing = this.parser.startParse(input, this.fragments());
      this.spent = 0;
    }
    const { parsing } = this;
    const begin = Date.now();
    const { ms, msPerUnit } = this.patience;
    const patience = ms + input.length * msPerUnit - this.spent;
    for (;;) {
      for (let step = 0; step < STEPS; step++) {
        const tree = parsing.advance();
        if (!tree) continue;
        this.tree = tree;
        this.isWhole = parsing.stoppedAt === null;
        this.edits = [];
        this.parsing = undefined;
        return tree;
      }
      const passed = Date.now() - begin;
      if (parsing.stoppedAt === null && passed > patience) parsing.stopAt(parsing.parsedPos);
      if (!isOver()) continue;
      this.spent += passed;
      return undefined;
    }
  }

  private fragments(): readonly TreeFragment[] {
    if (!this.tree) return [];
    const changes = this.edits.map(({ oldStart, oldEnd, newStart, newEnd }) => ({
      fromA: oldStart,
      toA: oldEnd,
      fromB: newStart,
      toB: newEnd,
    }));
    return TreeFragment.applyChanges(TreeFragment.addTree(this.tree), changes);
  }
}

/**
 * A source as the parser reads it: in blocks, of which it has the last two at hand, for it looks back from where it
 * is and ahead, character by character.
 */
export function inputOf(source: TextSource): Input {
  let last = { start: 0, text: '' };
  let other = last;
  return {
    length: source.length,
    lineChunks: false,
    chunk(from) {
      const start = from - (from % BLOCK);
      if (start !== last.start || last.text === '') {
        [last, other] = [other, last];
        if (start !== last.start || last.text === '') {
          last = { start, text: source.read(start, Math.min(start + BLOCK, source.length)) };
        }
      }
      return last.text.slice(from - start);
    },
    read: (from, to) => source.read(from, to),
  };
}

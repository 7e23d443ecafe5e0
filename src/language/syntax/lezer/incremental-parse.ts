import { type Input, type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { type ChangedRange, compose, type TextChange } from '../../text/changes';
import type { TextSource } from '../../text/source';
import { shortenBuffer } from './parse-buffer';

/** Steps of the parser between two looks at the clock. */
const STEPS = 32;
/** How much is read of the text at once. */
const BLOCK = 512;
/**
 * A long text that is new is parsed in stretches of about this length, each upon the tree of all before it: until
 * the parser is done it keeps many times what it goes through.
 */
const STRETCH = 1 << 16;
/** How far a line break is looked for that a stretch can end with. */
const LONGEST_LINE = 4096;

/** How long one parse may take all in all: text that is no program can take a parser forever. */
export interface Patience {
  readonly ms: number;
  readonly msPerUnit: number;
}

/** Parses on from the tree before the edits, of which it takes what they leave. */
export class TreeParse {
  private tree: Tree | undefined;
  private edits: readonly ChangedRange[] = [];
  private parsing: PartialParse | undefined;
  private spent = 0;
  /** Of a new text, what was parsed in stretches so far, and where the next one ends. */
  private beginning: Tree | undefined;
  private end = Infinity;
  private isAtOnce = false;

  /** Whether the last tree is one of the whole text, and not of what could be parsed in time. */
  isWhole = true;
  /** Whether it was put together from stretches: where it has errors, another can be that of a parse at once. */
  isParsedInChunks = false;

  constructor(
    private readonly parser: LRParser,
    private readonly patience: Patience,
  ) {}

  /** Takes changes that were made at once; a parse under way is outdated. */
  change(changes: readonly TextChange[]): void {
    this.edits = compose(this.edits, changes);
    this.parsing = undefined;
    this.beginning = undefined;
  }

  /** Has the next tree parsed at once, upon nothing that is known. */
  restart(): void {
    this.tree = undefined;
    this.parsing = undefined;
    this.beginning = undefined;
    this.isAtOnce = true;
  }

  /** Parses on for a while; returns the tree once it is that of the text. */
  advance(input: Input, isOver: () => boolean): Tree | undefined {
    if (this.tree && this.edits.length === 0) return this.tree;
    const begin = Date.now();
    if (!this.parsing && !this.beginning) this.spent = 0;
    const { ms, msPerUnit } = this.patience;
    const patience = ms + input.length * msPerUnit - this.spent;
    for (;;) {
      this.parsing ??= this.start(input);
      const { parsing } = this;
      let tree: Tree | null = null;
      for (let step = 0; step < STEPS && !tree; step++) tree = parsing.advance();
      shortenBuffer(parsing);
      if (tree) {
        this.parsing = undefined;
        if (this.end >= input.length || parsing.stoppedAt !== null) {
          return this.finish(tree, parsing.stoppedAt === null);
        }
        this.beginning = tree;
      }
      const passed = Date.now() - begin;
      if (!tree && parsing.stoppedAt === null && passed > patience) {
        parsing.stopAt(parsing.parsedPos);
      }
      if (!isOver()) continue;
      this.spent += passed;
      return undefined;
    }
  }

  private start(input: Input): PartialParse {
    const isNew = !this.tree && !this.isAtOnce;
    this.end = isNew ? endOfStretch(input, this.beginning?.length ?? 0) : input.length;
    const fragments = isNew && this.beginning ? fragmentsOf(this.beginning) : this.fragments();
    return this.parser.startParse(input, fragments, [{ from: 0, to: this.end }]);
  }

  private finish(tree: Tree, isWhole: boolean): Tree {
    this.isParsedInChunks = this.beginning !== undefined;
    this.isWhole = isWhole;
    this.tree = tree;
    this.beginning = undefined;
    this.isAtOnce = false;
    this.edits = [];
    return tree;
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

/** What a parse that goes further than the tree can take over of it: nothing near its end. */
function fragmentsOf(beginning: Tree): readonly TreeFragment[] {
  return TreeFragment.addTree(beginning, [], true);
}

/** Where the stretch from an offset on ends: with a line, if that is not too long, or with the text. */
function endOfStretch(input: Input, from: number): number {
  const end = from + STRETCH;
  // A short rest is parsed with what is before it.
  if (input.length - end < STRETCH) return input.length;
  const lineBreak = input.read(end, end + LONGEST_LINE).indexOf('\n');
  return lineBreak < 0 ? end : end + lineBreak + 1;
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

import { type Input, type Tree, TreeFragment } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { type ChangedRange, compose, type TextChange } from '../../text/changes';
import { BoundedParse, ParseBudget } from './bounded-parse';

/**
 * A long text that is new is parsed in stretches of about this length, each upon the tree of all before it: until
 * the parser is done it keeps many times what it goes through.
 */
const STRETCH = 1 << 16;
/** How far a line break is looked for that a stretch can end with. */
const LONGEST_LINE = 4096;

/** Parses on from the tree before the edits, of which it takes what they leave. */
export class TreeParse {
  private tree: Tree | undefined;
  private edits: readonly ChangedRange[] = [];
  private parsing: BoundedParse | undefined;
  private budget: ParseBudget | undefined;
  /** Of a new text, what was parsed in stretches so far, and where the next one ends. */
  private beginning: Tree | undefined;
  private end = Infinity;
  private isAtOnce = false;

  /** Whether the last tree is one of the whole text, and not of what its budget was enough for. */
  isWhole = true;
  /** Whether it was put together from stretches: where it has errors, another can be that of a parse at once. */
  isParsedInChunks = false;

  /** @param recoveryCost see `ParseBudget` */
  constructor(
    private readonly parser: LRParser,
    private readonly recoveryCost: number,
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
    if (!this.parsing && !this.beginning) this.budget = undefined;
    this.budget ??= new ParseBudget(input.length, this.recoveryCost);
    do {
      this.parsing ??= this.start(input, this.budget);
      const { parsing } = this;
      const tree = parsing.advance();
      if (!tree) continue;
      this.parsing = undefined;
      if (this.end >= input.length || parsing.isCut) return this.finish(tree, !parsing.isCut);
      this.beginning = tree;
    } while (!isOver());
    return undefined;
  }

  private start(input: Input, budget: ParseBudget): BoundedParse {
    const isNew = !this.tree && !this.isAtOnce;
    this.end = isNew ? endOfStretch(input, this.beginning?.length ?? 0) : input.length;
    const fragments = isNew && this.beginning ? fragmentsOf(this.beginning) : this.fragments();
    return new BoundedParse(this.parser, input, budget, fragments, this.end);
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

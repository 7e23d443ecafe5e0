import type { Input, PartialParse, Tree, TreeFragment } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { shortenBuffer } from './parse-buffer';

/** Steps of the parser between two looks at what they took. */
const STEPS = 32;

/**
 * What parsing a text may take. Text that is no program, or one line of nothing but marks, can take a parser forever,
 * and all the memory there is. The densest real texts take 250 a code unit with errors in them and 150 without; ten
 * million take about a tenth of a second.
 */
const LEAST_BUDGET = 50_000_000;
const BUDGET_PER_UNIT = 800;

/** What a step takes for each stack, that is each reading of the text that the parser follows. */
const STEP = 100;
const STEP_OF_SEVERAL = 200;
/** A single stack is not copied or compared; of a deep one that is left is that it is kept. */
const DEPTH_OF_SINGLE = 1 / 8;
const READ_AHEAD = 4;
const READ_BACK = 8;
/** From this depth on, to find out what `++` and `--` belong to takes a look at each level. */
const DEEP = 1000;
const LEVEL_OF_SIGNS = 10;

/** The work that parsing a text may take, counted so that it is the same on every machine, however busy. */
export class ParseBudget {
  readonly total: number;
  spent = 0;

  /**
   * @param length of the text, in UTF-16 code units
   * @param recoveryCost what a step of error recovery takes for each stack
   */
  constructor(
    length: number,
    readonly recoveryCost: number,
  ) {
    this.total = LEAST_BUDGET + BUDGET_PER_UNIT * length;
  }

  get isSpent(): boolean {
    return this.spent > this.total;
  }

  spend(work: number): void {
    this.spent += work;
  }
}

/** What a parser of `@lezer/lr` has inside. Its declarations do not tell, so nothing of it is taken for granted. */
interface Inside {
  readonly recovering?: number;
  readonly stacks?: readonly { readonly stack?: { readonly length: number } }[];
}

/** A parse that ends where its budget is spent, as if the text ended there. */
export class BoundedParse {
  private readonly parsing: PartialParse;

  /**
   * @param fragments of an earlier tree, to be taken over
   * @param to where to stop parsing
   */
  constructor(
    parser: LRParser,
    private readonly input: Input,
    private readonly budget: ParseBudget,
    fragments: readonly TreeFragment[] = [],
    to = input.length,
  ) {
    const metered = meteredInput(input, budget);
    this.parsing = parser.startParse(metered, fragments, [{ from: 0, to }]);
  }

  /** Whether the tree is that of a beginning of the text, because the budget was spent. */
  get isCut(): boolean {
    return this.parsing.stoppedAt !== null;
  }

  /**
   * Takes a few steps.
   * @returns the tree once it is there
   * @throws where the text is nested more deeply than the parser can follow
   */
  advance(): Tree | undefined {
    const { parsing, budget } = this;
    for (let step = 0; step < STEPS; step++) {
      budget.spend(this.work());
      const tree = parsing.advance();
      if (tree) return tree;
    }
    shortenBuffer(parsing);
    if (budget.isSpent && !this.isCut) parsing.stopAt(parsing.parsedPos);
    return undefined;
  }

  /** What the next step is going to take. */
  private work(): number {
    const { stacks = [], recovering = 0 } = this.parsing as Inside;
    if (stacks.length === 1 && recovering === 0) return this.workOfSingle(stacks[0]?.stack?.length);
    const each = recovering > 0 ? this.budget.recoveryCost : STEP_OF_SEVERAL;
    return stacks.reduce((sum, { stack }) => sum + each + (stack?.length ?? 0), STEP);
  }

  private workOfSingle(depth = 0): number {
    const work = STEP + depth * DEPTH_OF_SINGLE;
    return depth > DEEP && this.isAtSigns() ? work + depth * LEVEL_OF_SIGNS : work;
  }

  private isAtSigns(): boolean {
    const { parsedPos } = this.parsing;
    const next = this.input.read(parsedPos, parsedPos + 2);
    return next === '--' || next === '++';
  }
}

/** An input whose reading is paid for. It has to come in blocks, for what is read within one is not seen. */
function meteredInput(input: Input, budget: ParseBudget): Input {
  let last = 0;
  return {
    length: input.length,
    lineChunks: input.lineChunks,
    chunk(from) {
      const text = input.chunk(from);
      // Looking back goes character by character, each of which is asked for.
      budget.spend(from < last ? READ_BACK : READ_AHEAD * text.length);
      last = from;
      return text;
    },
    read: (from, to) => input.read(from, to),
  };
}

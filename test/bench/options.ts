import { parseArgs } from 'node:util';
import { PLANS, SYNTAXES } from './inputs/inputs';

/** What is asked for on the command line. */
export interface Options {
  /** The inputs to measure on, as indexes into the plans. */
  readonly plans: readonly number[];
  readonly isFull: boolean;
  readonly write: boolean;
  readonly memory: boolean;
  /** Whether a whole workspace is checked, too. */
  readonly workspace: boolean;
}

const USAGE = `npm run bench -- [--syntax ${SYNTAXES.join('|')}]... [--size '1 MB']... [--no-memory] [--write] [--workspace]
  --syntax, --size  measure on these inputs only; sizes by their label, such as '10 KB' or '10 MB, one line'
  --no-memory       leave out what needs many fresh processes
  --workspace       measure the check of a workspace only; a full run has it, too
  --write           write the tables to test/bench/README.md; for full runs only`;

/** Reads the command line; undefined where help was asked for. Throws where it makes no sense. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      syntax: { type: 'string', multiple: true },
      size: { type: 'string', multiple: true },
      memory: { type: 'boolean', default: true },
      write: { type: 'boolean', default: false },
      workspace: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  const { syntax, size, memory, write, help } = values;
  if (help) {
    console.log(USAGE);
    return undefined;
  }
  const plans = PLANS.flatMap((plan, index) => {
    const isWanted =
      (syntax?.includes(plan.syntax) ?? true) &&
      (size?.some((label) => fold(label) === fold(plan.label)) ?? true);
    return isWanted ? [index] : [];
  });
  if (values.workspace) return { plans: [], isFull: false, write: false, memory, workspace: true };
  const isFull = plans.length === PLANS.length && memory;
  if (plans.length === 0) throw new Error(`no such input\n${USAGE}`);
  if (write && !isFull)
    throw new Error('only a full run can be written: leave out the other options');
  return { plans, isFull, write, memory, workspace: isFull };
}

function fold(label: string): string {
  return label.replaceAll(/[\s,]/g, '').toLowerCase();
}

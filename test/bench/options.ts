import { parseArgs } from 'node:util';
import { PLANS, SYNTAXES } from './inputs/inputs';

/** What is asked for on the command line. */
export interface Options {
  /** The inputs to measure on, as indexes into the plans. */
  readonly plans: readonly number[];
  readonly isFull: boolean;
  readonly write: boolean;
  readonly memory: boolean;
  /** Whether to measure in a real VS Code too, and to check a whole workspace. */
  readonly editor: boolean;
}

const USAGE = `npm run bench -- [--syntax ${SYNTAXES.join('|')}]... [--size '1 MB']... [--no-memory] [--no-editor] [--only-editor] [--write]
  --syntax, --size  measure on these inputs only; sizes by their label, such as '10 KB' or '10 MB, one line'
  --no-memory       leave out what needs many fresh processes
  --no-editor       leave out what needs a real VS Code, and the check of a workspace
  --only-editor     measure that only
  --write           write the tables to test/bench/README.md; for full runs only`;

/** Reads the command line; undefined where help was asked for. Throws where it makes no sense. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      syntax: { type: 'string', multiple: true },
      size: { type: 'string', multiple: true },
      memory: { type: 'boolean', default: true },
      editor: { type: 'boolean', default: true },
      write: { type: 'boolean', default: false },
      'only-editor': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  const { syntax, size, memory, editor, write, help } = values;
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
  if (values['only-editor'])
    return { plans: [], isFull: false, write: false, memory, editor: true };
  const isFull = plans.length === PLANS.length && memory && editor;
  if (plans.length === 0) throw new Error(`no such input\n${USAGE}`);
  if (write && !isFull)
    throw new Error('only a full run can be written: leave out the other options');
  return { plans, isFull, write, memory, editor };
}

function fold(label: string): string {
  return label.replaceAll(/[\s,]/g, '').toLowerCase();
}

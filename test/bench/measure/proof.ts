import type { Candidate, Operation } from '../candidates/candidate';
import type { Input } from '../inputs/inputs';
import { operationsOf, Session } from './session';

/** What has to be among the proposals in the middle of every text, and in the explanation there. */
const PROPOSAL = 'powering-off';
const EXPLAINED = /rebooting|task_state/;

/** How an operation behaved when it was run last. */
export interface Trial {
  readonly milliseconds: number;
  readonly isAsync: boolean;
}

/** The outcome for one candidate: what is wrong, and how each operation behaved. */
export interface Proof {
  readonly objections: readonly string[];
  readonly trials: ReadonlyMap<Operation, Trial>;
}

/**
 * Whether the candidate finds in the input what was planted there, no more and no less, before and after a key press
 * and when that is taken back, and whether it has something to say at the cursor.
 */
export async function prove(candidate: Candidate, input: Input): Promise<Proof> {
  const objections: string[] = [];
  const trials = new Map<Operation, Trial>();
  const session = new Session(candidate, input);
  const operations = operationsOf(candidate, input);
  const run = async (operation: Operation) => {
    const start = performance.now();
    const running = session.run(operation);
    const result = await running;
    const milliseconds = performance.now() - start;
    trials.set(operation, { milliseconds, isAsync: running instanceof Promise });
    return result;
  };
  const object = (what: string, problem: string | undefined) => {
    if (problem) objections.push(`${candidate.name}, ${input.label}, ${what}: ${problem}`);
  };

  await run('open');
  object('first diagnostics', compare(session));
  if (operations.includes('hover')) {
    const hover = JSON.stringify(await run('hover')) ?? '';
    object('hover', EXPLAINED.test(hover) ? undefined : `explains nothing: ${hover.slice(0, 200)}`);
  }
  if (operations.includes('complete')) {
    const proposals = JSON.stringify(await run('complete')) ?? '';
    const isThere = proposals.includes(PROPOSAL);
    object('completion', isThere ? undefined : `lacks ${PROPOSAL}: ${proposals.slice(0, 200)}`);
  }
  if (operations.includes('afterKeyPress')) {
    for (const what of ['after a key press', 'after the key press was taken back']) {
      session.press();
      await run('afterKeyPress');
      object(what, compare(session));
    }
  }
  return { objections, trials };
}

/** What is wrong with the faults that the candidate found last; undefined for nothing. */
function compare({ candidate, input, state, isTyped }: Session): string | undefined {
  if (!candidate.faults) return undefined;
  const expected = new Set(input.places.flatMap((place, index) => (place.faulty ? [index] : [])));
  if (isTyped && input.holdsStates) expected.add(placeAt(input, input.cursor));
  const found = new Set(
    candidate.faults(state).map((offset) => {
      const isBehind = isTyped && offset > input.cursor;
      return placeAt(input, isBehind ? offset - 1 : offset);
    }),
  );
  const missed = [...expected].filter((index) => !found.has(index));
  const invented = [...found].filter((index) => !expected.has(index));
  if (missed.length + invented.length === 0) return undefined;
  return (
    `${found.size} faulty records found where ${expected.size} are; ` +
    `missed ${sample(missed)}; found without reason ${sample(invented)}`
  );
}

function sample(indexes: readonly number[]): string {
  if (indexes.length === 0) return 'none';
  return `${indexes.length} (number ${indexes.slice(0, 3).join(', ')})`;
}

function placeAt({ places }: Input, offset: number): number {
  return places.findIndex(({ start, end }) => start <= offset && offset < end);
}

import { codeFindingsIn } from '../../src/language/rules/code-findings';
import type { Relation } from '../../src/model';
import { execute, type Program, type Server } from '../support/programs';

/** What came of one condition, and what was said of it. */
export interface Measured {
  readonly start: number;
  readonly end: number;
  /** Whether it was evaluated at all. */
  readonly isReached: boolean;
  readonly cameTrue: boolean;
  readonly isFlagged: boolean;
}

/** So many runs of a program in which several servers are at hand, or in which calls change them. */
const MOST_RUNS = 3000;

/**
 * Analyzes a program, and runs it on the servers.
 * @param lacking the same and those whose task is missing: for programs of one server that ask whether it is there
 * @returns a measure of each of its conditions, in their order; nothing where chance decides what comes true, and no
 * condition is flagged
 */
export function measure(
  program: Program,
  relation: Relation,
  servers: readonly Server[],
  lacking: readonly Server[],
): Measured[] {
  const findings = codeFindingsIn(program.text, 'javascript', relation);
  const flags = new Set(
    findings
      .filter(({ code }) => code === 'impossible-condition' || code === 'unreachable-case')
      .map(({ start, end }) => `${start} ${end}`),
  );
  const isExact = program.isPure && !program.features.has('others');
  if (flags.size === 0 && !isExact) return [];
  const outcomes = isExact
    ? execute(program, program.asksForTask ? lacking : servers, 1)
    : execute(program, servers, MOST_RUNS / servers.length);
  return program.conditions.map(({ start, end }, index) => {
    const { cameTrue = false, cameFalse = false } = outcomes[index] ?? {};
    const isFlagged = flags.has(`${start} ${end}`);
    return { start, end, isReached: cameTrue || cameFalse, cameTrue, isFlagged };
  });
}

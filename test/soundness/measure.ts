import { logicFindingsIn } from '../../src/language/analysis';
import type { AbsencePolicy } from '../../src/language/analysis/flow/domain/absence';
import type { Relation } from '../../src/model';
import { execute, MISSING, type Program, serversOf } from '../support/programs';
import { shapesOf } from './shapes';

/** What came of one condition, and what was said of it. */
export interface Measured {
  readonly program: Program;
  readonly index: number;
  readonly shape: string;
  /** Whether it was evaluated at all, and true for some server. */
  readonly isReached: boolean;
  readonly cameTrue: boolean;
  readonly isFlagged: boolean;
  /** Whether it is one that decides by itself, where never true is a mistake. */
  readonly counts: boolean;
}

/** Two servers are at hand, and the states behind calls are random: few runs would leave out much that can be. */
const MOST_RUNS = 6000;
const NONES: readonly unknown[] = [null, undefined, '', MISSING];

/** What a task that is none may be, where a program asks for it in these ways: null alone is what the API says. */
function nonesOf({ absences }: Program): readonly unknown[] {
  const [way, ...more] = absences;
  if (more.length === 0 && way === 'null') return [null];
  if (more.length === 0 && way === 'nullish') return [null, undefined, MISSING];
  return NONES;
}

/**
 * Analyzes a program, and runs it on the servers of every row.
 * @param policy `always` runs it on servers that lack any of the fields in any way, whatever it asks for
 */
export function measure(program: Program, relation: Relation, policy: AbsencePolicy): Measured[] {
  const findings = logicFindingsIn(program.text, 'javascript', relation, undefined, policy);
  const servers =
    policy === 'always' ? serversOf(relation, NONES, NONES) : serversOf(relation, nonesOf(program));
  const outcomes = execute(program, servers, Math.ceil(MOST_RUNS / servers.length));
  const shapes = shapesOf(program);
  return program.conditions.map((condition, index) => {
    const { name, isCompound, isNegated } = shapes[index] ?? {
      name: '',
      isCompound: true,
      isNegated: false,
    };
    const outcome = outcomes[index];
    const isFlagged = findings.some(
      ({ code, start, end }) =>
        (code === 'impossible-condition' || code === 'unreachable-case') &&
        start === condition.start &&
        end === condition.end,
    );
    const isReached = outcome !== undefined && (outcome.cameTrue || outcome.cameFalse);
    return {
      program,
      index,
      shape: name,
      isReached,
      cameTrue: outcome?.cameTrue === true,
      isFlagged,
      counts: !isCompound && !isNegated,
    };
  });
}

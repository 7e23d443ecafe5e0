import { reaches } from '../expressions/paths';
import type { Fact } from './facts';
import type { Atom, Compared } from './predicates';
import type { RowSet, RowSpace } from './row-sets';
import { isJudgeable, isServer, isSteady, type Scope } from './scopes';

/** Reads conditions of one function as sets of rows. */
export interface Meaning {
  readonly space: RowSpace;
  readonly scope: Scope;
  /** The paths that the condition at hand gives to calls: what it says of them is not followed. */
  readonly handed: readonly string[];
}

/** What is known where the condition came out so. */
export function factOf(meaning: Meaning, atom: Atom, outcome: boolean): Fact {
  const { range, subject } = atom;
  return {
    receiver: subject.receiver,
    rows: rowsWhere(meaning, atom, outcome),
    range,
    failed: false,
  };
}

/** The rows in which the condition comes out so; all of them where it says nothing that can be relied on. */
function rowsWhere({ space, scope, handed }: Meaning, atom: Atom, outcome: boolean): RowSet {
  const { subject, kind, compared } = atom;
  const { field } = subject.name;
  const receiver = scope.receivers.get(subject.receiver);
  if (!(field === 'status' ? isServer(receiver) : isJudgeable(receiver))) return space.all;
  if (handed.some((path) => reaches(path, subject.receiver))) return space.all;
  if (!isSteady(scope, subject)) return space.all;

  const holds = outcome !== atom.negated;
  if (kind === 'truthy') return holds ? space.all & ~space.idle : space.idle;
  /** No step was asked for in two ways: that it is not null leaves it open whether it is undefined. */
  const vague = receiver !== undefined && receiver.absences.size > 1;
  let within = 0n;
  let ruledOut = 0n;
  for (const { value, absence } of compared) {
    const rows = rowsHaving(space, field, value);
    within |= rows ?? space.all;
    // A step that is neither undefined nor empty can still be null.
    const isOpen = value === null && (vague || absence === 'undefined' || absence === 'empty');
    if (rows !== undefined && !isOpen) ruledOut |= rows;
  }
  return holds ? within : space.all & ~ruledOut;
}

function rowsHaving(
  space: RowSpace,
  field: Atom['subject']['name']['field'],
  value: Compared['value'],
): RowSet | undefined {
  if (value === undefined) return undefined;
  if (value !== null) return space.having(field, value);
  return field === 'task_state' ? space.idle : undefined;
}

import type { SyntaxNode } from '@lezer/common';
import type { LogicCode } from '../../finding';
import { type State, worldsOf } from '../domain/state';
import { reasonFor, type Trail } from '../domain/trail';
import { isTruthy, type Value, worldsWhere } from '../domain/values';
import { statesIn, type WorldSet, type WorldSpace } from '../domain/worlds';
import { rootOf } from '../names/access-paths';
import { rangeOf, type Walker } from '../transfer/walker';

/** What a caller knows of a condition better than the state does. */
export interface Circumstances {
  readonly code?: LogicCode;
  /** The worlds of the server there, and those that were possible before. */
  readonly worlds?: WorldSet;
  readonly possible?: WorldSet;
  readonly trail?: Trail | null;
}

/** Reports a condition that is true in no world of those that get there, if some of a row do. */
export function reportNeverTrue(
  walker: Walker,
  node: SyntaxNode,
  value: Value,
  state: State,
  circumstances: Circumstances = {},
): void {
  if (!value.of || !walker.isReporting) return;
  const { version, path, field } = value.of;
  const space = walker.context.space;
  const worlds = circumstances.worlds ?? worldsOf(state, version) & space.all;
  const truthy = (worldsWhere(value, isTruthy) | value.rest) & space.all;
  if ((worlds & truthy) !== 0n || ((circumstances.possible ?? worlds) & space.listed) === 0n)
    return;
  const values = valuesOf(space, value, truthy, worlds);
  if (!values) return;
  const reason = reasonFor(circumstances.trail ?? state.trail, version, truthy);
  const isAfter = reason.some(({ failed }) => failed);
  walker.report(
    {
      code: circumstances.code ?? (isAfter ? 'unreachable-case' : 'impossible-condition'),
      ...rangeOf(node),
      root: rootOf(path),
      field,
      ...values,
      meant: [],
      related: reason.map(({ range, failed }) => ({ ...range, failed })),
      edits: [],
    },
    path,
  );
}

/**
 * The states that a condition asks for, or those that it excludes if they are fewer. Undefined where it asks for
 * nothing but whether a field is there that every server has: that is caution.
 */
function valuesOf(
  space: WorldSpace,
  value: Value,
  truthy: WorldSet,
  worlds: WorldSet,
): { values: (string | null)[]; negated: boolean } | undefined {
  const field = value.of?.field ?? 'task_state';
  // True for nobody: what it is there is all that can be said of it.
  if (truthy === 0n) return { values: statesIn(space, field, worlds), negated: true };
  const asked = statesIn(space, field, truthy);
  const excluded = statesIn(space, field, space.all & ~truthy);
  if (asked.length === 0) return { values: [null], negated: false };
  const negated = excluded.length > 0 && excluded.length < asked.length;
  return { values: negated ? excluded : asked, negated };
}

import { FIELDS, type Field } from '../../../../model';
import type { EarlierCondition, Limit } from '../../finding';
import { worldsOf } from '../domain/state';
import { type Fact, reasonFor } from '../domain/trail';
import { isTruthy, type Value, worldsWhere } from '../domain/values';
import { statesIn, type WorldSet, type WorldSpace } from '../domain/worlds';
import type { Condition, Walker } from '../transfer/walker';

/** Why a condition cannot come true, and what it asks for, or excludes if that is less. */
export interface NeverTrue extends Limit {
  /** The conditions before that rule it out, in order. */
  readonly reason: readonly EarlierCondition[];
  /** The states that the field can have there; null for no task. */
  readonly possible: readonly (string | null)[];
}

/** Whether a condition is true in no world of those that get there, while some of a row do; and why. */
export function neverTrue(walker: Walker, condition: Condition): NeverTrue | undefined {
  const { value, state, entry } = condition;
  if (!value.of) return undefined;
  const { version, field } = value.of;
  const space = walker.context.space;
  const worlds = entry?.worlds ?? worldsOf(state, version) & space.all;
  const truthy = (worldsWhere(value, isTruthy) | value.rest) & space.all;
  if ((worlds & truthy) !== 0n || ((entry?.possible ?? worlds) & space.listed) === 0n) {
    return undefined;
  }
  const values = valuesOf(space, value, truthy, worlds);
  if (!values) return undefined;
  const reason = reasonFor(entry ? entry.trail : state.trail, version, truthy);
  return {
    field,
    ...values,
    reason: reason.map((fact) => earlier(space, fact)),
    possible: statesIn(space, field, worlds),
  };
}

function earlier(space: WorldSpace, { field, worlds, range, failed }: Fact): EarlierCondition {
  const fields = field ? [field] : FIELDS.filter((each) => isOfField(space, each, worlds));
  const [limit] = fields.flatMap((each) => limitOf(space, each, worlds) ?? []);
  return { ...range, failed, limit };
}

/** Whether a set is all worlds in which a field has some values. */
function isOfField({ byValue, listed }: WorldSpace, field: Field, worlds: WorldSet): boolean {
  let all = 0n;
  for (const each of byValue[field].values()) if ((each & listed & worlds) !== 0n) all |= each;
  return (all & listed) === (worlds & listed);
}

/** What a set of worlds says of a field; undefined where the field can be anything. */
function limitOf(space: WorldSpace, field: Field, worlds: WorldSet): Limit | undefined {
  const left = statesIn(space, field, worlds);
  const excluded = space.relation.values[field].filter((value) => !left.includes(value));
  if (left.length === 0 || excluded.length === 0) return undefined;
  const negated = excluded.length < left.length;
  return { field, values: negated ? excluded : left, negated };
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

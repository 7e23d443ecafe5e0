import type { EarlierCondition } from '../../analysis';
import type { Translate } from '../../text/localize';
import { choiceOf } from '../names';
import type { CodeRule } from '../rule';
import { type NeverTrueCondition, neverTrueIn, stateFixes } from './never-true';

/** Conditions on the states of one server that are never true together. */
export const impossibleCondition = {
  kind: 'code',
  code: 'impossible-condition',
  defaultSeverity: 'warning',
  summary: 'Conditions on the states of one server that are never true together.',
  documentation: [
    'Each condition can be true, but no row of the mapping fulfils all of them, so the code behind them never runs.',
    'Only conditions on the same server in one function are compared, and only as long as nothing in between can have changed it: an await, a call or an assignment ends what is known.',
    'A server may lack its vm_state or its status; a task_state that is null, undefined or empty is no task. A getter, a proxy, an iterator or a conversion that changes a server while it is read is not seen.',
  ],
  whenNotToUse:
    'Your code deliberately looks for records that cannot occur, to report or repair them. Suppress the rule at these conditions.',
  example: {
    wrong: "server.vm_state === 'stopped' && server.task_state === 'rebooting'",
    right: "server.vm_state === 'active' && server.task_state === 'rebooting'",
  },
  condition: (condition) => neverTrueIn(condition, false),
  fixes: stateFixes,
  message: ({ field, values, negated, related }, t) => {
    const when = circumstances(related, t);
    if (negated) {
      return when === undefined
        ? t('Always false: {0} can only be {1} here.', field, choiceOf(values, t))
        : t('Always false: {0} can only be {1} when {2}.', field, choiceOf(values, t), when);
    }
    return when === undefined
      ? t('Always false: {0} cannot be {1} here.', field, choiceOf(values, t))
      : t('Always false: {0} cannot be {1} when {2}.', field, choiceOf(values, t), when);
  },
} as const satisfies CodeRule<NeverTrueCondition>;

/** What the conditions before have shown; undefined where that is more than a few words. */
function circumstances(related: readonly EarlierCondition[], t: Translate): string | undefined {
  const limits = related.flatMap(({ limit }) => limit ?? []);
  if (limits.length === 0 || limits.length < related.length || limits.length > 2) return undefined;
  return limits
    .map(({ field, values, negated }) =>
      negated
        ? t('{0} is not {1}', field, choiceOf(values, t))
        : t('{0} is {1}', field, choiceOf(values, t)),
    )
    .reduce((left, right) => t('{0} and {1}', left, right));
}

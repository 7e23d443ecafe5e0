import { choiceOf, listOf } from '../names';
import type { CodeRule } from '../rule';
import { type NeverTrueCondition, neverTrueIn, stateFixes } from './never-true';

/** A case or comparison that earlier conditions leave no server for. */
export const unreachableCase = {
  kind: 'code',
  code: 'unreachable-case',
  defaultSeverity: 'information',
  summary: 'A case or comparison that earlier conditions leave no server for.',
  documentation: [
    'Every server that would get here was handled, or turned away, by the conditions before: an earlier case, branch or return.',
  ],
  whenNotToUse:
    'You keep branches that nothing gets to as a precaution. With the severity hint they are only faded.',
  example: {
    wrong:
      "if (server.vm_state !== 'active') return; if (server.task_state === 'powering-on') wait();",
    right:
      "if (server.vm_state !== 'stopped') return; if (server.task_state === 'powering-on') wait();",
  },
  condition: (condition) => neverTrueIn(condition, true),
  message: ({ field, values, negated }, t) =>
    negated
      ? t('Unreachable: earlier conditions leave only {0} {1}.', field, listOf(values, t))
      : t('Unreachable: earlier conditions exclude {0} {1}.', field, choiceOf(values, t)),
  fixes: (found, t) => [
    ...(found.edits.length > 0 ? [{ title: t('Remove the case'), edits: found.edits }] : []),
    ...stateFixes(found, t),
  ],
} as const satisfies CodeRule<NeverTrueCondition>;

import type { CommentRule } from '../rule';

/** A comment that names a rule that does not exist. */
export const unknownSuppression = {
  kind: 'comment',
  code: 'unknown-suppression',
  defaultSeverity: 'hint',
  summary: 'A comment that names a rule that does not exist.',
  documentation: [
    'No rule has this code, so it silences nothing. A comment silences all rules only if no code follows at all.',
    'Write the reason for a comment after " -- ", so that it is not read as codes.',
  ],
  whenNotToUse:
    'The same files are also checked with another version, which has rules that this one does not have.',
  example: {
    wrong:
      '"OS-EXT-STS:vm_state": "actve" /* ecs-states-disable-line unknown-vm-state, imposible-pair */',
    right: '"OS-EXT-STS:vm_state": "actve" /* ecs-states-disable-line unknown-vm-state */',
  },
  message: ({ names: [name = ''], meant }, t) =>
    meant === undefined
      ? t("Unknown rule '{0}' in this comment.", name)
      : t("Unknown rule '{0}' in this comment. Did you mean '{1}'?", name, meant),
} as const satisfies CommentRule;

import type { CommentRule } from '../rule';

/** A comment that suppresses nothing. */
export const unusedSuppression = {
  kind: 'comment',
  code: 'unused-suppression',
  defaultSeverity: 'hint',
  summary: 'A comment that suppresses nothing.',
  documentation: [
    'The comment names rules that report nothing there, or no longer do. Left standing, it would hide the next problem.',
    'ecs-states-disable-next-line, -line, -record and -file silence the codes that follow, or all rules if there are none. ecs-states-disable silences them up to ecs-states-enable, or to the end of the file. Lines that hold only comments are skipped, so that comments can be stacked above a line or record. Text after " -- " is the reason.',
  ],
  whenNotToUse:
    'The same files are also checked with other settings, with which the comments are needed.',
  example: {
    wrong: '"OS-EXT-STS:vm_state": "active" /* ecs-states-disable-line impossible-pair */',
    right: '"OS-EXT-STS:vm_state": "actve" /* ecs-states-disable-line unknown-vm-state */',
  },
  message: ({ word, names, counterpart }, t) => {
    if (counterpart !== undefined) {
      return t('Unused {0} comment (no matching {1} comment above).', word, counterpart);
    }
    return names.length === 0
      ? t('Unused {0} comment (no problems were reported).', word)
      : t('Unused {0} comment (no problems were reported from {1}).', word, names.join(', '));
  },
} as const satisfies CommentRule;

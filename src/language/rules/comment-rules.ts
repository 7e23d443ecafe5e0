import type { Translate } from '../text/localize';
import type { Severity } from './severity';

/** What a message about a directive in a comment speaks of. */
export interface CommentFault {
  /** The directive: `ecs-states-disable-line`, ... */
  readonly word: string;
  /** The words in the place of codes that the message is about; none where it is about all there is. */
  readonly names: readonly string[];
  /** The code that was most likely meant. */
  readonly meant?: string | undefined;
  /** For a directive that turns rules on again: the one that would have to precede it. */
  readonly counterpart?: string | undefined;
}

/** A rule about the comments that silence rules, as the table of all rules has them. */
interface CommentRule {
  readonly defaultSeverity: Severity;
  readonly summary: string;
  readonly documentation: readonly string[];
  readonly example: { readonly wrong: string; readonly right: string };
  message(fault: CommentFault, t: Translate): string;
}

/** The rules about comments that silence rules. English texts are keys for translation. */
export const COMMENT_RULES = {
  'unused-suppression': {
    defaultSeverity: 'hint',
    summary: 'A comment that suppresses nothing.',
    documentation: [
      'The comment names rules that report nothing there, or no longer do. Left standing, it would hide the next problem.',
      'ecs-states-disable-next-line, -line, -record and -file silence the codes that follow, or all rules if there are none. ecs-states-disable silences them up to ecs-states-enable, or to the end of the file. Lines that hold only comments are skipped, so that comments can be stacked above a line or record. Text after " -- " is the reason.',
    ],
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
  },
  'unknown-suppression': {
    defaultSeverity: 'hint',
    summary: 'A comment that names a rule that does not exist.',
    documentation: [
      'No rule has this code, so it silences nothing. A comment silences all rules only if no code follows at all.',
      'Write the reason for a comment after " -- ", so that it is not read as codes.',
    ],
    example: {
      wrong:
        '"OS-EXT-STS:vm_state": "actve" /* ecs-states-disable-line unknown-vm-state, imposible-pair */',
      right: '"OS-EXT-STS:vm_state": "actve" /* ecs-states-disable-line unknown-vm-state */',
    },
    message: ({ names: [name = ''], meant }, t) =>
      meant === undefined
        ? t("Unknown rule '{0}' in this comment.", name)
        : t("Unknown rule '{0}' in this comment. Did you mean '{1}'?", name, meant),
  },
} as const satisfies Record<string, CommentRule>;

/** The name of a rule about comments. */
export type CommentRuleCode = keyof typeof COMMENT_RULES;

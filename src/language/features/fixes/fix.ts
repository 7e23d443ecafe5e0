import type { Dialect } from '../../../model';
import type { RuleCode } from '../../rules/rules';
import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';

/**
 * What a fix does.
 * - `change`: changes the states or conditions that are wrong
 * - `comment`: changes or removes a comment that suppresses nothing
 * - `dialect`: switches the setting for the dialect
 * - `suppress`: suppresses the rule, by a comment or in the settings
 */
export type FixKind = 'change' | 'comment' | 'dialect' | 'suppress';

/** A change that removes a diagnostic and adds none. */
export interface Fix {
  readonly kind: FixKind;
  readonly title: string;
  /** The diagnostic it removes. */
  readonly code: RuleCode;
  readonly range: Range;
  /** In order and without overlap. */
  readonly edits: readonly TextEdit[];
  /** Whether it is the one sensible fix of its diagnostic. */
  readonly preferred: boolean;
  /** Whether there is no other right answer, so that it can be applied unseen. */
  readonly safe: boolean;
  /** The dialect that the setting is to be switched to, where that is the fix. */
  readonly dialect?: Dialect;
  /** Set where the rule is to be silenced in the settings, because the syntax has no comments. */
  readonly suppressesInSettings?: true;
}

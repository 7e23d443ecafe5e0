import type { Field } from '../../model';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

/** The rules that look at conditions as a whole instead of at one literal. */
export const LOGIC_CODES = [
  'impossible-condition',
  'unreachable-case',
  'missing-cases',
  'wrong-field',
] as const;

/** The name of such a rule. */
export type LogicCode = (typeof LOGIC_CODES)[number];

/** An earlier condition that a finding follows from, and whether it is known to have failed. */
export interface EarlierCondition extends Range {
  readonly failed: boolean;
}

/** A condition of the code that is not what it seems. Offsets are UTF-16 code units. */
export interface LogicFinding extends Range {
  readonly code: LogicCode;
  /** The variable that the server's access path begins with; `''` for a name of a pattern. */
  readonly root: string;
  /** The field that is compared. */
  readonly field: Field;
  /**
   * What it is compared with (null for no step): for `missing-cases` the values that are missing, for
   * `wrong-field` the one literal.
   */
  readonly values: readonly (string | null)[];
  /** Whether the condition asks for anything but the values. */
  readonly negated: boolean;
  /** `wrong-field` only: the fields that have the literal. */
  readonly meant: readonly Field[];
  /** `wrong-field` only: the state of the compared field that was most likely meant. */
  readonly expected?: string | undefined;
  readonly related: readonly EarlierCondition[];
  /** What repairs it, where that is certain. */
  readonly edits: readonly TextEdit[];
}

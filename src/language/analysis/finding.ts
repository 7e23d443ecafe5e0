import type { Field } from '../../model';
import type { TextEdit } from '../text/edit';
import type { Range } from '../text/range';

/** What is known of a field: that it has one of the values, or none of them; null for no task. */
export interface Limit {
  readonly field: Field;
  readonly values: readonly (string | null)[];
  readonly negated: boolean;
}

/** An earlier condition that a finding follows from, and whether it is known to have failed. */
export interface EarlierCondition extends Range {
  readonly failed: boolean;
  /** What is known because of it, where that is of one field. */
  readonly limit?: Limit | undefined;
}

/** What a detector reports. Offsets are UTF-16 code units. */
export interface Detected extends Range {
  /** The conditions that it follows from, in order. */
  readonly related: readonly EarlierCondition[];
  /** What repairs it, in order and without overlap; none where nobody knows. */
  readonly edits: readonly TextEdit[];
  /** Edits any one of which may repair it, the likeliest first. */
  readonly alternatives?: readonly TextEdit[];
}

/** Something wrong with code, and the rule that says so. */
export interface CodeFinding extends Detected {
  /** The rule's code. */
  readonly code: string;
}

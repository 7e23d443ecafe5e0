import type { Dialect, Relation } from '../model';
import type { Translate } from './localize';
import type { RuleCode, Severity } from './rules';

/** What every feature's answer depends on besides the text. */
export interface Context {
  /** The edition of the mapping, and its relation. */
  readonly dialect: Dialect;
  readonly relation: Relation;
  readonly severityOf: (code: RuleCode) => Severity;
  readonly proposeKeys: boolean;
  readonly t: Translate;
}

import type { Relation } from '../model';
import type { Translate } from './localize';
import type { RuleCode, Severity } from './rules';

/** What every feature's answer depends on besides the text. */
export interface Context {
  readonly relation: Relation;
  readonly severityOf: (code: RuleCode) => Severity;
  readonly t: Translate;
}

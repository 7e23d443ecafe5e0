import type { Dialect, Relation } from '../../model';
import type { RuleCode } from '../rules/rules';
import type { Severity } from '../rules/severity';
import type { Translate } from '../text/localize';

/** What every feature's answer depends on besides the text. */
export interface Context {
  /** The edition of the mapping, and its relation. */
  readonly dialect: Dialect;
  readonly relation: Relation;
  readonly severityOf: (code: RuleCode) => Severity;
  readonly proposeKeys: boolean;
  readonly t: Translate;
}

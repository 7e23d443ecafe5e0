import { nearestOf } from '../../model';
import type { Directive, DirectiveName } from '../document/directive';
import { RULE_CODES, type RuleCode } from '../rules/rules';
import type { Range } from '../text/range';

/** A word in the place of a code, and what it means. */
export interface SuppressionName extends DirectiveName {
  /** The rule it names; none where no rule has that code. */
  readonly code: RuleCode | undefined;
  /** The code that was most likely meant where no rule has this one. */
  readonly meant: RuleCode | undefined;
}

/** A directive whose codes are known. */
export interface Suppression {
  readonly directive: Directive;
  /** None where the directive is about all rules. */
  readonly names: readonly SuppressionName[];
  /** From the directive's word to its last code. */
  readonly range: Range;
}

/** More words than there are rules are none of them. */
const MOST_NAMES = 4 * RULE_CODES.length;
/** A longer word resembles no code. */
const LONGEST_NAME = 64;

/**
 * Looks up the codes of a directive. A word behind a code that is separated by blanks only and resembles no code
 * is the beginning of a reason.
 */
export function suppressionOf(directive: Directive): Suppression {
  const names: SuppressionName[] = [];
  for (const written of directive.names.slice(0, MOST_NAMES)) {
    const code = RULE_CODES.find((known) => known === written.name);
    const meant = code ? undefined : meantBy(written.name);
    const isProse = !code && !meant && !/[-_]/.test(written.name) && !written.isListed;
    if (isProse && names.length > 0) break;
    names.push({ ...written, code, meant });
  }
  const { word } = directive;
  return { directive, names, range: { start: word.start, end: names.at(-1)?.end ?? word.end } };
}

function meantBy(name: string): RuleCode | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const nearest = nearestOf(RULE_CODES, name);
  return RULE_CODES.find((code) => code === nearest);
}

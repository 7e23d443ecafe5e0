import type { CodeFinding } from '../analysis';
import { impossibleCondition } from './code/impossible-condition';
import { missingCases } from './code/missing-cases';
import { unreachableCase } from './code/unreachable-case';
import { wrongField } from './code/wrong-field';
import { unknownSuppression } from './comment/unknown-suppression';
import { unusedSuppression } from './comment/unused-suppression';
import { impossiblePair } from './record/impossible-pair';
import { impossibleRecord } from './record/impossible-record';
import { otherDialect } from './record/other-dialect';
import { statusMismatch } from './record/status-mismatch';
import { unknownStatus, unknownTaskState, unknownVmState } from './record/unknown-value';
import type { CodeRule, CommentRule, RecordRule, RowRule, ValueRule } from './rule';

/**
 * Every rule there is, in the order of settings and documentation: a new one is added here. Settings, documentation
 * pages, SARIF and the tests' tables are derived from it.
 */
const ALL = [
  unknownVmState,
  unknownTaskState,
  unknownStatus,
  impossiblePair,
  statusMismatch,
  impossibleRecord,
  otherDialect,
  unusedSuppression,
  unknownSuppression,
  impossibleCondition,
  unreachableCase,
  missingCases,
  wrongField,
] as const;

/** The name of a rule, as shown next to a diagnostic and used in settings. */
export type RuleCode = (typeof ALL)[number]['code'];

/** Any rule. */
export type Rule = (RecordRule | CodeRule | CommentRule) & { readonly code: RuleCode };

const LIST: readonly Rule[] = ALL;

/** All codes, in the order of the rules. */
export const RULE_CODES: readonly RuleCode[] = LIST.map(({ code }) => code);

/** The rules by their codes. */
export const RULES = Object.fromEntries(LIST.map((rule) => [rule.code, rule])) as Readonly<
  Record<RuleCode, Rule>
>;

const ofKind = <K extends Rule['kind']>(kind: K) =>
  LIST.filter((rule): rule is Extract<Rule, { kind: K }> => rule.kind === kind);

/** The rules about single values of records. */
export const VALUE_RULES: readonly (ValueRule & { readonly code: RuleCode })[] = ofKind('value');

/** The rules about how the values of a record fit together. */
export const ROW_RULES: readonly (RowRule & { readonly code: RuleCode })[] = ofKind('row');

/** The rules about code, each the detector of its findings. */
export const CODE_RULES: readonly (CodeRule & { readonly code: RuleCode })[] = ofKind('code');

/** The rule about code that has reported a finding. */
export function ruleOf({ code }: CodeFinding): (typeof CODE_RULES)[number] | undefined {
  return CODE_RULES.find((rule) => rule.code === code);
}

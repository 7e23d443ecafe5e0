import { relationOf } from '../model';
import type { Context } from './context';
import { type Finding, findFaults } from './find';
import { stateOf } from './judge';
import { otherDialect } from './other-dialect';
import type { Range, StateField, StateRecord } from './record';
import { RULES, type RuleCode, type Severity } from './rules';

/** A place that helps to understand a diagnostic. Offsets are UTF-16 code units. */
export interface RelatedPlace extends Range {
  readonly message: string;
}

/** Something no server can be. Offsets are UTF-16 code units; the range is the value inside its quotes. */
export interface Diagnostic extends Range {
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** All diagnostics of the records, in their order, but for those of silenced rules. */
export function diagnoseRecords(records: readonly StateRecord[], context: Context): Diagnostic[] {
  return faultsIn(records, context).flatMap((finding) => report(finding, context));
}

/**
 * The faults to report: where a text is full of another dialect's states, that is said once and the text is
 * held against that dialect.
 */
export function faultsIn(records: readonly StateRecord[], context: Context): readonly Finding[] {
  const { relation, dialect, severityOf } = context;
  const findings = findFaults(records, relation);
  const other = severityOf('other-dialect') === 'off' ? undefined : otherDialect(findings, dialect);
  if (!other) return findings;
  const { fault, ...place } = other.finding;
  const notice: Finding = {
    ...place,
    code: 'other-dialect',
    fault: { ...fault, dialect: other.dialect, count: other.count },
  };
  return [notice, ...findFaults(records, relationOf(other.dialect))];
}

function report(finding: Finding, { relation, severityOf, t }: Context): Diagnostic[] {
  const { code, stateField, others, fault } = finding;
  const severity = severityOf(code);
  if (severity === 'off') return [];
  const related = others.map((other) => {
    const state = stateOf(relation, other.field, other.value);
    const message =
      state == null
        ? t('{0} is null here.', other.field)
        : t("{0} is '{1}' here.", other.field, state);
    return { ...visibleRange(other), message };
  });
  const message = RULES[code].message(fault, t);
  return [{ code, severity, ...visibleRange(stateField), message, related }];
}

/** The value inside its quotes; where that is empty, the quotes; where there is nothing, the key. */
export function visibleRange({ inner, outer, key }: StateField): Range {
  const range = [inner, outer].find(({ start, end }) => end > start) ?? key;
  return { start: range.start, end: range.end };
}

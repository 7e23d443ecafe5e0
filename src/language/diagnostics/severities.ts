import { RULE_CODES, RULES, type RuleCode } from '../rules/rules';
import type { Severity } from '../rules/severity';
import type { Settings } from '../settings/settings';

/** A rule that decides what others find, not only whether they report it. */
const DECISIVE: RuleCode = 'other-dialect';

/** The settings with every rule on, for diagnostics that are kept and given severities later. */
export function withAllRules(settings: Settings): Settings {
  const isOff = (code: RuleCode) => severityIn(settings, code) === 'off' && code !== DECISIVE;
  const on = RULE_CODES.filter(isOff).map((code) => [code, 'hint']);
  return { ...settings, severity: { ...settings.severity, ...Object.fromEntries(on) } };
}

/** What diagnostics depend on besides severities and language: equal keys give equal ones with every rule on. */
export function findingsKey(settings: Settings): string {
  const { dialect, additionalRows, keys } = settings;
  const heedsDialect = severityIn(settings, DECISIVE) !== 'off';
  return JSON.stringify([dialect, additionalRows, keys, heedsDialect]);
}

/** Of what was found with every rule on: what the settings report, in the same order, with its severity. */
export function withSeverities<T extends { readonly code: RuleCode }>(
  found: readonly T[],
  settings: Settings,
): (T & { readonly severity: Exclude<Severity, 'off'> })[] {
  return found.flatMap((one) => {
    const severity = severityIn(settings, one.code);
    return severity === 'off' ? [] : [{ ...one, severity }];
  });
}

function severityIn({ severity }: Settings, code: RuleCode): Severity {
  return severity?.[code] ?? RULES[code].defaultSeverity;
}

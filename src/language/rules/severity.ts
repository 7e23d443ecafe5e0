/** How loudly a rule speaks; `off` silences it. */

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** All severities a setting may have, loudest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * The name of a rule's severity among the settings: `severity.impossiblePair` for `impossible-pair`, since the
 * editor's settings page makes words only of names in camel case.
 */
export function severitySetting(code: string): string {
  return `severity.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}

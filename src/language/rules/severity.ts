/** How loudly a rule speaks; `off` silences it. */

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** All severities a setting may have, loudest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint', 'off'];

import type { Dialect } from '../../../model';
import type { ValueRule } from '../rule';
import { foreignState, foreignStates } from './dialect-messages';
import { likelyNames, type UnknownValue } from './unknown-value';

/** A value that is a state of other dialects. */
export interface OtherDialect extends UnknownValue {
  readonly dialects: readonly Dialect[];
  /** How many names of the first of them are in the document; absent where a single record is reported. */
  readonly count: number | undefined;
}

/**
 * States of another edition of the mapping. Whether there are any shows only once all values of the document are
 * known, so no single value breaks this rule: diagnostics report it instead of the values that are unknown.
 */
export const otherDialect = {
  kind: 'value',
  code: 'other-dialect',
  defaultSeverity: 'information',
  summary: 'States of another edition of the mapping than the one that is set.',
  documentation: [
    'The names are not states of the dialect in force, but of another one. A single record is compared with that other dialect by itself; from two records on, the notice stands once for the document, which is then compared with that dialect as a whole.',
    'The setting ecsStates.dialect chooses the dialect, for a folder or a workspace.',
  ],
  whenNotToUse:
    'Your files are about both products on purpose. While the rule is off, each name of another dialect is reported as unknown.',
  example: {
    wrong:
      '"servers": [{ "OS-EXT-STS:vm_state": "paused", "OS-EXT-STS:task_state": "unpausing", "status": "PAUSED" }]',
    right:
      '"servers": [{ "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE" }]',
  },
  check: () => undefined,
  message: ({ field, state, dialects, count }, t) => {
    const [dialect = 'openstack'] = dialects;
    return count === undefined
      ? foreignState(state, field, dialect, t)
      : foreignStates(count, dialect, t);
  },
  // What another dialect has is most likely right, so nothing is made up in its place.
  fixes: likelyNames,
} as const satisfies ValueRule<OtherDialect>;

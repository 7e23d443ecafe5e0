import type { Dialect, Field } from '../../model';
import type { LogicCode } from '../analysis/finding';
import type { Translate } from '../text/localize';
import { LOGIC_RULES } from './code-rules';
import { COMMENT_RULES, type CommentRuleCode } from './comment-rules';
import { foreignState, foreignStates, listedElsewhere } from './dialect-messages';
import { otherFieldMessage } from './other-field-message';
import type { Severity } from './severity';

/** What a rule's message speaks of: the record's states, and what would be right. */
export interface Fault {
  readonly field: Field;
  readonly vm_state?: string | undefined;
  readonly task_state?: string | null | undefined;
  readonly status?: string | undefined;
  /** The value that was most likely meant, or that follows from the others. */
  readonly expected?: string | undefined;
  /** The other field that the value is a state of. */
  readonly ownField?: Field | undefined;
  /** The other dialects that have what is reported, the likeliest first. */
  readonly dialects?: readonly Dialect[] | undefined;
  /** How many names of the first of them are in the document; absent where a single record is reported. */
  readonly count?: number | undefined;
}

/** What there is to know of a rule, in whatever way it is checked. */
interface RuleEntry {
  readonly defaultSeverity: Severity;
  /** One line for settings and lists. English; a key for translation. */
  readonly summary: string;
  /** Paragraphs for the documentation page: why it matters, and an example of each side. English keys. */
  readonly documentation: readonly string[];
  /** A record that breaks the rule and what makes it right, for the documentation page. */
  readonly example: { readonly wrong: string; readonly right: string };
}

/** A rule about one record. */
interface RecordRule extends RuleEntry {
  message(fault: Fault, t: Translate): string;
}

/** The rules about single records. */
export const RECORD_RULES = {
  'unknown-vm-state': {
    defaultSeverity: 'warning',
    summary: 'A vm_state that no server has.',
    documentation: [
      'The value of vm_state is not one of the states that the API returns. Code that compares with it never matches, and a mock that holds it tests nothing that can happen.',
      'vm_state is written in lower case; an upper-case name such as ACTIVE is a status, not a vm_state.',
    ],
    example: {
      wrong: '"OS-EXT-STS:vm_state": "running"',
      right: '"OS-EXT-STS:vm_state": "active"',
    },
    message: ({ vm_state = '', expected, ownField }, t) =>
      ownField !== undefined
        ? otherFieldMessage(vm_state, ownField, 'vm_state', expected, t)
        : expected === undefined
          ? t("'{0}' is not a vm_state.", vm_state)
          : t("'{0}' is not a vm_state. Did you mean '{1}'?", vm_state, expected),
  },
  'unknown-task-state': {
    defaultSeverity: 'warning',
    summary: 'A task_state that no server has.',
    documentation: [
      'The value of task_state is not one of the steps that the API returns. Waiting for it waits forever.',
      'Most names are joined by underscores; powering-on and powering-off have a hyphen. No step at all is null.',
    ],
    example: {
      wrong: '"OS-EXT-STS:task_state": "powering_off"',
      right: '"OS-EXT-STS:task_state": "powering-off"',
    },
    message: ({ task_state, expected, ownField }, t) =>
      ownField !== undefined
        ? otherFieldMessage(task_state ?? '', ownField, 'task_state', expected, t)
        : expected === undefined
          ? t("'{0}' is not a task_state.", task_state ?? '')
          : t("'{0}' is not a task_state. Did you mean '{1}'?", task_state ?? '', expected),
  },
  'unknown-status': {
    defaultSeverity: 'warning',
    summary: 'A status that no server shows.',
    documentation: [
      'The value of status, in an object that is known to describe a server, is not one of the statuses that the API returns.',
      'status is written in upper case, its words joined by underscores: VERIFY_RESIZE, not RESIZE_VERIFY.',
    ],
    example: { wrong: '"status": "RESIZE_VERIFY"', right: '"status": "VERIFY_RESIZE"' },
    message: ({ status = '', expected, ownField }, t) =>
      ownField !== undefined
        ? otherFieldMessage(status, ownField, 'status', expected, t)
        : expected === undefined
          ? t("'{0}' is not a status.", status)
          : t("'{0}' is not a status. Did you mean '{1}'?", status, expected),
  },
  'impossible-pair': {
    defaultSeverity: 'warning',
    summary: 'A vm_state and a task_state that no server has at the same time.',
    documentation: [
      'Both values exist, but the step of task_state never runs while the server is in that vm_state. The mapping lists every pair there is.',
      'The value that most likely is wrong is marked: where status is present, it tells which of the two fits.',
    ],
    example: {
      wrong: '"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting"',
      right: '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting"',
    },
    message: ({ vm_state = '', task_state, dialects }, t) => {
      const message =
        task_state == null
          ? t("No server has vm_state '{0}' with no task_state.", vm_state)
          : t("No server has vm_state '{0}' with task_state '{1}'.", vm_state, task_state);
      const [dialect] = dialects ?? [];
      return dialect === undefined ? message : listedElsewhere(message, dialect, t);
    },
  },
  'status-mismatch': {
    defaultSeverity: 'warning',
    summary: 'A status other than the one that vm_state and task_state give.',
    documentation: [
      'status is derived: each pair of vm_state and task_state shows exactly one. The pair here is possible, but its status is another.',
      'A frequent cause is the belief that status changes at once: a server that is being started still shows SHUTOFF, one that is being stopped or deleted still shows ACTIVE.',
    ],
    example: {
      wrong:
        '"status": "ACTIVE", "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering-on"',
      right:
        '"status": "SHUTOFF", "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering-on"',
    },
    message: ({ vm_state = '', task_state, status = '', expected = '' }, t) =>
      task_state == null
        ? t(
            "vm_state '{0}' with no task_state shows status '{1}', never '{2}'.",
            vm_state,
            expected,
            status,
          )
        : t(
            "vm_state '{0}' with task_state '{1}' shows status '{2}', never '{3}'.",
            vm_state,
            task_state,
            expected,
            status,
          ),
  },
  'impossible-record': {
    defaultSeverity: 'warning',
    summary: 'A status that vm_state alone, or task_state alone, rules out.',
    documentation: [
      'Only two of the three fields are there, one of them status, and no row of the mapping has both values, whatever the third field may be.',
    ],
    example: {
      wrong: '"status": "SHUTOFF", "OS-EXT-STS:vm_state": "active"',
      right: '"status": "SHUTOFF", "OS-EXT-STS:vm_state": "stopped"',
    },
    message: ({ vm_state, task_state, status = '' }, t) => {
      if (vm_state !== undefined) {
        return t("No server with vm_state '{0}' shows status '{1}'.", vm_state, status);
      }
      return task_state == null
        ? t("No server without a task_state shows status '{0}'.", status)
        : t("No server with task_state '{0}' shows status '{1}'.", task_state, status);
    },
  },
  'other-dialect': {
    defaultSeverity: 'information',
    summary: 'States of another edition of the mapping than the one that is set.',
    documentation: [
      'The names are not states of the dialect in force, but of another one. A single record is compared with that other dialect by itself; from two records on, the notice stands once for the document, which is then compared with that dialect as a whole.',
      'The setting ecsStates.dialect chooses the dialect, for a folder or a workspace.',
    ],
    example: {
      wrong:
        '"servers": [{ "OS-EXT-STS:vm_state": "paused", "OS-EXT-STS:task_state": "unpausing", "status": "PAUSED" }]',
      right:
        '"servers": [{ "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE" }]',
    },
    message: (fault, t) => {
      const { field, dialects, count } = fault;
      const [dialect = 'openstack'] = dialects ?? [];
      return count === undefined
        ? foreignState(fault[field] ?? '', field, dialect, t)
        : foreignStates(count, dialect, t);
    },
  },
} as const satisfies Record<string, RecordRule>;

/** The name of a rule about single records. */
export type RecordRuleCode = keyof typeof RECORD_RULES;

/** The name of a rule, as shown beside a diagnostic and used in settings. */
export type RuleCode = RecordRuleCode | CommentRuleCode | LogicCode;

/**
 * Every rule there is. Settings, documentation pages and the tests' tables are derived from this one.
 */
export const RULES: Readonly<Record<RuleCode, RuleEntry>> = {
  ...RECORD_RULES,
  ...COMMENT_RULES,
  ...LOGIC_RULES,
};

/** All codes, in the order of the table. */
export const RULE_CODES = Object.keys(RULES) as readonly RuleCode[];

/** The rule for a literal that its field does not have. */
export const UNKNOWN_CODE: Readonly<Record<Field, RecordRuleCode>> = {
  vm_state: 'unknown-vm-state',
  task_state: 'unknown-task-state',
  status: 'unknown-status',
};

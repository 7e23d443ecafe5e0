import type { EarlierCondition, LogicCode, LogicFinding } from '../analysis/finding';
import type { Translate } from '../text/localize';
import { otherFieldMessage } from './other-field-message';
import type { Severity } from './severity';

/** A rule about the logic of code, as the table of all rules has them. */
export interface LogicRule {
  readonly defaultSeverity: Severity;
  readonly summary: string;
  readonly documentation: readonly string[];
  readonly example: { readonly wrong: string; readonly right: string };
}

/** The rules about conditions as a whole. English texts are keys for translation. */
export const LOGIC_RULES: Readonly<Record<LogicCode, LogicRule>> = {
  'impossible-condition': {
    defaultSeverity: 'warning',
    summary: 'Conditions on the states of one server that are never true together.',
    documentation: [
      'Each condition can be true, but no row of the mapping fulfils all of them, so the code behind them never runs.',
      'Only conditions on the same server in one function are held together, and only as long as nothing in between can have changed it: an await, a call or an assignment ends what is known.',
      'A server may lack its vm_state or its status; a task_state that is null, undefined or empty is no task. A getter, a proxy, an iterator or a conversion that changes a server while it is read is not seen.',
    ],
    example: {
      wrong: "server.vm_state === 'stopped' && server.task_state === 'rebooting'",
      right: "server.vm_state === 'active' && server.task_state === 'rebooting'",
    },
  },
  'unreachable-case': {
    defaultSeverity: 'information',
    summary: 'A case or comparison that earlier conditions leave no server for.',
    documentation: [
      'Every server that would get here was handled, or turned away, by the conditions before: an earlier case, branch or return.',
    ],
    example: {
      wrong:
        "if (server.vm_state !== 'active') return; if (server.task_state === 'powering-on') wait();",
      right:
        "if (server.vm_state !== 'stopped') return; if (server.task_state === 'powering-on') wait();",
    },
  },
  'missing-cases': {
    defaultSeverity: 'hint',
    summary: 'A switch over a state that leaves states out.',
    documentation: [
      'The switch has neither a default nor a case for every state that the conditions before it leave. A server in one of the others passes it unseen.',
    ],
    example: {
      wrong: "switch (server.vm_state) { case 'active': stop(); break; case 'stopped': start(); }",
      right:
        "switch (server.vm_state) { case 'active': stop(); break; case 'stopped': start(); break; default: wait(); }",
    },
  },
  'wrong-field': {
    defaultSeverity: 'warning',
    summary: 'A field that is compared with a state of another field.',
    documentation: [
      'The literal is a state, but not of the field it is compared with, so the comparison never matches. status is in upper case, vm_state and task_state are in lower case.',
    ],
    example: {
      wrong: "server['OS-EXT-STS:vm_state'] === 'ACTIVE'",
      right: "server.status === 'ACTIVE'",
    },
  },
};

/** What a finding says. */
export function messageOf(finding: LogicFinding, t: Translate): string {
  const { code, field, values, negated, meant } = finding;
  const [first] = values;
  const names = values.map((value) => (value === null ? 'null' : `'${value}'`)).join(', ');
  switch (code) {
    case 'wrong-field': {
      const [ownField = 'status'] = meant;
      return otherFieldMessage(first ?? '', ownField, field, finding.expected, t);
    }
    case 'missing-cases':
      return t('No case for {0} {1}.', field, names);
    case 'unreachable-case':
      return negated
        ? t('Never true here: the conditions before leave only {0} {1}.', field, names)
        : t('Never true here: the conditions before rule out {0} {1}.', field, names);
    case 'impossible-condition':
      return negated
        ? t('Never true: with the other conditions, {0} is always {1}.', field, names)
        : t('Never true: with the other conditions, {0} is never {1}.', field, names);
  }
}

/** What a place related to a finding says. */
export function relatedMessage({ failed }: EarlierCondition, t: Translate): string {
  return failed
    ? t('This condition was false where the marked one is reached.')
    : t('This condition was true where the marked one is reached.');
}

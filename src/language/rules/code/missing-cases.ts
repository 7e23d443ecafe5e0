import { type Field, isLiteral, meantName } from '../../../model';
import {
  caseEdits,
  caseValue,
  type Detected,
  readCompared,
  statesIn,
  type VisitedSwitch,
  worldsOf,
} from '../../analysis';
import { unwrap } from '../../syntax/typescript/nodes';
import { listOf } from '../names';
import type { CodeRule } from '../rule';

/** The fewest cases that show that a switch is meant to distinguish states. */
const FEWEST_CASES = 2;

interface MissingCases extends Detected {
  readonly field: Field;
  /** The states that have no case; null for no task. */
  readonly values: readonly (string | null)[];
}

/** A switch over a state that leaves states out. */
export const missingCases = {
  kind: 'code',
  code: 'missing-cases',
  defaultSeverity: 'hint',
  summary: 'A switch over a state that leaves states out.',
  documentation: [
    'The switch has neither a default nor a case for every state that the conditions before it leave. A server in one of the others passes it unseen.',
  ],
  whenNotToUse:
    'Your switches leave states out on purpose, without a default. Raise the severity instead where each switch has to be exhaustive.',
  example: {
    wrong: "switch (server.vm_state) { case 'active': stop(); break; case 'stopped': start(); }",
    right:
      "switch (server.vm_state) { case 'active': stop(); break; case 'stopped': start(); break; default: wait(); }",
  },
  switch: missingIn,
  message: ({ field, values }, t) =>
    t('Switch is not exhaustive. Missing {0}: {1}.', field, listOf(values, t)),
  fixes: ({ edits }, t) => (edits.length > 0 ? [{ title: t('Add the missing cases'), edits }] : []),
} as const satisfies CodeRule<MissingCases>;

function missingIn({ node, value, none, context }: VisitedSwitch): readonly MissingCases[] {
  const head = node.getChild('ParenthesizedExpression');
  const body = node.getChild('SwitchBody');
  const subject = head && context.paths.subjectOf(head);
  if (!value.of || !subject || !body || body.getChild('DefaultLabel')) return [];
  const { field, version } = value.of;
  if (field === 'status') return [];
  const { space, source } = context;
  const values = body.getChildren('CaseLabel').map((label) => {
    const written = caseValue(label);
    return written ? readCompared(source, written).value : undefined;
  });
  if (values.includes(undefined)) return [];
  // A misspelt case is reported as such; here it stands for the state that it was meant for.
  const meant = values.map((each) => each && (meantName(space.relation, field, each) ?? each));
  const states = meant.filter((each) => each != null && isLiteral(space.relation, field, each));
  if (new Set(states).size < FEWEST_CASES) return [];
  const left = worldsOf(none, version) & space.all;
  const missing = statesIn(space, field, left).filter((state) => !meant.includes(state));
  if (missing.length === 0) return [];
  const { from, to } = unwrap(head);
  const edits = caseEdits(source, body, missing);
  return [{ start: from, end: to, field, values: missing, related: [], edits }];
}

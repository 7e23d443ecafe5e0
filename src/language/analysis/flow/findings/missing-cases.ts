import type { SyntaxNode } from '@lezer/common';
import { isLiteral, meantName } from '../../../../model';
import { firstChild, nextSibling, unwrap } from '../../../syntax/typescript/nodes';
import { readCompared } from '../../expressions/predicates';
import { type State, worldsOf } from '../domain/state';
import type { Value } from '../domain/values';
import { statesIn } from '../domain/worlds';
import { rootOf } from '../names/access-paths';
import type { Walker } from '../transfer/walker';
import { caseEdits } from './missing-cases-fix';

/** The fewest cases that show that a switch is meant to tell states from each other. */
const FEWEST_CASES = 2;

/**
 * Reports the states that a switch without a default has no case for.
 * @param none what holds where no case matches
 */
export function reportMissing(
  walker: Walker,
  node: SyntaxNode,
  value: Value | undefined,
  none: State,
): void {
  const { context } = walker;
  const head = node.getChild('ParenthesizedExpression');
  const body = node.getChild('SwitchBody');
  const subject = head && context.paths.subjectOf(head);
  if (!walker.isReporting || !value?.of || !subject || !body || body.getChild('DefaultLabel'))
    return;
  const { field, path, version } = value.of;
  if (field === 'status') return;
  const space = context.space;
  const values = body.getChildren('CaseLabel').map((label) => {
    const keyword = firstChild(label);
    const written = keyword && nextSibling(keyword);
    return written && written.name !== ':'
      ? readCompared(context.source, written).value
      : undefined;
  });
  if (values.includes(undefined)) return;
  // A misspelt case is said to be so elsewhere; here it stands for the state that it was meant for.
  const meant = values.map((each) => each && (meantName(space.relation, field, each) ?? each));
  const states = meant.filter((each) => each != null && isLiteral(space.relation, field, each));
  if (new Set(states).size < FEWEST_CASES) return;
  const left = worldsOf(none, version) & space.all;
  const missing = statesIn(space, field, left).filter((state) => !meant.includes(state));
  if (missing.length === 0) return;
  const core = unwrap(head);
  walker.report(
    {
      code: 'missing-cases',
      start: core.from,
      end: core.to,
      root: rootOf(path),
      field,
      values: missing,
      negated: false,
      meant: [],
      related: [],
      edits: caseEdits(context.source, body, missing),
    },
    path,
  );
}

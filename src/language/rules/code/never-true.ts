import { byLikeness } from '../../../model';
import { type Detected, type Limit, readCompared, type VisitedCondition } from '../../analysis';
import { titleOf } from '../../glossary/change-title';
import { firstChild, nextSibling } from '../../syntax/typescript/nodes';
import type { TextEdit } from '../../text/edit';
import type { Translate } from '../../text/localize';
import type { CodeFix } from '../rule';
import { removedCase } from './case-removal';

/** More states than these are not proposed. */
const MOST_STATES = 5;

/** A condition that no server can fulfil where it stands. */
export interface NeverTrueCondition extends Detected, Limit {}

/**
 * The condition where it cannot come true.
 * @param isAfter whether it is to be one that conditions before leave no server for, or one of those together with it
 */
export function neverTrueIn(
  condition: VisitedCondition,
  isAfter: boolean,
): readonly NeverTrueCondition[] {
  const { node, isCase, neverTrue } = condition;
  if (!neverTrue) return [];
  const { field, values, negated, reason } = neverTrue;
  if (isAfter !== (isCase || reason.some(({ failed }) => failed))) return [];
  const place = { start: node.from, end: node.to };
  const edits = isCase ? removedCase(node) : [];
  const alternatives = isCase ? [] : otherStates(condition, neverTrue.possible);
  return [{ ...place, field, values, negated, related: reason, edits, alternatives }];
}

/** The states that can be compared with instead, as edits of the literal, those first that look like it. */
function otherStates(
  { node, context: { source } }: VisitedCondition,
  possible: readonly (string | null)[],
): TextEdit[] {
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  const right = operator && nextSibling(operator);
  const sign = operator?.name === 'CompareOp' ? source.read(operator.from, operator.to) : '';
  if (!left || !right || !/^===?$/.test(sign)) return [];
  for (const side of [right, left]) {
    const { value, written } = readCompared(source, side);
    if (typeof value !== 'string') continue;
    const states = possible.flatMap((state) => (state === null || state === value ? [] : [state]));
    const { start, end } = written.inner;
    return byLikeness(states, value)
      .slice(0, MOST_STATES)
      .map((newText) => ({ start, end, newText }));
  }
  return [];
}

/** The fixes that have another state be compared with. */
export function stateFixes(
  { field, alternatives = [] }: NeverTrueCondition,
  t: Translate,
): CodeFix[] {
  return alternatives.map((edit) => ({
    title: titleOf({ [field]: edit.newText }, t),
    edits: [edit],
  }));
}

import { byLikeness, type LetterCase } from '../../../model';
import { type Detected, type Limit, readCompared, type VisitedCondition } from '../../analysis';
import { titleOf } from '../../glossary/change-title';
import { withoutCase } from '../../syntax/typescript/comparisons';
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

/**
 * The states that can be compared with instead, as edits of the literal, those first that look like it; in the case
 * that the code gives to what it compares.
 */
function otherStates(
  { node, context: { source } }: VisitedCondition,
  possible: readonly (string | null)[],
): TextEdit[] {
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  const right = operator && nextSibling(operator);
  const sign = operator?.name === 'CompareOp' ? source.read(operator.from, operator.to) : '';
  if (!left || !right || !/^===?$/.test(sign)) return [];
  for (const [side, subject] of [
    [right, left],
    [left, right],
  ] as const) {
    const { value, written } = readCompared(source, side);
    if (typeof value !== 'string') continue;
    const { letterCase } = withoutCase(source, subject);
    const states = possible.flatMap((state) => (state === null ? [] : [inCase(state, letterCase)]));
    const others = states.filter((state) => state !== value);
    const { start, end } = written.inner;
    return byLikeness(others, value)
      .slice(0, MOST_STATES)
      .map((newText) => ({ start, end, newText }));
  }
  return [];
}

function inCase(state: string, letterCase: LetterCase | undefined): string {
  if (!letterCase) return state;
  return letterCase === 'upper' ? state.toUpperCase() : state.toLowerCase();
}

/** The fixes that compare with another state. */
export function stateFixes(
  { field, alternatives = [] }: NeverTrueCondition,
  t: Translate,
): CodeFix[] {
  return alternatives.map((edit) => ({
    title: titleOf({ [field]: edit.newText }, t),
    edits: [edit],
  }));
}

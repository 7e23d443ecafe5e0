import type { Detected, Limit, VisitedCondition } from '../../analysis';
import { removedCase } from './case-removal';

/** A condition that no server can fulfil where it stands. */
export interface NeverTrueCondition extends Detected, Limit {}

/**
 * The condition where it cannot come true.
 * @param isAfter whether it is to be one that conditions before leave no server for, or one of those together with it
 */
export function neverTrueIn(
  { node, isCase, neverTrue }: VisitedCondition,
  isAfter: boolean,
): readonly NeverTrueCondition[] {
  if (!neverTrue) return [];
  const { field, values, negated, reason } = neverTrue;
  if (isAfter !== (isCase || reason.some(({ failed }) => failed))) return [];
  const place = { start: node.from, end: node.to };
  return [
    { ...place, field, values, negated, related: reason, edits: isCase ? removedCase(node) : [] },
  ];
}

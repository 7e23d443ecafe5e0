import { changedFields, nearestRows } from '../../../model';
import type { Change } from '../../glossary/change-title';
import type { RecordProblem, Situation } from '../rule';

/** The smallest changes that make a possible record of an impossible one: those of the field at fault, then of no task. */
export function nearChanges(
  { field }: RecordProblem,
  { row, relation }: Situation,
): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const near of nearestRows(relation, row)) {
    const change = Object.fromEntries(changedFields(near, row).map((name) => [name, near[name]]));
    changes.set(JSON.stringify(change), change);
  }
  const blamedFirst = (change: Change) => (field in change ? 0 : 1);
  const nullFirst = (change: Change) => (Object.values(change).includes(null) ? 0 : 1);
  return [...changes.values()].sort(
    (a, b) => blamedFirst(a) - blamedFirst(b) || nullFirst(a) - nullFirst(b),
  );
}

import type { Range } from '../../text/range';
import { reaches } from '../expressions/paths';
import type { RowSet } from './row-sets';

/** What a condition that came out one way says of the server at a path. */
export interface Fact {
  readonly receiver: string;
  /** The rows that the server can be in. */
  readonly rows: RowSet;
  readonly range: Range;
  /** Whether the condition failed: its `else`, or what follows where it would have left. */
  readonly failed: boolean;
}

/** What is known at one place: all its facts hold. Never changed, only replaced. */
export type Knowledge = readonly Fact[];

/** Nothing. */
export const NOTHING: Knowledge = [];

/** The rows that the server at a path can be in. */
export function rowsOf(facts: Knowledge, receiver: string, all: RowSet): RowSet {
  let rows = all;
  for (const fact of facts) if (fact.receiver === receiver) rows &= fact.rows;
  return rows;
}

/** The same facts as of a condition that failed. */
export function asFailed(facts: Knowledge): Knowledge {
  return facts.map((fact) => ({ ...fact, failed: true }));
}

/** What is known where one of two things is: per path, the rows of either. */
export function eitherOf(a: Knowledge, b: Knowledge, range: Range, all: RowSet): Knowledge {
  const facts: Fact[] = [];
  for (const receiver of new Set(a.map((fact) => fact.receiver))) {
    const rows = rowsOf(a, receiver, all) | rowsOf(b, receiver, all);
    if (rows !== all) facts.push({ receiver, rows, range, failed: false });
  }
  return facts;
}

/** What is known where two ways meet: the facts that hold on both. */
export function meet(a: Knowledge | null, b: Knowledge | null): Knowledge | null {
  if (a === null || b === null) return a ?? b;
  const kept = new Set(b);
  return a.filter((fact) => kept.has(fact));
}

/** Without the facts of what may have been changed through the paths. */
export function without(facts: Knowledge, paths: readonly string[]): Knowledge {
  if (paths.length === 0) return facts;
  return facts.filter(({ receiver }) => !paths.some((path) => reaches(path, receiver)));
}

/**
 * The fewest facts that leave no row in common with a set; those of failed conditions are left out first,
 * then the older ones.
 */
export function reasonFor(facts: Knowledge, receiver: string, rows: RowSet): Fact[] {
  const own = facts.filter((fact) => fact.receiver === receiver);
  const byWorth = [...own.filter(({ failed }) => !failed), ...own.filter(({ failed }) => failed)];
  let left = rows;
  // First those that rule anything out at all, so that however many there are, few are tried.
  let kept = byWorth.filter((fact) => {
    const before = left;
    left &= fact.rows;
    return left !== before;
  });
  for (const fact of [...kept].reverse()) {
    const rest = kept.filter((other) => other !== fact);
    if (rest.reduce((common, { rows: more }) => common & more, rows) === 0n) kept = rest;
  }
  return kept.sort((a, b) => a.range.start - b.range.start);
}

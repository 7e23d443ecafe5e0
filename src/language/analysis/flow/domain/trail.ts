import type { Field } from '../../../../model';
import type { Range } from '../../../text/range';
import type { WorldSet } from './worlds';

/** What a condition that came out one way says of a server. */
export interface Fact {
  /** Which server, as long as nothing can have changed it. */
  readonly version: string;
  /** The worlds that it can be in. */
  readonly worlds: WorldSet;
  /** The field that was looked at, where it was one. */
  readonly field?: Field;
  readonly range: Range;
  /** Whether the condition failed: its `else`, or what follows where it would have left. */
  readonly failed: boolean;
}

/** The conditions on the way to a place, from the last to the first. Reasons are found in it, truth is not. */
export interface Trail extends Fact {
  readonly before: Trail | null;
  readonly depth: number;
}

/** The trail with one more fact. */
export function extended(before: Trail | null, fact: Fact): Trail {
  return { ...fact, before, depth: (before?.depth ?? 0) + 1 };
}

/** The part of two trails that is the same. */
export function sharedTrail(one: Trail | null, other: Trail | null): Trail | null {
  let [left, right] = [one, other];
  while (left !== right) {
    if ((left?.depth ?? 0) >= (right?.depth ?? 0)) left = left?.before ?? null;
    else right = right?.before ?? null;
  }
  return left;
}

/** The trail with all facts behind an earlier one as of conditions that failed, or that did not. */
export function withOutcome(
  trail: Trail | null,
  since: Trail | null,
  failed: boolean,
): Trail | null {
  const facts: Fact[] = [];
  let each = trail;
  for (; each && each !== since; each = each.before) facts.push(each);
  if (each !== since) return trail;
  return facts.reduceRight<Trail | null>((before, { version, worlds, field, range }) => {
    const fact = { version, worlds, range, failed };
    return extended(before, field ? { ...fact, field } : fact);
  }, since);
}

/**
 * The fewest facts that leave no world in common with a set; those of failed conditions are left out first, then the
 * older ones.
 */
export function reasonFor(trail: Trail | null, version: string, worlds: WorldSet): Fact[] {
  const own: Fact[] = [];
  for (let each = trail; each; each = each.before) if (each.version === version) own.push(each);
  own.reverse();
  const byWorth = [...own.filter(({ failed }) => !failed), ...own.filter(({ failed }) => failed)];
  let left = worlds;
  // First those that rule anything out at all, so that however many there are, few are tried.
  let kept = byWorth.filter((fact) => {
    const before = left;
    left &= fact.worlds;
    return left !== before;
  });
  for (const fact of [...kept].reverse()) {
    const rest = kept.filter((other) => other !== fact);
    if (rest.reduce((common, { worlds: more }) => common & more, worlds) === 0n) kept = rest;
  }
  return kept.sort((a, b) => a.range.start - b.range.start);
}

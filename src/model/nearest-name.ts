import { distance } from 'fastest-levenshtein';
import type { Field, Relation } from './relation';

/** Folds what people get wrong without meaning another word: case, outer space, and the joining character. */
export function foldName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** The literal of the field that differs from the name only by case, outer space or `-`/`_`, if there is one. */
export function sameNameFolded(relation: Relation, field: Field, name: string): string | undefined {
  const folded = foldName(name);
  return namesOf(relation, field).find((known) => known.folded === folded)?.literal;
}

/** Whether a name is the beginning of a longer literal of the field, however its case and joining characters are. */
export function beginsName(relation: Relation, field: Field, name: string): boolean {
  // What is folded has no space at its end, but a joining character that was typed last counts.
  const folded = foldName(`${name}.`).slice(0, -1);
  return namesOf(relation, field).some(
    (known) => known.folded.length > folded.length && known.folded.startsWith(folded),
  );
}

/**
 * The literal of the field that a misspelt name most likely means, or undefined where none is near.
 * A name is near if at most a quarter of its characters (but one in any case) are off, or if it has the
 * words of the literal in another order (`RESIZE_VERIFY`).
 */
export function nearestName(relation: Relation, field: Field, name: string): string | undefined {
  return nearest(namesOf(relation, field), name);
}

/** As `nearestName`, among any names. */
export function nearestOf(names: readonly string[], name: string): string | undefined {
  return nearest(foldedNames(names), name);
}

/** Names in the order of how much they look like one, those that are alike most first. */
export function byLikeness(names: readonly string[], name: string): string[] {
  const folded = foldName(name);
  const ranked = names.map((each) => ({ each, rank: distance(folded, foldName(each)) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
}

/** Endings that make other words of a verb. */
const ENDING = /(?:e?d|e|ing|s)$/;
/** Those that make no misspelling likely. */
const TELLING_ENDING = /(?:d|ing|s)$/;

/** Whether two names are forms of one verb, as `PAUSE` and `PAUSED` are: then neither is the other one misspelt. */
export function isInflected(one: string, other: string): boolean {
  const [first, second] = [foldName(one), foldName(other)];
  if (!TELLING_ENDING.test(first) && !TELLING_ENDING.test(second)) return false;
  return first.replace(ENDING, '') === second.replace(ENDING, '');
}

/** Whether one name becomes the other by one letter: left out, added, another one, or swapped with the next. */
export function isOneEditApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0];
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    (isSwapped && rest.slice(2) === otherRest.slice(2))
  );
}

function nearest(names: readonly KnownName[], name: string): string | undefined {
  const folded = foldName(name);
  const words = sortedWords(folded);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(folded.length / 4)) + 1;
  for (const known of names) {
    const off =
      known.words === words ? Number(known.folded !== folded) : distance(folded, known.folded);
    if (off < least) {
      least = off;
      best = known.literal;
    }
  }
  return best;
}

function sortedWords(folded: string): string {
  return folded.split('_').sort().join('_');
}

/** A literal in the forms that names are compared with. */
interface KnownName {
  readonly literal: string;
  readonly folded: string;
  readonly words: string;
}

const NAMES = new WeakMap<Relation, Map<Field, readonly KnownName[]>>();

/** The field's literals; nearly every record is compared with them, so they are folded once. */
function namesOf(relation: Relation, field: Field): readonly KnownName[] {
  const byField = NAMES.get(relation) ?? new Map<Field, readonly KnownName[]>();
  NAMES.set(relation, byField);
  const names = byField.get(field) ?? foldedNames(relation.values[field]);
  byField.set(field, names);
  return names;
}

function foldedNames(values: readonly (string | null)[]): KnownName[] {
  return values.flatMap((literal) => {
    if (literal === null) return [];
    const folded = foldName(literal);
    return [{ literal, folded, words: sortedWords(folded) }];
  });
}

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
  return namesOf(relation, field).find((literal) => foldName(literal) === folded);
}

/**
 * The literal of the field that a misspelt name most likely means, or undefined where none is near.
 * A name is near if at most a quarter of its characters (but one in any case) are off, or if it has the
 * words of the literal in another order (`RESIZE_VERIFY`).
 */
export function nearestName(relation: Relation, field: Field, name: string): string | undefined {
  const folded = foldName(name);
  const words = sortedWords(folded);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(folded.length / 4)) + 1;
  for (const literal of namesOf(relation, field)) {
    const foldedLiteral = foldName(literal);
    const off =
      sortedWords(foldedLiteral) === words
        ? foldedLiteral === folded
          ? 0
          : 1
        : distance(folded, foldedLiteral);
    if (off < least) {
      least = off;
      best = literal;
    }
  }
  return best;
}

function sortedWords(folded: string): string {
  return folded.split('_').sort().join('_');
}

function namesOf(relation: Relation, field: Field): readonly string[] {
  const values: readonly (string | null)[] = relation.values[field];
  return values.filter((value) => value !== null);
}

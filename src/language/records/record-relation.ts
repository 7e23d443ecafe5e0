import { type Field, inLetterCase, type Relation, sameNameFolded } from '../../model';
import type { StateRecord } from './record';

/** The relation that a record is compared with: its names are in the case that the record has them in. */
export function relationFor(relation: Relation, { letterCase }: StateRecord): Relation {
  return letterCase ? inLetterCase(relation, letterCase) : relation;
}

/** The state as the API writes it. */
export function asInApi(relation: Relation, field: Field, state: string): string;
export function asInApi(relation: Relation, field: Field, state: string | null): string | null;
export function asInApi(relation: Relation, field: Field, state: string | null): string | null {
  return state === null ? null : (sameNameFolded(relation, field, state) ?? state);
}

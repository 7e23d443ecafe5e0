import { createRelation, type Field, type Relation } from './relation';

/** The case in which code has states that it made over: `state.toUpperCase()`. */
export type LetterCase = 'upper' | 'lower';

/** The case in which the API writes the states of a field. */
export function ownCaseOf(field: Field): LetterCase {
  return field === 'status' ? 'upper' : 'lower';
}

/** A name in the case that states of the field have. */
export function toOwnCase(field: Field, name: string): string {
  return field === 'status' ? name.toUpperCase() : name.toLowerCase();
}

const made = new WeakMap<Relation, Partial<Record<LetterCase, Relation>>>();

/** The relation with all its names in one case; made once for each relation. */
export function inLetterCase(relation: Relation, letterCase: LetterCase): Relation {
  const known = made.get(relation) ?? {};
  made.set(relation, known);
  const relationInCase = known[letterCase] ?? create(relation, letterCase);
  known[letterCase] = relationInCase;
  return relationInCase;
}

function create({ rows }: Relation, letterCase: LetterCase): Relation {
  const change = (name: string) =>
    letterCase === 'upper' ? name.toUpperCase() : name.toLowerCase();
  return createRelation(
    rows.map(({ vm_state, task_state, status }) => [
      change(vm_state),
      task_state === null ? null : change(task_state),
      change(status),
    ]),
  );
}

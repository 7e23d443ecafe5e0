import {
  DIALECTS,
  FIELDS,
  type Field,
  foldName,
  isInflected,
  isLiteral,
  isOneEditApart,
  meantName,
  nearestName,
  relationOf,
  sameNameFolded,
} from '../../model';

/** Fewer letters than this begin anything. */
const SHORTEST_BEGINNING = 3;

/** Whether the name is a state of some edition of the mapping, or resembles one. */
export function resemblesState(field: Field, name: string): boolean {
  return DIALECTS.some((dialect) => meantName(relationOf(dialect), field, name) !== undefined);
}

/** Whether the name is spelled as a state of some edition of the mapping, or nearly so. */
export function isNearState(field: Field, name: string): boolean {
  return DIALECTS.some((dialect) => nearestName(relationOf(dialect), field, name) !== undefined);
}

/**
 * Whether one letter of the name is off from a state: missing, added, another one or swapped with the next. Forms of
 * the state, parts of it and other ways to join its words are not.
 */
export function isOneLetterOff(
  field: Field,
  name: string,
  counts: (state: string) => boolean,
): boolean {
  const folded = foldName(name);
  return DIALECTS.some((dialect) => {
    const state = nearestName(relationOf(dialect), field, name);
    if (state === undefined || !counts(state) || isInflected(name, state)) return false;
    const near = foldName(state);
    const isPart = folded.includes(near) || near.startsWith(folded);
    const isJoined = folded.replaceAll('_', '') === near.replaceAll('_', '');
    return !isPart && !isJoined && isOneEditApart(folded, near);
  });
}

/** Whether the name is a state of some edition of the mapping. */
export function isOfAnyDialect(field: Field, name: string): boolean {
  return DIALECTS.some((dialect) => isLiteral(relationOf(dialect), field, name));
}

/** Whether the name is a state of some edition of the mapping, however it is joined and in any case. */
export function isNameOfAnyDialect(field: Field, name: string): boolean {
  return DIALECTS.some((dialect) => sameNameFolded(relationOf(dialect), field, name) !== undefined);
}

/** The other field that has the name as a state, in some edition of the mapping. */
export function otherFieldOf(field: Field, name: string): Field | undefined {
  return FIELDS.find((other) => other !== field && isOfAnyDialect(other, name));
}

/** Whether the name is the beginning of a state: `spawn`, or what is typed so far. */
export function beginsState(field: Field, name: string): boolean {
  return (
    name.length >= SHORTEST_BEGINNING &&
    DIALECTS.some((dialect) =>
      relationOf(dialect).values[field].some((state) => state?.startsWith(name)),
    )
  );
}

/** Whether the name has two words or more. */
export function isCompound(name: string): boolean {
  return /[a-z][_-][a-z]/i.test(name);
}

const FIELDS_OF = new Map<string, Set<Field>>();

/** The fields that have the name as a state in some edition of the mapping, however it is written. */
export function fieldsOfName(name: string): ReadonlySet<Field> {
  if (FIELDS_OF.size === 0) {
    for (const dialect of DIALECTS) {
      for (const field of FIELDS) {
        for (const state of relationOf(dialect).values[field]) {
          const folded = foldName(state ?? '');
          const fields = FIELDS_OF.get(folded) ?? new Set<Field>();
          if (state !== null) FIELDS_OF.set(folded, fields.add(field));
        }
      }
    }
  }
  return FIELDS_OF.get(foldName(name)) ?? NO_FIELDS;
}

const NO_FIELDS: ReadonlySet<Field> = new Set();

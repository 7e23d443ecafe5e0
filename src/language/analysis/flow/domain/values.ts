import type { Field } from '../../../../model';
import { EVERYTHING, type WorldSet } from './worlds';

/** A primitive value of the code. */
export type Primitive = string | number | boolean | null | undefined;

/** Constant literals in which something is looked up. */
export interface Collection {
  readonly kind: 'array' | 'set' | 'map' | 'object';
  /** The elements of an array or set by themselves, and the values of a map or object by their keys. */
  readonly entries: ReadonlyMap<Primitive, Value>;
  /** Whether there may be more in it. */
  readonly isOpen: boolean;
  /** Whether an element of an array comes twice, so that their places are not those of the entries. */
  readonly hasRepeats?: boolean;
}

/** A value that is the same in all worlds, or by the worlds of one version of a server. */
export interface Value {
  /** The server whose worlds decide, and the field that does; undefined for a constant. */
  readonly of?: { readonly version: string; readonly path: string; readonly field: Field };
  readonly cases: ReadonlyMap<Primitive | Collection, WorldSet>;
  /** The worlds in which nobody knows what it is. */
  readonly rest: WorldSet;
}

/** More different values than this are not distinguished. */
const MOST_CASES = 400;

/** What a function of concrete values gives where nobody knows. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** What a function of concrete values gives where it throws: no world gets behind it. */
export const THROWS: unique symbol = Symbol('throws');

/** What a function of concrete values gives. */
export type Outcome = Primitive | Collection | typeof UNKNOWN | typeof THROWS;

/** A value that is the same in all worlds. */
export function constant(value: Primitive | Collection): Value {
  return { cases: new Map([[value, EVERYTHING]]), rest: 0n };
}

/** The one value that a constant is; `UNKNOWN` for any other value. */
export function onlyValue(value: Value | undefined): Primitive | Collection | typeof UNKNOWN {
  if (!value || value.of || value.rest !== 0n || value.cases.size !== 1) return UNKNOWN;
  for (const only of value.cases.keys()) return only;
  return UNKNOWN;
}

export function isCollection(value: unknown): value is Collection {
  return typeof value === 'object' && value !== null;
}

/** Whether the value is a text, a number and the like, and not something that code can change. */
export function isPrimitive(value: unknown): value is Primitive {
  return typeof value !== 'object' && typeof value !== 'symbol' ? true : value === null;
}

/** The value of a function of another value. */
export function mapped(
  value: Value,
  result: (of: Primitive | Collection) => Outcome,
): Value | undefined {
  return gathered(value.of, value.rest, (add) => {
    for (const [of, worlds] of value.cases) add(result(of), worlds);
  });
}

/** The value of a function of two others; undefined where these are of different servers. */
export function combined(
  left: Value,
  right: Value,
  result: (left: Primitive | Collection, right: Primitive | Collection) => Outcome,
): Value | undefined {
  const of = left.of ?? right.of;
  if (left.of && right.of && left.of.version !== right.of.version) return undefined;
  if (left.cases.size * right.cases.size > MOST_CASES) return undefined;
  return gathered(of, left.rest | right.rest, (add) => {
    for (const [one, worlds] of left.cases) {
      for (const [other, others] of right.cases) add(result(one, other), worlds & others);
    }
  });
}

/** What is one value in some worlds, and another in the rest. */
export function chosen(when: WorldSet, one: Value, otherwise: Value): Value | undefined {
  const of = one.of ?? otherwise.of;
  if (one.of && otherwise.of && one.of.version !== otherwise.of.version) return undefined;
  return gathered(of, (one.rest & when) | (otherwise.rest & ~when), (add) => {
    for (const [value, worlds] of one.cases) add(value, worlds & when);
    for (const [value, worlds] of otherwise.cases) add(value, worlds & ~when);
  });
}

/** The worlds in which a value is as asked, with and without those in which nobody knows. */
export function worldsWhere(value: Value, is: (of: Primitive | Collection) => boolean): WorldSet {
  let worlds = 0n;
  for (const [each, where] of value.cases) if (is(each)) worlds |= where;
  return worlds;
}

/** Whether the value counts as true. A collection does. */
export function isTruthy(value: unknown): boolean {
  return Boolean(value);
}

/** Whether a string that the value is compared with is among what it can be known to be. */
export function canBe({ cases }: Value, text: Primitive | Collection): boolean {
  return cases.has(text);
}

/** Whether there are words among the keys that what is looked up is not known to be. */
export function hasOtherWords(value: Value, keys: Iterable<Primitive>): boolean {
  if (!value.of) return false;
  return [...keys].some((key) => typeof key === 'string' && key !== '' && !canBe(value, key));
}

function gathered(
  of: Value['of'],
  unknown: WorldSet,
  gather: (add: (value: Outcome, worlds: WorldSet) => void) => void,
): Value | undefined {
  const cases = new Map<Primitive | Collection, WorldSet>();
  let rest = unknown;
  gather((value, worlds) => {
    if (worlds === 0n || value === THROWS) return;
    if (value === UNKNOWN) rest |= worlds;
    else cases.set(value, (cases.get(value) ?? 0n) | worlds);
  });
  if (cases.size === 0 || cases.size > MOST_CASES) return undefined;
  return of ? { of, cases, rest } : { cases, rest };
}

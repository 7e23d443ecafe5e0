import {
  type Collection,
  isCollection,
  isPrimitive,
  type Primitive,
  UNKNOWN,
  type Value,
} from './values';
import { OTHER_WORD } from './worlds';

type Concrete = Primitive | Collection;
type Result = Primitive | typeof UNKNOWN;

/** What an operator of two operands gives, as JavaScript defines it. */
export function binary(sign: string, left: Concrete, right: Concrete): Result {
  if (!isPrimitive(left) || !isPrimitive(right)) return UNKNOWN;
  // Two words that nobody knows may be the same or not, and what they make can be anything.
  if (isOther(left) && isOther(right)) return UNKNOWN;
  switch (sign) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return isLooselyEqual(left, right);
    case '!=': {
      const isEqual = isLooselyEqual(left, right);
      return isEqual === UNKNOWN ? UNKNOWN : !isEqual;
    }
    case '+':
      return typeof left === 'string' || typeof right === 'string'
        ? `${left}${right}`
        : ofNumbers(sign, left, right);
    default:
      return ofNumbers(sign, left, right);
  }
}

/** Whether a text has a word in it that the relation does not have. */
function isOther(value: Concrete): boolean {
  return typeof value === 'string' && value.includes(OTHER_WORD);
}

function isLooselyEqual(left: Primitive, right: Primitive): boolean | typeof UNKNOWN {
  if (left == null || right == null) return (left ?? null) === (right ?? null);
  return typeof left === typeof right ? left === right : UNKNOWN;
}

function ofNumbers(sign: string, left: Primitive, right: Primitive): Result {
  if (typeof left !== 'number' || typeof right !== 'number') return UNKNOWN;
  switch (sign) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '&':
      return left & right;
    default:
      return UNKNOWN;
  }
}

/** What an operator of one operand gives. */
export function unary(sign: string, operand: Concrete): Result {
  if (sign === '!') return !operand;
  if (sign === 'void') return undefined;
  if (sign === 'typeof') return isCollection(operand) ? 'object' : typeOf(operand);
  if (typeof operand !== 'number') return UNKNOWN;
  if (sign === '-') return -operand;
  return sign === '~' ? ~operand : UNKNOWN;
}

function typeOf(value: Primitive): string {
  return value === null ? 'object' : typeof value;
}

/** Methods that give the same for the same string and arguments. */
type OfString = (text: string, ...given: string[]) => Primitive;
const OF_STRINGS: Readonly<Record<string, OfString>> = {
  toLowerCase: (text) => text.toLowerCase(),
  toLocaleLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  toLocaleUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  toString: (text: string) => text,
  valueOf: (text: string) => text,
  startsWith: (text, part = 'undefined') => text.startsWith(part),
  endsWith: (text, part = 'undefined') => text.endsWith(part),
  includes: (text, part = 'undefined') => text.includes(part),
  indexOf: (text, part = 'undefined') => text.indexOf(part),
  lastIndexOf: (text, part = 'undefined') => text.lastIndexOf(part),
  concat: (text, ...more) => text.concat(...more),
};

/** What a method of a string gives. */
export function callOnString(text: string, method: string, given: readonly Concrete[]): Result {
  const call = Object.hasOwn(OF_STRINGS, method) ? OF_STRINGS[method] : undefined;
  if (!call || given.length > 4) return UNKNOWN;
  if (isOther(text)) return /^(?:to|valueOf$)/.test(method) ? call(text) : UNKNOWN;
  const texts = given.filter((each) => typeof each === 'string');
  return texts.length === given.length ? call(text, ...texts) : UNKNOWN;
}

/** Methods that look something up in a collection. */
const LOOKUPS: Readonly<Record<Collection['kind'], ReadonlySet<string>>> = {
  array: new Set(['includes', 'indexOf', 'lastIndexOf']),
  set: new Set(['has']),
  map: new Set(['has', 'get']),
  object: new Set(['hasOwnProperty']),
};

/** Whether the method looks up what it is given, and changes nothing. */
export function isLookup(collection: Collection, method: string): boolean {
  return LOOKUPS[collection.kind].has(method);
}

/** What a lookup in a collection gives. */
export function lookUp(collection: Collection, method: string, key: Concrete): Value | Result {
  const { entries, isOpen, hasRepeats } = collection;
  if (!isLookup(collection, method) || !isPrimitive(key)) return UNKNOWN;
  const isThere = entries.has(collection.kind === 'object' ? String(key) : key);
  if (method === 'get') return entries.get(key) ?? (isOpen ? UNKNOWN : undefined);
  if (method === 'indexOf' || method === 'lastIndexOf') {
    // Spread elements may come before: only whether it is there is certain.
    if (isOpen || hasRepeats) return UNKNOWN;
    return [...entries.keys()].indexOf(key);
  }
  return isThere || (isOpen ? UNKNOWN : false);
}

/** The member of an object or array, or of a string. */
export function memberOf(of: Concrete, key: Concrete): Value | Result {
  if (isOther(of) || isOther(key)) return UNKNOWN;
  if (typeof of === 'string') return key === 'length' ? of.length : UNKNOWN;
  if (!isCollection(of) || !isPrimitive(key)) return UNKNOWN;
  if (of.kind !== 'object') return UNKNOWN;
  const found = of.entries.get(String(key));
  if (found) return found;
  // What every object inherits is not among its own.
  return of.isOpen || String(key) in Object.prototype ? UNKNOWN : undefined;
}

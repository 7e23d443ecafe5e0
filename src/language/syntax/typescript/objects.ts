import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import { withoutOtherStates } from '../../records/notifications';
import { siblingSign } from '../../records/objects/signs';
import type { Quote, StateField, StateRecord } from '../../records/record';
import {
  firstChild,
  isLiteral,
  LONGEST_KEY,
  nextSibling,
  readStateName,
  readValue,
  type StateName,
} from './nodes';
import { scanMembers } from './recovery/members';
import { decode, isClosed, opaque, type Written } from './strings';

/** The longest object, in code units, that is read by its tokens where it does not parse. */
const LONGEST_SCAN = 20_000;
/** How much of one text is read so: endless damage must not take endless time. */
export const SCANNED_PER_TEXT = 10 * LONGEST_SCAN;

/** What a record's fields do not say of the object it stands for. */
export interface ObjectDetails {
  /** Whether it is a type literal or interface. */
  readonly types: boolean;
  /** The quote of the first state key that has one. */
  readonly keyQuote: Quote;
}

const KEY_STARTS = new Set(['PropertyDefinition', 'String', 'Number', '[', 'Spread']);
const MEMBERS = new Set(['Property', 'PropertyType', 'MethodType']);

const DETAILS = new WeakMap<StateRecord, ObjectDetails>();

/** What is known of an `object` record of this syntax next to its fields. */
export function detailsOf(record: StateRecord): ObjectDetails {
  return DETAILS.get(record) ?? { types: false, keyQuote: '' };
}

/** How many code units of one text may still be read by tokens. */
export interface ScanBudget {
  left: number;
}

export function newScanBudget(): ScanBudget {
  return { left: SCANNED_PER_TEXT };
}

interface Found {
  readonly name: StateName;
  readonly written: Written;
}

interface Members {
  readonly found: readonly Found[];
  /** How many of the fields precede the last spread. */
  readonly beforeSpread: number;
  readonly end: number;
  /** What the other keys say of the object: see `signs`. */
  readonly signs?: number;
}

/** A property, method or accessor whose key names a state field, as a node of the tree. */
export interface StateMember {
  readonly name: StateName;
  readonly form: 'pair' | 'name' | 'method' | 'setter';
  /** The value or type; null where it is not there yet, and in other forms than `pair`. */
  readonly value: SyntaxNode | null;
  /** Behind the colon of a `pair`. */
  readonly afterColon: number;
}

/** Reads a member of an object, type or class; undefined where its key names no state field. */
export function readStateMember(source: KeyedSource, node: SyntaxNode): StateMember | undefined {
  let key = firstChild(node);
  while (key && !KEY_STARTS.has(key.name)) {
    if (key.name === 'Spread') return undefined;
    key = nextSibling(key);
  }
  const setter = firstChild(node)?.name === 'set';
  if (key?.name === '[') {
    key = nextSibling(key);
    if (key && !isLiteral(key)) return undefined;
  }
  const name = key && readStateName(source, key, (spelling) => source.keys.readMember(spelling));
  if (!name) return undefined;
  for (let part = nextSibling(key as SyntaxNode); part; part = nextSibling(part)) {
    const colon = part.name === 'TypeAnnotation' ? firstChild(part) : part;
    if (colon?.name === ':') {
      return { name, form: 'pair', value: nextSibling(colon), afterColon: colon.to };
    }
    if (part.name === 'ParamList') {
      return { name, form: setter ? 'setter' : 'method', value: null, afterColon: 0 };
    }
  }
  return { name, form: 'name', value: null, afterColon: 0 };
}

/**
 * The record of an object literal, type literal or interface body, or undefined where it has no state field.
 * @param broken whether the tree has errors in it: then its members are found by tokens as far as they go
 *   further than the tree
 */
export function readObject(
  source: KeyedSource,
  node: SyntaxNode,
  broken: boolean,
  budget: ScanBudget,
): StateRecord | undefined {
  const types = node.name === 'ObjectType';
  let members = membersInTree(source, node);
  if (broken || members.found.some(({ written }) => !isClosed(written))) {
    const scanned = membersByTokens(source, node.from, types, budget);
    if (scanned && scanned.found.length >= members.found.length) members = scanned;
  }
  // An assignment to members of something is a pattern that the grammar does not know.
  const next = members.found.length > 0 ? nextSibling(node) : null;
  if (next?.type.isError && next.firstChild?.name === 'Equals') return undefined;
  return toRecord(node.from, members, types);
}

/** The record of what begins with a brace and would be an object, had the text before it been finished. */
export function readStrayObject(
  source: KeyedSource,
  from: number,
  budget: ScanBudget,
): StateRecord | undefined {
  const members = membersByTokens(source, from, false, budget);
  return members && toRecord(from, members, false);
}

function toRecord(start: number, members: Members, types: boolean): StateRecord | undefined {
  if (members.found.length === 0) return undefined;
  const fields = members.found.map(
    ({ name, written }, index): StateField => ({
      field: name.field,
      spelling: name.spelling,
      ...(name.own && { own: true }),
      ...(name.notified && { notified: true }),
      key: name.range,
      ...written,
      ...(index < members.beforeSpread ? { overridable: true as const } : undefined),
    }),
  );
  const meant = withoutOtherStates(fields);
  if (meant.length === 0) return undefined;
  const range = { start, end: members.end };
  const { signs } = members;
  const record: StateRecord = { kind: 'object', range, fields: meant, ...(signs && { signs }) };
  DETAILS.set(record, {
    types,
    keyQuote: members.found.find(({ name }) => name.quote !== '')?.name.quote ?? '',
  });
  return record;
}

function membersInTree(source: KeyedSource, node: SyntaxNode): Members {
  const found: Found[] = [];
  let beforeSpread = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!MEMBERS.has(child.name)) continue;
    if (firstChild(child)?.name === 'Spread') {
      beforeSpread = found.length;
      continue;
    }
    const member = readStateMember(source, child);
    if (!member || member.form === 'setter') continue;
    const { name, form, value, afterColon } = member;
    if (form === 'pair') {
      found.push({ name, written: readValue(source, value, afterColon) });
    } else if (form === 'method' || name.quote === '') {
      found.push({ name, written: opaque(name.range.start, name.range.end) });
    }
  }
  const last = found.at(-1)?.written.outer.end ?? node.to;
  const end = Math.max(node.to, last);
  const isOfStatus = found.length > 0 && found.every(({ name }) => name.field === 'status');
  return isOfStatus && node.name === 'ObjectExpression'
    ? { found, beforeSpread, end, signs: signsIn(source, node) }
    : { found, beforeSpread, end };
}

/** What the keys of an object literal say of it. */
function signsIn(source: KeyedSource, node: SyntaxNode): number {
  let signs = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const key = child.name === 'Property' ? firstChild(child) : null;
    if (!key || key.to - key.from > LONGEST_KEY) continue;
    if (isLiteral(key)) signs |= siblingSign(source.read(key.from + 1, key.to - 1));
    else if (key.name === 'PropertyDefinition') signs |= siblingSign(source.read(key.from, key.to));
  }
  return signs;
}

function membersByTokens(
  source: KeyedSource,
  from: number,
  types: boolean,
  budget: ScanBudget,
): Members | undefined {
  const limit = Math.min(source.length, from + LONGEST_SCAN);
  if (budget.left <= 0) return undefined;
  const scan = scanMembers(source.read(from, limit), from, types);
  budget.left -= scan.end - from;
  if (!scan.closed && scan.end === limit && limit < source.length) return undefined;

  const found: Found[] = [];
  let beforeSpread = 0;
  for (const { form, key, quote, value } of scan.members) {
    if (form === 'spread') beforeSpread = found.length;
    if (form === 'spread' || form === 'setter' || form === 'other') continue;
    if (form === 'name' && quote !== '') continue;
    if (key.end - key.start > LONGEST_KEY) continue;
    const spelling = decode(source.read(key.start, key.end));
    const meaning = source.keys.readMember(spelling);
    if (!meaning) continue;
    const name = { ...meaning, spelling, range: key, quote };
    found.push({ name, written: value ?? opaque(key.start, key.end) });
  }
  return { found, beforeSpread, end: scan.end };
}

import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { readSubject, type Subject, toRecord } from './comparisons';
import { firstChild, isLiteral, nextSibling, readStateName, readValue } from './nodes';

/** What says that a state equals a literal: the matchers of Jest, Vitest and Jasmine, and those of Chai. */
const MATCHERS = new Set(['toBe', 'toEqual', 'toStrictEqual', 'equal', 'equals', 'eq', 'eql']);
/** Functions of an `assert` that compare their first two arguments. */
const ASSERTIONS = new Set([
  'equal',
  'strictEqual',
  'deepEqual',
  'deepStrictEqual',
  'notEqual',
  'notStrictEqual',
  'notDeepEqual',
  'notDeepStrictEqual',
]);
const PROPERTY_MATCHER = 'toHaveProperty';
const LONGEST_METHOD = 18;
/** So many words are between a state and what it is expected to be, as in `.to.not.deep.equal`. */
const LONGEST_CHAIN = 6;

/** Two expressions that a test compares; a literal that is missing has its place behind `after`. */
interface Compared {
  readonly pair: readonly [state: SyntaxNode, literal: SyntaxNode | null];
  readonly after: number;
}

/** The record of a literal that a test expects a state to be: `expect(server.vm_state).toBe('active')`. */
export function readExpectation(
  source: KeyedSource,
  node: SyntaxNode,
  group: number,
): StateRecord[] {
  const callee = firstChild(node);
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
  const list = node.getChild('ArgList');
  const object = callee && firstChild(callee);
  if (method?.name !== 'PropertyName' || method.to - method.from > LONGEST_METHOD) return [];
  if (!list || !object) return [];
  const name = source.read(method.from, method.to);
  if (name === PROPERTY_MATCHER) return readProperty(source, node, object, list, group);
  const [first, second] = argumentsOf(list);
  if (ASSERTIONS.has(name) && isAssert(source, object)) {
    const comma = first && nextSibling(first);
    if (!first || comma?.name !== ',') return [];
    const after = comma.to;
    const found = readPair(source, node, { pair: [first, second ?? null], after }, group);
    if (found.length > 0 || !second) return found;
    return readPair(source, node, { pair: [second, first], after }, group);
  }
  if (!MATCHERS.has(name)) return [];
  const expected = expectedOf(source, object);
  const state = expected && argumentsOf(expected)[0];
  if (!state) return [];
  return readPair(source, node, { pair: [state, first ?? null], after: list.from + 1 }, group);
}

function readPair(
  source: KeyedSource,
  node: SyntaxNode,
  { pair: [state, literal], after }: Compared,
  group: number,
): StateRecord[] {
  const subject = readSubject(source, state);
  return subject ? recordOf(source, node, subject, literal, after, group) : [];
}

/** What is expected to have a property, where a string is the name of it: `expect(server).toHaveProperty('status')`. */
export function expectedToHave(source: KeyedSource, name: SyntaxNode): SyntaxNode | undefined {
  const list = name.parent?.name === 'ArgList' ? name.parent : null;
  const callee = list?.parent?.name === 'CallExpression' ? firstChild(list.parent) : null;
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
  const object = callee && firstChild(callee);
  if (!list || !method || !object || argumentsOf(list)[0]?.from !== name.from) return undefined;
  if (!isNamed(source, method, PROPERTY_MATCHER)) return undefined;
  const expected = expectedOf(source, object);
  return expected ? argumentsOf(expected)[0] : undefined;
}

/** That of `expect(server).toHaveProperty('OS-EXT-STS:vm_state', 'active')`. */
function readProperty(
  source: KeyedSource,
  node: SyntaxNode,
  object: SyntaxNode,
  list: SyntaxNode,
  group: number,
): StateRecord[] {
  const [key, literal] = argumentsOf(list);
  const comma = key && nextSibling(key);
  if (!key || comma?.name !== ',' || !isLiteral(key) || !expectedOf(source, object)) return [];
  const name = readStateName(source, key);
  // A status alone says nothing of servers: nearly everything has one.
  if (!name || (name.field === 'status' && !name.own && !source.readsAnyStatus)) return [];
  return recordOf(source, node, { name, member: true }, literal ?? null, comma.to, group);
}

function recordOf(
  source: KeyedSource,
  node: SyntaxNode,
  subject: Subject,
  literal: SyntaxNode | null,
  after: number,
  group: number,
): StateRecord[] {
  const written = readValue(source, literal, after);
  if (written.value.kind === 'opaque') return [];
  return [toRecord(subject, written, node, group, 'likely')];
}

/** What is in the parentheses of the `expect(...)` that a chain of words begins with. */
function expectedOf(source: KeyedSource, chain: SyntaxNode): SyntaxNode | null {
  let next: SyntaxNode | null = chain;
  for (let length = 0; next?.name === 'MemberExpression'; length++) {
    if (length > LONGEST_CHAIN || next.lastChild?.name !== 'PropertyName') return null;
    next = firstChild(next);
  }
  const callee = next?.name === 'CallExpression' ? firstChild(next) : null;
  return callee && isNamed(source, callee, 'expect') ? (next?.getChild('ArgList') ?? null) : null;
}

/** Whether an expression is `assert`, or a member of it: `assert.strict`, `chai.assert`. */
function isAssert(source: KeyedSource, node: SyntaxNode): boolean {
  if (node.name !== 'MemberExpression') return isNamed(source, node, 'assert');
  const [object, last] = [firstChild(node), node.lastChild];
  return (
    (object !== null && isNamed(source, object, 'assert')) ||
    (last !== null && isNamed(source, last, 'assert'))
  );
}

function isNamed(source: KeyedSource, node: SyntaxNode, name: string): boolean {
  return node.to - node.from === name.length && source.read(node.from, node.to) === name;
}

/** The first two expressions of an `ArgList`; of what is spread its dots, for it may be any number of them. */
function argumentsOf(list: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const parenthesis = list.firstChild;
  for (let next = parenthesis && nextSibling(parenthesis); next; next = nextSibling(next)) {
    if (next.name === ')' || found.length === 2) break;
    if (next.name !== ',') found.push(next);
    if (next.name === 'Spread') break;
  }
  return found;
}

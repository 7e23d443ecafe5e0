/** Types and schemas that list the states of a field: `z.enum(['active', 'stopped'])`. */
import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { fieldOf } from '../../syntax/typescript/comparisons';
import {
  firstChild,
  isLiteral,
  nextSibling,
  readStateName,
  readValue,
  type StateName,
  unwrap,
} from '../../syntax/typescript/nodes';
import type { Written } from '../../syntax/typescript/strings';
import { methodOf } from '../expressions/lookups';
import { elementsOf } from '../expressions/typed-literals';

/** Methods of Zod, Yup, Joi and others that list what a value can be. */
const LISTING = new Set([
  'enum',
  'literal',
  'union',
  'oneOf',
  'valid',
  'picklist',
  'Literal',
  'Union',
]);
/** A schema with more parts, or deeper, lists something else. */
const MOST_PARTS = 200;
const LONGEST_CHAIN = 8;
const MOST_MEMBERS = 200;

interface Member {
  readonly name: StateName;
  readonly value: SyntaxNode | null;
}

/** The records of the literals that schemas of an object's state fields list. */
export function schemasOf(
  source: KeyedSource,
  node: SyntaxNode,
  newGroup: () => number,
): StateRecord[] {
  const members = membersOf(source, node, 'Property');
  const isServer = isServers(members);
  return members.flatMap(({ name, value }) => {
    const core = value && unwrap(value);
    if (core?.name !== 'CallExpression' || !isKnown(name, isServer)) return [];
    const words = listedIn(source, core);
    return toRecords(words, name, core, newGroup());
  });
}

/** The records of the union that is the type of a server's status; those of other states are read by their names. */
export function statusUnionOf(
  source: KeyedSource,
  node: SyntaxNode,
  newGroup: () => number,
): StateRecord[] {
  const members = membersOf(source, node, 'PropertyType');
  if (!isServers(members)) return [];
  return members.flatMap(({ name, value }) => {
    const core = value && unwrap(value);
    if (name.field !== 'status' || core?.name !== 'UnionType') return [];
    const parts = elementsOf(core).filter((part) => part.name !== 'LogicOp');
    return toRecords(literalsAmong(source, parts), name, core, newGroup());
  });
}

function membersOf(source: KeyedSource, node: SyntaxNode, kind: string): Member[] {
  const properties = node.getChildren(kind);
  if (properties.length > MOST_MEMBERS) return [];
  return properties.flatMap((property): Member[] => {
    const key = firstChild(property);
    const name = key && readStateName(source, key);
    if (!name) return [];
    let next = nextSibling(key);
    while (next && next.name !== ':' && next.name !== 'TypeAnnotation') next = nextSibling(next);
    const colon = next?.name === 'TypeAnnotation' ? firstChild(next) : next;
    return [{ name, value: colon && nextSibling(colon) }];
  });
}

/** Whether members are those of a server: one that only servers have, or both states. */
function isServers(members: readonly Member[]): boolean {
  const fields = new Set(members.map(({ name }) => name.field));
  return (
    members.some(({ name }) => name.prefixed) ||
    (fields.has('vm_state') && fields.has('task_state'))
  );
}

function isKnown({ field, own, prefixed, spelling }: StateName, isServer: boolean): boolean {
  return isServer || prefixed || own === true || (field !== 'status' && spelling === field);
}

/** The literals that a chain of calls lists, as `z.union([z.literal('a'), z.literal('b')]).optional()` does. */
function listedIn(source: KeyedSource, call: SyntaxNode): Written[] {
  let next: SyntaxNode | null = call;
  for (let length = 0; next?.name === 'CallExpression' && length < LONGEST_CHAIN; length++) {
    const method = methodOf(source, next);
    const list = next.getChild('ArgList');
    if (method && list && LISTING.has(method)) {
      const words = literalsAmong(source, elementsOf(list));
      if (words.length > 0) return words;
    }
    const callee: SyntaxNode | null = firstChild(next);
    next = callee?.name === 'MemberExpression' ? firstChild(callee) : null;
  }
  return [];
}

/** The literals among some nodes, in the arrays and the schemas there. */
function literalsAmong(source: KeyedSource, nodes: readonly SyntaxNode[]): Written[] {
  const words: Written[] = [];
  const open = [...nodes].reverse();
  for (let next = open.pop(); next && words.length < MOST_PARTS; next = open.pop()) {
    const core = unwrap(next);
    if (isLiteral(core)) words.push(readValue(source, core, core.from));
    else if (core.name === 'ArrayExpression' && open.length < MOST_PARTS) {
      open.push(...elementsOf(core).slice(0, MOST_PARTS).reverse());
    } else if (core.name === 'CallExpression' && LISTING.has(methodOf(source, core) ?? '')) {
      const list = core.getChild('ArgList');
      if (list && open.length < MOST_PARTS) open.push(...elementsOf(list).slice(0, MOST_PARTS));
    }
  }
  return words;
}

function toRecords(
  words: readonly Written[],
  name: StateName,
  { from, to }: SyntaxNode,
  group: number,
): StateRecord[] {
  return words.map((written) => ({
    kind: 'union',
    caution: 'near',
    range: { start: from, end: to },
    fields: [fieldOf(name, written)],
    group,
  }));
}

import type { SyntaxNode, Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import {
  firstChild,
  nextSibling,
  readIdentifier,
  type StateName,
} from '../../syntax/typescript/nodes';
import { type Container, canLookUp, containerOf, recordsOf } from '../expressions/containers';
import { fixedMember, type Lookup } from '../expressions/lookups';

const NAMES = new Set(['VariableDefinition', 'VariableName', 'PropertyDefinition']);
/** The access to a member by a fixed name, as by a state: only objects have one. */
const FIXED = '[]';

/** What is known of a name in which a state is looked up. */
interface Named {
  container?: Container;
  /** The field that is looked up in it. */
  name?: StateName;
  readonly accesses: Set<string>;
  readonly spare: Set<string>;
  /** How many things have the name. */
  definitions: number;
  /** Whether something is done with it that may change what is looked up in it. */
  handedOn: boolean;
}

/** A lookup in what has a name, or begins with one. */
export interface NamedLookup extends Omit<Lookup, 'container' | 'whole'> {
  readonly list: string;
  /** Where the name is. */
  readonly at: number;
}

/** A lookup as one in what has a name; undefined where it has none. */
export function namedLookup(source: KeyedSource, lookup: Lookup): NamedLookup | undefined {
  const { container, name, access, spare } = lookup;
  const list = readIdentifier(source, container)?.name;
  if (!list) return undefined;
  return { list, at: container.from, name, access, ...(spare !== undefined && { spare }) };
}

/**
 * The literals of constant arrays, sets, maps and objects in which a state is looked up:
 * `ALLOWED.includes(server.vm_state)`, `LABELS[server.vm_state]`. One that is exported, handed on, changed or
 * used for another field too may hold anything.
 * @param lookups all lookups in what has a name, in order
 */
export function readNamedLists(
  tree: Tree,
  source: KeyedSource,
  lookups: readonly NamedLookup[],
  newGroup: () => number,
): StateRecord[] {
  const named = new Map<string, Named>();
  const byPlace = new Map<number, NamedLookup>();
  for (const lookup of lookups) {
    byPlace.set(lookup.at, lookup);
    named.set(lookup.list, {
      accesses: new Set(),
      spare: new Set(),
      definitions: 0,
      handedOn: false,
    });
  }
  if (named.size === 0) return [];
  for (const { name, node } of mentionsOf([...named.keys()], tree, source)) {
    const list = named.get(name);
    if (!list) continue;
    if (node.name === 'VariableDefinition') define(source, list, node);
    else if (node.name === 'VariableName') use(source, list, node, byPlace.get(node.from));
    else if (isShorthand(node)) list.handedOn = true;
  }
  return [...named.values()].flatMap((list) => {
    const { container, name, accesses, spare, definitions, handedOn } = list;
    if (!container || !name || definitions !== 1 || handedOn) return [];
    if (![...accesses].every((access) => canLookUp(container, access))) return [];
    return recordsOf(source, container, name, spare, container.node, newGroup());
  });
}

/** The nodes that are one of the names, in order. The text shows faster than all names of the tree where they are. */
export function* mentionsOf(names: readonly string[], tree: Tree, source: KeyedSource) {
  // Of two names that begin alike, the longer one is the one that stands there.
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[$\\]/g, '\\$&'));
  const mention = new RegExp(`(?<![\\w$])(?:${escaped.join('|')})(?![\\w$])`, 'g');
  for (const { 0: name, index } of source.read(0, source.length).matchAll(mention)) {
    const node = tree.resolveInner(index, 1);
    const isWhole = node.from === index && node.to === index + name.length;
    if (isWhole && NAMES.has(node.name)) yield { name, node };
  }
}

function define(source: KeyedSource, list: Named, definition: SyntaxNode): void {
  list.definitions++;
  const value = constantValue(definition);
  const container = value && containerOf(source, value);
  if (container) list.container = container;
}

/**
 * The value of a constant; null for any other name.
 * @param canBeExported whether it may be one that other files see
 */
export function constantValue(definition: SyntaxNode, canBeExported = false): SyntaxNode | null {
  const declaration = definition.parent;
  if (declaration?.name !== 'VariableDeclaration') return null;
  if (!canBeExported && declaration.parent?.name === 'ExportDeclaration') return null;
  if (firstChild(declaration)?.name !== 'const') return null;
  let equals = nextSibling(definition);
  if (equals?.name === 'TypeAnnotation') equals = nextSibling(equals);
  return equals?.name === 'Equals' ? nextSibling(equals) : null;
}

function use(
  source: KeyedSource,
  list: Named,
  node: SyntaxNode,
  lookup: NamedLookup | undefined,
): void {
  if (lookup) {
    if (list.name && list.name.field !== lookup.name.field) list.handedOn = true;
    list.name = lookup.name;
    list.accesses.add(lookup.access);
    if (lookup.spare !== undefined) list.spare.add(lookup.spare);
    return;
  }
  // A type says nothing of what is looked up.
  if (node.parent?.name === 'TypeofType') return;
  const member = fixedMember(source, node);
  if (member === undefined) {
    list.handedOn = true;
    return;
  }
  list.accesses.add(FIXED);
  list.spare.add(member);
}

function isShorthand(property: SyntaxNode): boolean {
  return nextSibling(property)?.name !== ':' && property.parent?.name === 'Property';
}

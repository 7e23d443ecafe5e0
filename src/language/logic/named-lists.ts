import type { SyntaxNode, Tree } from '@lezer/common';
import {
  firstChild,
  nextSibling,
  readIdentifier,
  type StateName,
} from '../readers/typescript-nodes';
import type { StateRecord } from '../record';
import type { KeyedSource } from '../source';
import { type Container, canLookUp, containerOf, recordsOf } from './containers';
import { fixedMember, type Lookup } from './lookups';

const LONGEST_NAME = 128;
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

/**
 * The literals of constant arrays, sets, maps and objects in which a state is looked up:
 * `ALLOWED.includes(server.vm_state)`, `LABELS[server.vm_state]`. One that is exported, handed on, changed or
 * used for another field too may hold anything.
 * @param lookups the lookups in what has a name
 */
export function readNamedLists(
  tree: Tree,
  source: KeyedSource,
  lookups: readonly Lookup[],
  firstGroup: number,
): StateRecord[] {
  const named = new Map<string, Named>();
  const byPlace = new Map<number, Lookup>();
  for (const lookup of lookups) {
    const { container } = lookup;
    const name = readIdentifier(source, container, LONGEST_NAME)?.name;
    if (!name) continue;
    byPlace.set(container.from, lookup);
    named.set(name, {
      accesses: new Set(),
      spare: new Set(),
      definitions: 0,
      handedOn: false,
    });
  }
  if (named.size === 0) return [];
  // To read all names takes time, and there are many.
  const lengths = new Set([...named.keys()].map(({ length }) => length));
  tree.iterate({
    enter(ref) {
      if (!NAMES.has(ref.name) || !lengths.has(ref.to - ref.from)) return;
      const list = named.get(source.read(ref.from, ref.to));
      if (!list) return;
      if (ref.name === 'VariableDefinition') define(source, list, ref.node);
      else if (ref.name === 'VariableName') use(source, list, ref.node, byPlace.get(ref.from));
      else if (isShorthand(ref.node)) list.handedOn = true;
    },
  });
  return [...named.values()].flatMap((list, index) => {
    const { container, name, accesses, spare, definitions, handedOn } = list;
    if (!container || !name || definitions !== 1 || handedOn) return [];
    if (![...accesses].every((access) => canLookUp(container, access))) return [];
    return recordsOf(source, container, name, spare, container.node, firstGroup + index);
  });
}

function define(source: KeyedSource, list: Named, definition: SyntaxNode): void {
  list.definitions++;
  const value = constantValue(definition);
  const container = value && containerOf(source, value);
  if (container) list.container = container;
}

/** The value of a constant that is not exported. */
function constantValue(definition: SyntaxNode): SyntaxNode | null {
  const declaration = definition.parent;
  if (declaration?.name !== 'VariableDeclaration') return null;
  if (declaration.parent?.name === 'ExportDeclaration') return null;
  if (firstChild(declaration)?.name !== 'const') return null;
  let equals = nextSibling(definition);
  if (equals?.name === 'TypeAnnotation') equals = nextSibling(equals);
  return equals?.name === 'Equals' ? nextSibling(equals) : null;
}

function use(source: KeyedSource, list: Named, node: SyntaxNode, lookup: Lookup | undefined): void {
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

import type { SyntaxNode, Tree } from '@lezer/common';
import { fieldOf } from '../readers/typescript-code';
import {
  firstChild,
  isMissing,
  nextSibling,
  readIdentifier,
  readValue,
  type StateName,
  unwrap,
} from '../readers/typescript-nodes';
import type { StateRecord } from '../record';
import type { KeyedSource } from '../source';
import { memberSubject } from './paths';
import { elementsOf } from './typed-literals';

const LONGEST_NAME = 128;
const LOOKUPS = new Set(['includes', 'indexOf', 'has']);

/** A list of literals with a name, as long as it is sure what its literals are held against. */
interface NamedList {
  readonly elements: SyntaxNode;
  /** The field that is looked up in it; undefined until it is. */
  name?: StateName;
}

/**
 * The literals of constant arrays and sets in which a state is looked up: `ALLOWED.includes(server.vm_state)`.
 * A list that is exported, handed on, changed or used for another field too may hold anything.
 */
export function readNamedLists(tree: Tree, source: KeyedSource, firstGroup: number): StateRecord[] {
  const lists = listsIn(tree, source);
  if (lists.size === 0) return [];
  tree.iterate({
    enter(ref) {
      if (ref.name !== 'VariableName' && ref.name !== 'PropertyDefinition') return;
      if (ref.to - ref.from > LONGEST_NAME) return;
      const name = source.read(ref.from, ref.to);
      const list = lists.get(name);
      if (!list || (ref.name === 'PropertyDefinition' && !isShorthand(ref.node))) return;
      const lookedUp = ref.name === 'VariableName' ? lookedUpIn(source, ref.node) : undefined;
      const isSame = !list.name || list.name.field === lookedUp?.field;
      if (lookedUp && isSame) list.name = lookedUp;
      else lists.delete(name);
    },
  });
  return [...lists.values()].flatMap((list, index) => recordsOf(source, list, firstGroup + index));
}

/** The constants that are a list of something, where nothing else in the text has their name. */
function listsIn(tree: Tree, source: KeyedSource): Map<string, NamedList> {
  const lists = new Map<string, NamedList>();
  const taken = new Map<string, number>();
  tree.iterate({
    enter(ref) {
      if (ref.name !== 'VariableDefinition' || ref.to - ref.from > LONGEST_NAME) return;
      const name = readIdentifier(source, ref.node, LONGEST_NAME)?.name;
      if (!name) return;
      taken.set(name, (taken.get(name) ?? 0) + 1);
      const elements = listOf(source, ref.node);
      if (elements) lists.set(name, { elements });
    },
  });
  for (const name of lists.keys()) if (taken.get(name) !== 1) lists.delete(name);
  return lists;
}

/** The array that a constant is, or that the set is made of which it is. */
function listOf(source: KeyedSource, definition: SyntaxNode): SyntaxNode | undefined {
  const declaration = definition.parent;
  if (declaration?.name !== 'VariableDeclaration') return undefined;
  if (declaration.parent?.name === 'ExportDeclaration') return undefined;
  if (firstChild(declaration)?.name !== 'const') return undefined;
  const equals = nextSibling(definition);
  // A list with a type of its own is judged by that.
  if (equals?.name !== 'Equals') return undefined;
  const given = nextSibling(equals);
  let value = given && unwrap(given);
  if (value?.name === 'NewExpression') {
    const made = value.getChild('VariableName');
    const argument = value.getChild('ArgList')?.firstChild;
    const isSet = made && source.read(made.from, Math.min(made.to, made.from + 4)) === 'Set';
    const inner = isSet && argument ? nextSibling(argument) : null;
    value = inner && unwrap(inner);
  }
  return value?.name === 'ArrayExpression' ? value : undefined;
}

/** The state that a use of a list looks up in it; undefined for any other use. */
function lookedUpIn(source: KeyedSource, use: SyntaxNode): StateName | undefined {
  const callee = use.parent;
  const method = callee?.lastChild;
  if (callee?.name !== 'MemberExpression' || callee.firstChild?.from !== use.from) return undefined;
  if (method?.name !== 'PropertyName') return undefined;
  if (!LOOKUPS.has(source.read(method.from, Math.min(method.to, method.from + 9)))) {
    return undefined;
  }
  const call = callee.parent;
  const parenthesis = call?.name === 'CallExpression' ? call.getChild('ArgList')?.firstChild : null;
  const argument = parenthesis && nextSibling(parenthesis);
  const name = argument ? memberSubject(source, argument)?.name : undefined;
  return name?.field === 'status' ? undefined : name;
}

function isShorthand(property: SyntaxNode): boolean {
  return nextSibling(property)?.name !== ':' && property.parent?.name === 'Property';
}

function recordsOf(
  source: KeyedSource,
  { elements, name }: NamedList,
  group: number,
): StateRecord[] {
  if (!name) return [];
  const range = { start: elements.from, end: elements.to };
  return elementsOf(elements).flatMap((element): StateRecord[] => {
    const written = readValue(source, element, element.from);
    if (isMissing(element) || written.value.kind !== 'text') return [];
    const fields = [fieldOf(name, written)];
    return [{ kind: 'code', range, fields, group, member: true }];
  });
}

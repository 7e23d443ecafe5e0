/** Literals that become the value of a state field otherwise than as one of an object. */
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { fieldOf, readSubject } from '../../syntax/typescript/comparisons';
import {
  firstChild,
  isLiteral,
  nextSibling,
  readStateName,
  readValue,
  type StateName,
  unwrap,
} from '../../syntax/typescript/nodes';
import { readLiteral, type Written } from '../../syntax/typescript/strings';
import { schemasOf, statusUnionOf } from './schemas';

/** So deep a choice of values is followed. */
const DEEPEST = 8;
/** A class or element with more members is no server. */
const MOST_MEMBERS = 200;

/** A name of a state, and the literals that it may be given. */
export interface NamedValue {
  readonly name: StateName;
  readonly words: readonly Written[];
}

/**
 * The records of the literals that a node gives to a state field: class fields, defaults of parameters and patterns,
 * choices (`up ? 'active' : 'stopped'`), attributes of elements, and schemas.
 */
export function readValuePlaces(
  source: KeyedSource,
  ref: SyntaxNodeRef,
  newGroup: () => number,
): StateRecord[] {
  switch (ref.name) {
    case 'ClassBody':
      return together(namedIn(source, ref.node, 'PropertyDeclaration', fieldValue), newGroup);
    case 'JSXOpenTag':
    case 'JSXSelfClosingTag':
      return together(namedIn(source, ref.node, 'JSXAttribute', attributeValue), newGroup);
    case 'ParamList':
    case 'VariableDeclaration':
      return alone(definedIn(source, ref.node), newGroup);
    case 'PatternProperty':
      return alone(defaultOf(source, ref.node), newGroup);
    case 'AssignmentExpression':
      return assigned(source, ref.node, newGroup);
    case 'ObjectExpression':
      return [...chosen(source, ref.node, newGroup), ...schemasOf(source, ref.node, newGroup)];
    case 'ObjectType':
      return statusUnionOf(source, ref.node, newGroup);
  }
  return [];
}

/** Values of fields that are one thing's: each says of the others that they are a server's. */
function together(values: readonly NamedValue[], newGroup: () => number): StateRecord[] {
  const fields = new Set(values.map(({ name }) => name.field));
  const isServers = values.some(({ name }) => name.prefixed);
  const isSure = isServers || (fields.size > 1 && (fields.has('vm_state') || fields.size > 2));
  if (!values.some(({ name }) => name.field !== 'status' || name.own)) return [];
  return values.flatMap((value) => recordsOf(value, newGroup(), isSure ? 'sure' : 'plausible'));
}

/** Values of fields that stand alone: only one that nothing else has says that it is a server's. */
function alone(values: readonly NamedValue[], newGroup: () => number): StateRecord[] {
  return values.flatMap((value) => {
    const { field, own, prefixed } = value.name;
    if (field === 'status' && !own) return [];
    return recordsOf(value, newGroup(), prefixed ? 'sure' : 'plausible');
  });
}

function recordsOf(
  { name, words }: NamedValue,
  group: number,
  evidence: 'plausible' | 'sure',
): StateRecord[] {
  return words.map((written) => ({
    kind: 'code',
    range: { ...written.outer },
    fields: [fieldOf(name, written)],
    group,
    member: true,
    caution: 'near',
    // What is sure is weighed by its word.
    ...(evidence === 'plausible' && { evidence }),
  }));
}

function namedIn(
  source: KeyedSource,
  node: SyntaxNode,
  kind: string,
  read: (source: KeyedSource, member: SyntaxNode) => NamedValue | undefined,
): NamedValue[] {
  const members = node.getChildren(kind);
  if (members.length > MOST_MEMBERS) return [];
  return members.flatMap((member) => read(source, member) ?? []);
}

/** `vm_state = 'active'` in a class. */
function fieldValue(source: KeyedSource, member: SyntaxNode): NamedValue | undefined {
  const equals = member.getChild('Equals');
  if (!equals) return undefined;
  for (let key = firstChild(member); key && key.from < equals.from; key = nextSibling(key)) {
    if (key.name !== 'PropertyDefinition' && key.name !== 'String') continue;
    return valueOfName(source, key, equals);
  }
  return undefined;
}

/** `vmState="active"` and `vmState={'active'}` of an element. */
function attributeValue(source: KeyedSource, member: SyntaxNode): NamedValue | undefined {
  const key = firstChild(member);
  const equals = key && nextSibling(key);
  const value = equals?.name === 'Equals' ? nextSibling(equals) : null;
  const name = key?.name === 'JSXIdentifier' ? readStateName(source, key) : undefined;
  if (!name || !value) return undefined;
  if (value.name === 'JSXAttributeValue') {
    return { name, words: [readLiteral(source, value.from, value.to)] };
  }
  const brace = value.name === 'JSXEscape' ? firstChild(value) : null;
  const inner = brace && nextSibling(brace);
  return { name, words: inner ? literalsOf(source, inner) : [] };
}

/** The defaults of parameters, and the values of variables, that are named as a state. */
function definedIn(source: KeyedSource, node: SyntaxNode): NamedValue[] {
  return node.getChildren('VariableDefinition').flatMap((definition) => {
    let equals = nextSibling(definition);
    if (equals?.name === 'TypeAnnotation') equals = nextSibling(equals);
    return equals?.name === 'Equals' ? (valueOfName(source, definition, equals) ?? []) : [];
  });
}

/** The default in a pattern: `{ vm_state = 'active' }`, `{ task_state: task = 'deleting' }`. */
function defaultOf(source: KeyedSource, property: SyntaxNode): NamedValue[] {
  const key = firstChild(property);
  const equals = property.getChild('Equals');
  const value = key && equals && valueOfName(source, key, equals);
  return value ? [value] : [];
}

function valueOfName(
  source: KeyedSource,
  key: SyntaxNode,
  equals: SyntaxNode,
): NamedValue | undefined {
  const name = readStateName(source, key);
  const value = nextSibling(equals);
  return name && value ? { name, words: literalsOf(source, value) } : undefined;
}

/** A choice of literals that is assigned to a state. */
function assigned(source: KeyedSource, node: SyntaxNode, newGroup: () => number): StateRecord[] {
  const target = firstChild(node);
  const equals = target && nextSibling(target);
  const value = equals?.name === 'Equals' ? nextSibling(equals) : null;
  if (!target || !value || !isChoice(unwrap(value))) return [];
  const subject = readSubject(source, target);
  if (!subject) return [];
  return recordsOf({ name: subject.name, words: literalsOf(source, value) }, newGroup(), 'sure');
}

/** The choices of literals that are the values of an object's states. */
function chosen(source: KeyedSource, node: SyntaxNode, newGroup: () => number): StateRecord[] {
  return node.getChildren('Property').flatMap((property) => {
    const key = firstChild(property);
    const colon = key && nextSibling(key);
    const value = colon?.name === ':' ? nextSibling(colon) : null;
    if (!key || !value || !isChoice(unwrap(value))) return [];
    const name = readStateName(source, key);
    if (!name || (name.field === 'status' && !name.own)) return [];
    const evidence = name.prefixed || name.spelling === name.field ? 'sure' : 'plausible';
    return recordsOf({ name, words: literalsOf(source, value) }, newGroup(), evidence);
  });
}

function isChoice(core: SyntaxNode): boolean {
  if (core.name === 'ConditionalExpression') return true;
  return core.name === 'BinaryExpression' && core.getChild('LogicOp') !== null;
}

/** The literals that an expression may be: itself, or what it chooses from. */
function literalsOf(source: KeyedSource, value: SyntaxNode, depth = 0): Written[] {
  const core = unwrap(value);
  if (isLiteral(core)) return [readValue(source, core, core.from)];
  if (depth > DEEPEST || !isChoice(core)) return [];
  const parts: SyntaxNode[] = [];
  const [condition] = [firstChild(core)];
  for (let part = condition; part; part = nextSibling(part)) {
    if (part.name !== 'LogicOp' && (part !== condition || core.name === 'BinaryExpression')) {
      parts.push(part);
    }
  }
  return parts.flatMap((part) => literalsOf(source, part, depth + 1));
}

import type { SyntaxNode } from '@lezer/common';
import type { Field } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import {
  firstChild,
  isLiteral,
  isMissing,
  nextSibling,
  readIdentifier,
  readValue,
  unwrap,
} from '../../syntax/typescript/nodes';
import type { Written } from '../../syntax/typescript/strings';
import { fieldOfType } from '../../syntax/typescript/unions';
import type { Range } from '../../text/range';

const LISTS = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Iterable']);
const MAPS = new Set(['Record', 'Map', 'ReadonlyMap', 'WeakMap']);
const WRAPPERS = new Set(['Partial', 'Readonly', 'Required']);

/** What a type says of the literals in a value that has it. */
interface Shape {
  readonly holds: 'values' | 'keys' | 'itself';
  readonly field: Field;
  readonly spelling: string;
  readonly range: Range;
}

/** The values of an enum that is named after a state. */
export function readEnum(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const definition = node.getChild('TypeDefinition');
  const named = definition && stateType(source, definition);
  const body = node.getChild('EnumBody');
  if (!named || !body) return [];
  const records: StateRecord[] = [];
  for (const equals of body.getChildren('Equals')) {
    add(records, source, nextSibling(equals), { ...named, holds: 'values' }, node, group);
  }
  return records;
}

/** The literals in the value of a variable or member that has a type of states. */
export function readTyped(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const records: StateRecord[] = [];
  for (const annotation of node.getChildren('TypeAnnotation')) {
    const equals = nextSibling(annotation);
    const type = firstChild(annotation)?.nextSibling;
    const shape = type && equals?.name === 'Equals' ? shapeOf(source, type) : undefined;
    const value = equals && nextSibling(equals);
    if (shape && value) addAll(records, source, value, shape, node, group);
  }
  return records;
}

/** The literals of `value satisfies Type` and `value as Type`. */
export function readAsserted(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const value = firstChild(node);
  const operator = value && nextSibling(value)?.name;
  if (!value || (operator !== 'satisfies' && operator !== 'as')) return [];
  const shape = node.lastChild && shapeOf(source, node.lastChild);
  const records: StateRecord[] = [];
  if (shape) addAll(records, source, value, shape, node, group);
  return records;
}

/** The literals that `new Set<VmState>([...])` and `new Map<VmState, ...>([[...]])` begin with. */
export function readConstructed(
  source: KeyedSource,
  node: SyntaxNode,
  group: number,
): StateRecord[] {
  const made = node.getChild('InstantiationExpression');
  const shape = made && genericShape(source, made);
  const parenthesis = node.getChild('ArgList')?.firstChild;
  const argument = parenthesis && nextSibling(parenthesis);
  const records: StateRecord[] = [];
  if (shape && argument) addAll(records, source, argument, shape, node, group);
  return records;
}

function shapeOf(source: KeyedSource, wrapped: SyntaxNode): Shape | undefined {
  let type = unwrap(wrapped);
  if (type.name === 'ReadonlyType') type = type.lastChild ?? type;
  if (type.name === 'ArrayType') {
    const element = firstChild(type);
    const named = element && stateType(source, unwrap(element));
    return named ? { ...named, holds: 'values' } : undefined;
  }
  if (type.name === 'ParameterizedType') return genericShape(source, type);
  const parts = type.name === 'UnionType' ? type.getChildren('TypeName') : [type];
  for (const part of parts) {
    const named = stateType(source, part);
    if (named) return { ...named, holds: 'itself' };
  }
  return undefined;
}

function genericShape(source: KeyedSource, type: SyntaxNode): Shape | undefined {
  const head = firstChild(type);
  const name = head && readIdentifier(source, head)?.name;
  const bracket = type.getChild('TypeArgList')?.firstChild;
  const argument = bracket && nextSibling(bracket);
  if (!name || !argument) return undefined;
  if (WRAPPERS.has(name)) {
    return shapeOf(source, argument);
  }
  const holds = LISTS.has(name) ? 'values' : MAPS.has(name) ? 'keys' : undefined;
  const named = holds && stateType(source, argument);
  return named && holds && { ...named, holds };
}

function stateType(source: KeyedSource, node: SyntaxNode): Omit<Shape, 'holds'> | undefined {
  if (node.name !== 'TypeName' && node.name !== 'TypeDefinition') return undefined;
  const identifier = readIdentifier(source, node);
  if (!identifier) return undefined;
  const { name: spelling, range } = identifier;
  const field = fieldOfType(source, spelling);
  return field && { field, spelling, range };
}

/** Adds the literals of an array, the keys of an object, or the keys of a list of pairs. */
function addAll(
  records: StateRecord[],
  source: KeyedSource,
  wrapped: SyntaxNode,
  shape: Shape,
  whole: SyntaxNode,
  group: number,
): void {
  const value = unwrap(wrapped);
  if (shape.holds === 'itself') {
    if (isLiteral(value)) add(records, source, value, shape, whole, group);
    return;
  }
  if (value.name === 'ArrayExpression') {
    for (const element of elementsOf(value)) {
      const pair = unwrap(element);
      if (shape.holds === 'values') add(records, source, element, shape, whole, group);
      else if (pair.name === 'ArrayExpression') {
        add(records, source, elementsOf(pair)[0] ?? null, shape, whole, group);
      }
    }
  }
  if (value.name !== 'ObjectExpression' || shape.holds !== 'keys') return;
  for (const property of value.getChildren('Property')) {
    const key = firstChild(property);
    if (!key) continue;
    if (isLiteral(key)) add(records, source, key, shape, whole, group);
    else if (key.name === 'PropertyDefinition') {
      const name = readIdentifier(source, key);
      if (!name) continue;
      const { range } = name;
      push(
        records,
        { ...plain(range), value: { kind: 'text', text: name.name } },
        shape,
        whole,
        group,
      );
    }
  }
}

/** The elements of an array, except for those that are spread into it. */
export function elementsOf(list: SyntaxNode): SyntaxNode[] {
  const elements: SyntaxNode[] = [];
  let spread = false;
  for (let child = firstChild(list); child; child = nextSibling(child)) {
    if (child.name === 'Spread') spread = true;
    else if (child.name === ',') spread = false;
    else if (!spread && child.name !== '[' && child.name !== ']') elements.push(child);
  }
  return elements;
}

function plain(range: Range) {
  return { inner: range, outer: range, quote: '' as const };
}

function add(
  records: StateRecord[],
  source: KeyedSource,
  value: SyntaxNode | null,
  shape: Shape,
  whole: SyntaxNode,
  group: number,
): void {
  if (isMissing(value)) return;
  const written = readValue(source, value, value?.from ?? 0);
  if (written.value.kind === 'text') push(records, written, shape, whole, group);
}

function push(
  records: StateRecord[],
  written: Written,
  { field, spelling, range }: Shape,
  { from, to }: SyntaxNode,
  group: number,
): void {
  const stateField = { field, spelling, key: range, ...written };
  records.push({ kind: 'union', range: { start: from, end: to }, fields: [stateField], group });
}

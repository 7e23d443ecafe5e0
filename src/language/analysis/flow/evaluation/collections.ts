import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import {
  firstChild,
  isLiteral,
  nextSibling,
  readIdentifier,
  readValue,
} from '../../../syntax/typescript/nodes';
import { containerOf } from '../../expressions/containers';
import {
  type Collection,
  isPrimitive,
  onlyValue,
  type Primitive,
  UNKNOWN,
  type Value,
} from '../domain/values';

/** More elements than this are not looked at. */
const MOST_ENTRIES = 500;

/** What an expression is worth; undefined where nobody knows. */
export type ReadConstant = (node: SyntaxNode) => Value | undefined;

/** The array, set, map or object that an expression makes of literals. */
export function collectionOf(
  source: KeyedSource,
  node: SyntaxNode,
  read: ReadConstant,
): Collection | undefined {
  const container = containerOf(source, node);
  if (!container) return undefined;
  const { kind } = container;
  if (kind === 'object') return objectOf(source, container.node, read);
  return kind === 'map' ? mapOf(container.node, read) : listOf(container.node, kind, read);
}

function listOf(node: SyntaxNode, kind: 'array' | 'set', read: ReadConstant): Collection {
  const entries = new Map<Primitive, Value>();
  let isOpen = false;
  let hasRepeats = false;
  let count = 0;
  for (const element of elementsIn(node)) {
    count++;
    const worth = element.isSpread ? undefined : read(element.node);
    const value = onlyValue(worth);
    if (worth && value !== UNKNOWN && isPrimitive(value) && count <= MOST_ENTRIES) {
      hasRepeats ||= entries.has(value);
      entries.set(value, worth);
    } else isOpen = true;
  }
  return { kind, entries, isOpen, hasRepeats };
}

function mapOf(node: SyntaxNode, read: ReadConstant): Collection {
  const entries = new Map<Primitive, Value>();
  let isOpen = false;
  for (const { node: pair, isSpread } of elementsIn(node)) {
    const [first, second] = pair.name === 'ArrayExpression' ? elementsIn(pair) : [];
    const key = !isSpread && first && !first.isSpread ? onlyValue(read(first.node)) : UNKNOWN;
    const worth = second && !second.isSpread ? read(second.node) : undefined;
    if (key === UNKNOWN || !isPrimitive(key) || entries.size >= MOST_ENTRIES) {
      isOpen = true;
      forgetValues(entries);
    } else entries.set(key, worth ?? UNKNOWABLE);
  }
  return { kind: 'map', entries, isOpen };
}

/** A value of which nothing is known. */
const UNKNOWABLE: Value = { cases: new Map(), rest: -1n };

function objectOf(source: KeyedSource, node: SyntaxNode, read: ReadConstant): Collection {
  const entries = new Map<Primitive, Value>();
  let isOpen = false;
  for (let child = firstChild(node); child; child = nextSibling(child)) {
    if (child.name !== 'Property') continue;
    const key = firstChild(child);
    const colon = key && nextSibling(key);
    const value = colon?.name === ':' ? nextSibling(colon) : null;
    const name = key && nameOf(source, key);
    if (name === undefined || name === '__proto__' || entries.size >= MOST_ENTRIES) {
      isOpen = true;
      forgetValues(entries);
    } else entries.set(name, (value && read(value)) ?? UNKNOWABLE);
  }
  return { kind: 'object', entries, isOpen };
}

/** What comes behind may have the same keys. */
function forgetValues(entries: Map<Primitive, Value>): void {
  for (const key of entries.keys()) entries.set(key, UNKNOWABLE);
}

function nameOf(source: KeyedSource, key: SyntaxNode): string | undefined {
  if (isLiteral(key)) {
    const { value } = readValue(source, key, key.from);
    return value.kind === 'text' ? value.text : undefined;
  }
  return key.name === 'PropertyDefinition' || key.name === 'PropertyName'
    ? readIdentifier(source, key)?.name
    : undefined;
}

function elementsIn(list: SyntaxNode): { node: SyntaxNode; isSpread: boolean }[] {
  const elements: { node: SyntaxNode; isSpread: boolean }[] = [];
  let isSpread = false;
  for (let child = firstChild(list); child; child = nextSibling(child)) {
    if (child.name === 'Spread') isSpread = true;
    else if (child.name === ',') isSpread = false;
    else if (child.name !== '[' && child.name !== ']') elements.push({ node: child, isSpread });
  }
  return elements;
}

import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { fieldOf } from '../../syntax/typescript/comparisons';
import {
  firstChild,
  isLiteral,
  isMissing,
  nextSibling,
  readIdentifier,
  readValue,
  type StateName,
  unwrap,
} from '../../syntax/typescript/nodes';
import type { Written } from '../../syntax/typescript/strings';
import type { Range } from '../../text/range';
import { methodOf } from './lookups';
import { elementsOf } from './typed-literals';

type Kind = 'array' | 'set' | 'map' | 'object';

/** What says that a state is looked up in something of the kind, and not that something else is done. */
const ACCESSES: Readonly<Record<Kind, ReadonlySet<string>>> = {
  array: new Set(['includes', 'indexOf', 'lastIndexOf', 'each']),
  set: new Set(['has']),
  map: new Set(['has', 'get']),
  object: new Set(['[]', 'in', 'hasOwn', 'hasOwnProperty']),
};

/** Words for what no state fits. */
const FALLBACK = /^(?:_+|\*|default|unknown|other|others|fallback|none|null|undefined|all|any)$/i;

/** Literals in which something is looked up: the elements of an array or set, or the keys of a map or object. */
export interface Container {
  readonly kind: Kind;
  /** The array or object. */
  readonly node: SyntaxNode;
}

/** The container that an expression makes, if its literals are at hand. */
export function containerOf(source: KeyedSource, expression: SyntaxNode): Container | undefined {
  const node = unwrap(expression);
  switch (node.name) {
    case 'ArrayExpression':
      return { kind: 'array', node };
    case 'ObjectExpression':
      return { kind: 'object', node };
    case 'NewExpression': {
      const kind = constructed(source, node);
      const argument = firstArgument(node);
      const list = argument && unwrap(argument);
      return kind && list?.name === 'ArrayExpression' ? { kind, node: list } : undefined;
    }
    case 'CallExpression': {
      const argument = methodOf(source, node) === 'freeze' ? firstArgument(node) : null;
      return argument ? containerOf(source, argument) : undefined;
    }
  }
  return undefined;
}

/** Whether such an access looks a state up in the container. */
export function canLookUp({ kind }: Container, access: string): boolean {
  return ACCESSES[kind].has(access);
}

/**
 * The records of the literals of a container that a state is looked up in.
 * @param spare words that are looked up where there is no state
 */
export function recordsOf(
  source: KeyedSource,
  container: Container,
  name: StateName,
  spare: ReadonlySet<string>,
  whole: SyntaxNode,
  group: number,
): StateRecord[] {
  const range = { start: whole.from, end: whole.to };
  if (container.kind === 'array' || container.kind === 'set') {
    return elementsOf(container.node).flatMap((element): StateRecord[] => {
      const written = isMissing(element) ? undefined : readValue(source, element, element.from);
      if (written?.value.kind !== 'text') return [];
      return [{ kind: 'code', range, fields: [fieldOf(name, written)], group, member: true }];
    });
  }
  const words =
    container.kind === 'map' ? firstOfPairs(source, container) : keysOf(source, container.node);
  const isSpare = ({ value }: Written) =>
    value.kind !== 'text' || spare.has(value.text) || FALLBACK.test(value.text);
  return looseRecords(
    words.filter((word) => !isSpare(word)),
    name,
    range,
    group,
  );
}

/** Records of words that may be the code's own: only those next to states that are nearly states are checked. */
export function looseRecords(
  words: readonly Written[],
  name: StateName,
  range: Range,
  group: number,
): StateRecord[] {
  return words.map((written) => ({
    kind: 'code',
    range,
    fields: [fieldOf(name, written)],
    group,
    member: true,
    loose: true,
  }));
}

function constructed(source: KeyedSource, node: SyntaxNode): 'set' | 'map' | undefined {
  const generic = node.getChild('InstantiationExpression');
  const named = (generic ?? node).getChild('VariableName');
  switch (named && source.read(named.from, Math.min(named.to, named.from + 4))) {
    case 'Set':
      return 'set';
    case 'Map':
      return 'map';
  }
  return undefined;
}

function firstArgument(node: SyntaxNode): SyntaxNode | null {
  const parenthesis = node.getChild('ArgList')?.firstChild;
  return parenthesis ? nextSibling(parenthesis) : null;
}

function firstOfPairs(source: KeyedSource, { node }: Container): Written[] {
  return elementsOf(node).flatMap((element) => {
    const pair = unwrap(element);
    const [first] = pair.name === 'ArrayExpression' ? elementsOf(pair) : [];
    return first ? [readValue(source, first, first.from)] : [];
  });
}

/** The keys of an object, except for those that are names of variables or computed. */
export function keysOf(source: KeyedSource, node: SyntaxNode): Written[] {
  return node.getChildren('Property').flatMap((property): Written[] => {
    const key = firstChild(property);
    if (!key || !nextSibling(key)) return [];
    if (isLiteral(key)) return [readValue(source, key, key.from)];
    if (key.name !== 'PropertyDefinition') return [];
    const name = readIdentifier(source, key);
    if (!name) return [];
    const value = { kind: 'text' as const, text: name.name };
    return [{ inner: name.range, outer: name.range, quote: '', value }];
  });
}

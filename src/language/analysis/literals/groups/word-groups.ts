import type { SyntaxNode } from '@lezer/common';
import type { Field, LetterCase } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import {
  firstChild,
  isLiteral,
  nextSibling,
  readValue,
  unwrap,
} from '../../../syntax/typescript/nodes';
import type { Written } from '../../../syntax/typescript/strings';
import type { Range } from '../../../text/range';
import { keysOf } from '../../expressions/containers';
import { methodOf } from '../../expressions/lookups';
import { elementsOf } from '../../expressions/typed-literals';
import { fieldOfHolder, nameOfHolder } from './group-names';
import { isLookedUp } from './state-paths';

/** Literals that stand together, so that each says what the others are. */
export interface WordGroup {
  readonly words: readonly Written[];
  /** What they stand in; each in itself where absent. */
  readonly range?: Range;
  /** The field that what they stand in is named after. */
  readonly named?: Field | undefined;
  /** Set where they may stand together for another reason than that they are of one kind. */
  readonly isLoose?: true;
  /**
   * Set where a single word, or none yet, can be one of a state by the name of what it is given to, as a word or in a
   * list: `checkStatus(['active'], server)`, `waitForStatus(server, 'ACTIVE')`, `server.state === 'ACTIVE'`.
   */
  readonly place?: 'list' | 'word' | undefined;
  /** The case that code gives to what they are compared with. */
  readonly letterCase?: LetterCase | undefined;
  /** Set where what they stand in is named after a status: `checkStatus`, `ableStatus`. */
  readonly isStatus?: boolean;
}

/** Longer lists are data, not a choice of states. */
const MOST_WORDS = 400;
const LONGEST_NAME = 40;
/** Functions that keep a state of the program's own. */
const KEEPS_STATE = /(?:^|\.)(?:use|set|get|push|replace)state$/i;
/** Names and calls that make a literal a type: `z.literal('active')`. */
const LITERAL_METHOD = 'literal';

/** The groups of words that a node is, or has in it. */
export function wordGroupsAt(source: KeyedSource, node: SyntaxNode): readonly WordGroup[] {
  switch (node.name) {
    case 'ArrayExpression':
      return groupsOfArray(source, node);
    case 'ObjectExpression':
      return groupsOfObject(source, node);
    case 'SwitchStatement':
      return [groupOf(casesOf(source, node), node)];
    case 'EnumBody':
      return [named(source, groupOf(valuesOfEnum(source, node), node), node)];
    case 'UnionType':
      return [named(source, groupOf(partsOfUnion(source, node), node), node)];
    case 'ArgList':
      return [groupOfArguments(source, node)];
  }
  return [];
}

function groupOf(words: readonly Written[], { from, to }: SyntaxNode): WordGroup {
  return { words, range: { start: from, end: to } };
}

function named(source: KeyedSource, group: WordGroup, node: SyntaxNode): WordGroup {
  return group.words.length === 0 ? group : { ...group, named: fieldOfHolder(source, node) };
}

/** The elements of an array; of an array of pairs the first of each, and of one of objects what has the same key. */
function groupsOfArray(source: KeyedSource, node: SyntaxNode): WordGroup[] {
  const elements = elementsOf(node);
  if (elements.length > MOST_WORDS) return [];
  const words = literalsAmong(source, elements);
  const checked = givenTo(source, node);
  const isStatus = /status/i.test(checked ?? nameOfHolder(source, node) ?? '');
  const isChecked = (words.length === 1 && isCheck(checked)) || isLookedUp(source, node);
  const place = isChecked ? ('list' as const) : undefined;
  const own = { ...named(source, groupOf(words, node), node), isStatus, place };
  const groups: WordGroup[] = words.length > 0 ? [own] : [];
  const arrays = elements.map(unwrap).filter(({ name }) => name === 'ArrayExpression');
  if (arrays.length > 1) {
    const firsts = arrays.flatMap((array) => elementsOf(array).slice(0, 1));
    groups.push(named(source, groupOf(literalsAmong(source, firsts), node), node));
  }
  const objects = elements.map(unwrap).filter(({ name }) => name === 'ObjectExpression');
  if (objects.length > 1) groups.push(...groupsByKey(source, objects, node));
  return groups;
}

function groupOfArguments(source: KeyedSource, node: SyntaxNode): WordGroup {
  const group = groupOf(literalsAmong(source, elementsOf(node)), node);
  const isOne = group.words.length > 0 && isCheck(calleeOf(source, node));
  return { ...group, isLoose: true, place: isOne ? 'word' : undefined };
}

/** Whether a function is likely given states, by the end of its name. */
function isCheck(name: string | undefined): boolean {
  return name !== undefined && /stat(?:e|us)/i.test(name) && !KEEPS_STATE.test(name);
}

/** The end of the name of the function that an array is given to. */
function givenTo(source: KeyedSource, node: SyntaxNode): string | undefined {
  return node.parent?.name === 'ArgList' ? calleeOf(source, node.parent) : undefined;
}

/** The end of the name of the function that arguments are given to. */
function calleeOf(source: KeyedSource, list: SyntaxNode): string | undefined {
  const call = list.parent;
  const callee = call?.name === 'CallExpression' ? firstChild(call) : null;
  return callee
    ? source.read(Math.max(callee.from, callee.to - LONGEST_NAME), callee.to)
    : undefined;
}

/** The literals that several objects have under the same key: `[{ value: 'ACTIVE' }, { value: 'SHUTOFF' }]`. */
function groupsByKey(
  source: KeyedSource,
  objects: readonly SyntaxNode[],
  whole: SyntaxNode,
): WordGroup[] {
  const byKey = new Map<string, Written[]>();
  for (const object of objects) {
    const properties = object.getChildren('Property').slice(0, MOST_WORDS);
    for (const property of properties) {
      const key = firstChild(property);
      const value = key && propertyValue(property);
      if (!value || !isLiteral(value)) continue;
      const name = source.read(key.from, Math.min(key.to, key.from + MOST_WORDS));
      const words = byKey.get(name) ?? [];
      byKey.set(name, words);
      words.push(readValue(source, value, value.from));
    }
  }
  return [...byKey.values()]
    .filter((words) => words.length > 1)
    .map((words) => groupOf(words, whole));
}

/** The keys of an object, and its values where they are literals. */
function groupsOfObject(source: KeyedSource, node: SyntaxNode): WordGroup[] {
  const properties = node.getChildren('Property');
  if (properties.length === 0 || properties.length > MOST_WORDS) return [];
  const values = properties.flatMap((property) => propertyValue(property) ?? []);
  const keys = named(source, groupOf(keysOf(source, node), node), node);
  const words = literalsAmong(source, values);
  if (words.length === 0) return [keys];
  return [keys, { ...keys, words }];
}

/** The value of a property, without what is around it. */
function propertyValue(property: SyntaxNode): SyntaxNode | undefined {
  const key = firstChild(property);
  const colon = key && nextSibling(key);
  const value = colon?.name === ':' ? nextSibling(colon) : null;
  return value ? unwrap(value) : undefined;
}

function casesOf(source: KeyedSource, node: SyntaxNode): Written[] {
  const labels = node.getChild('SwitchBody')?.getChildren('CaseLabel') ?? [];
  return literalsAmong(
    source,
    labels.flatMap((label) => {
      const keyword = firstChild(label);
      return (keyword && nextSibling(keyword)) ?? [];
    }),
  );
}

function valuesOfEnum(source: KeyedSource, body: SyntaxNode): Written[] {
  return literalsAmong(
    source,
    body.getChildren('Equals').flatMap((equals) => nextSibling(equals) ?? []),
  );
}

/** The literals of a union, those of unions within it included; none for a union that is within another. */
function partsOfUnion(source: KeyedSource, node: SyntaxNode): Written[] {
  if (isWithinUnion(node)) return [];
  const parts: SyntaxNode[] = [];
  const open = [node];
  for (let next = open.pop(); next && parts.length <= MOST_WORDS; next = open.pop()) {
    const core = unwrap(next);
    if (core.name !== 'UnionType') parts.push(core);
    else {
      for (let child = firstChild(core); child; child = nextSibling(child)) {
        if (child.name !== 'LogicOp') open.push(child);
      }
    }
  }
  return literalsAmong(source, parts.reverse());
}

function isWithinUnion({ parent }: SyntaxNode): boolean {
  if (parent?.name === 'UnionType') return true;
  return parent?.name === 'ParenthesizedType' && parent.parent?.name === 'UnionType';
}

/** Those of some expressions that are literals, or schemas of one. */
function literalsAmong(source: KeyedSource, nodes: readonly SyntaxNode[]): Written[] {
  if (nodes.length > MOST_WORDS) return [];
  return nodes.flatMap((node) => {
    const core = unwrap(node);
    if (isLiteral(core)) return [readValue(source, core, core.from)];
    const literal = core.name === 'CallExpression' ? literalOfSchema(source, core) : undefined;
    return literal ? [readValue(source, literal, literal.from)] : [];
  });
}

/** The literal of `z.literal('active')`. */
function literalOfSchema(source: KeyedSource, call: SyntaxNode): SyntaxNode | undefined {
  if (methodOf(source, call) !== LITERAL_METHOD) return undefined;
  const parenthesis = call.getChild('ArgList')?.firstChild;
  const argument = parenthesis && nextSibling(parenthesis);
  return argument && isLiteral(argument) ? argument : undefined;
}

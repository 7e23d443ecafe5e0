import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import {
  firstChild,
  isMissing,
  nextSibling,
  readValue,
  unwrap,
} from '../../syntax/typescript/nodes';
import type { Written } from '../../syntax/typescript/strings';
import type { Range } from '../../text/range';
import { containerOf } from '../expressions/containers';
import { type Names, readSubject, type Subject } from '../expressions/paths';

const EQUALITY = new Set(['===', '!==', '==', '!=']);

/** The ways to ask for no step. They differ in what they let through, so two of them are no contradiction. */
export type Absence = 'null' | 'undefined' | 'nullish' | 'empty' | 'listed' | 'falsy';

/** A value that a state is compared with; `null` for no step, undefined for what is no literal. */
export interface Compared {
  readonly value: string | null | undefined;
  readonly written: Written;
  readonly absence?: Absence;
}

/** The smallest condition on a state: a comparison, a lookup in a list of literals, or the bare state. */
export interface Atom {
  readonly kind: 'equal' | 'listed' | 'truthy';
  readonly subject: Subject;
  readonly range: Range;
  /** Whether it holds where the comparison does not. */
  readonly negated: boolean;
  readonly compared: readonly Compared[];
}

/** The condition that an expression is, if it is one on a single state. */
export function readAtom(source: KeyedSource, node: SyntaxNode, names: Names): Atom | undefined {
  const range = { start: node.from, end: node.to };
  if (node.name === 'BinaryExpression') return readEquality(source, node, names);
  if (node.name === 'CallExpression') return readLookup(source, node, names);
  const subject = readSubject(source, node, names);
  if (subject?.name.field !== 'task_state') return undefined;
  return { kind: 'truthy', subject, range, negated: false, compared: [] };
}

/** The value of a `case`, compared strictly. */
export function readCompared(source: KeyedSource, node: SyntaxNode, loose: boolean): Compared {
  const written = readValue(source, node, node.from);
  const { value } = written;
  if (value.kind === 'text' && value.text !== '') return { value: value.text, written };
  if (value.kind === 'text') return { value: null, written, absence: 'empty' };
  if (value.kind !== 'null') return { value: undefined, written };
  if (loose) return { value: null, written, absence: 'nullish' };
  return { value: null, written, absence: unwrap(node).name === 'null' ? 'null' : 'undefined' };
}

function readEquality(source: KeyedSource, node: SyntaxNode, names: Names): Atom | undefined {
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  const right = operator && nextSibling(operator);
  if (!right || operator.name !== 'CompareOp' || isMissing(right)) return undefined;
  const sign = source.read(operator.from, Math.min(operator.to, operator.from + 4));
  if (!EQUALITY.has(sign)) return undefined;
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const subject = readSubject(source, side, names);
    if (!subject) continue;
    const compared = readCompared(source, other, sign.length === 2);
    const range = { start: node.from, end: node.to };
    return { kind: 'equal', subject, range, negated: sign[0] === '!', compared: [compared] };
  }
  return undefined;
}

/** `['active', 'error'].includes(state)` and `new Set(['active', 'error']).has(state)` */
function readLookup(source: KeyedSource, node: SyntaxNode, names: Names): Atom | undefined {
  const callee = firstChild(node);
  const list = callee?.name === 'MemberExpression' ? firstChild(callee) : null;
  const method = callee?.lastChild;
  if (!list || method?.name !== 'PropertyName') return undefined;
  const looking = source.read(method.from, Math.min(method.to, method.from + 9));
  if (looking !== 'includes' && looking !== 'has') return undefined;
  const elements = elementsAt(source, list, looking === 'has');
  const parenthesis = node.getChild('ArgList')?.firstChild;
  const argument = parenthesis && nextSibling(parenthesis);
  if (!elements || !argument) return undefined;
  if (nextSibling(argument)?.name !== ')') return undefined;
  const subject = readSubject(source, argument, names);
  if (!subject) return undefined;
  const compared = readElements(source, elements);
  return {
    kind: 'listed',
    subject,
    range: { start: node.from, end: node.to },
    negated: false,
    compared,
  };
}

/** The array that is looked into, or that the set begins with that is. */
function elementsAt(
  source: KeyedSource,
  wrapped: SyntaxNode,
  isSet: boolean,
): SyntaxNode | undefined {
  const list = unwrap(wrapped);
  if (list.name !== (isSet ? 'NewExpression' : 'ArrayExpression')) return undefined;
  const container = containerOf(source, list);
  return container?.kind === (isSet ? 'set' : 'array') ? container.node : undefined;
}

function readElements(source: KeyedSource, list: SyntaxNode): Compared[] {
  const compared: Compared[] = [];
  for (let element = firstChild(list); element; element = nextSibling(element)) {
    if (element.name === '[' || element.name === ']' || element.name === ',') continue;
    const one = readCompared(source, element, false);
    compared.push(one.absence === 'null' ? { ...one, absence: 'listed' } : one);
  }
  return compared;
}

import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import {
  EQUALITY,
  firstChild,
  isMissing,
  nextSibling,
  readValue,
  unwrap,
} from '../../syntax/typescript/nodes';
import type { Written } from '../../syntax/typescript/strings';
import { containerOf } from './containers';
import type { Subject } from './paths';

/** The state that an expression reads, if it reads one. */
export type SubjectReader = (node: SyntaxNode) => Subject | undefined;

/** A value that a state is compared with; `null` for no task, undefined for what is no literal. */
export interface Compared {
  readonly value: string | null | undefined;
  readonly written: Written;
}

/** A comparison of a state with literals. */
export interface Predicate {
  readonly kind: 'equal' | 'listed';
  readonly subject: Subject;
  readonly compared: readonly Compared[];
  /** Whether the state is read by a name that holds it. */
  readonly isNamed: boolean;
  /** Whether null and undefined are one to it. */
  readonly isLoose: boolean;
}

/** The comparison that an expression is, if it is one of a single state. */
export function readPredicate(
  source: KeyedSource,
  node: SyntaxNode,
  subjectOf: SubjectReader,
): Predicate | undefined {
  if (node.name === 'BinaryExpression') return readEquality(source, node, subjectOf);
  if (node.name === 'CallExpression') return readLookup(source, node, subjectOf);
  return undefined;
}

/** The literal of a `case`, or of one side of a comparison. */
export function readCompared(source: KeyedSource, node: SyntaxNode): Compared {
  const written = readValue(source, node, node.from);
  const { value } = written;
  if (value.kind === 'text') return { value: value.text || null, written };
  return { value: value.kind === 'null' ? null : undefined, written };
}

function readEquality(
  source: KeyedSource,
  node: SyntaxNode,
  subjectOf: SubjectReader,
): Predicate | undefined {
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
    const subject = subjectOf(side);
    if (!subject) continue;
    const compared = [readCompared(source, other)];
    const isNamed = unwrap(side).name === 'VariableName';
    return { kind: 'equal', subject, compared, isNamed, isLoose: sign.length === 2 };
  }
  return undefined;
}

/** `['active', 'error'].includes(state)` and `new Set(['active', 'error']).has(state)` */
function readLookup(
  source: KeyedSource,
  node: SyntaxNode,
  subjectOf: SubjectReader,
): Predicate | undefined {
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
  const subject = subjectOf(argument);
  if (!subject) return undefined;
  const compared = readElements(source, elements);
  const isNamed = unwrap(argument).name === 'VariableName';
  return { kind: 'listed', subject, compared, isNamed, isLoose: false };
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
    compared.push(readCompared(source, element));
  }
  return compared;
}

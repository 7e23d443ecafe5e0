import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import {
  EQUALITY,
  firstChild,
  isLiteral,
  nextSibling,
  readIdentifier,
  readValue,
  type StateName,
  unwrap,
} from '../../syntax/typescript/nodes';
import { memberSubject } from './paths';
import { childrenOf } from './walk';

const BY_METHOD = new Set(['includes', 'indexOf', 'lastIndexOf', 'has', 'get', 'hasOwnProperty']);
/** Methods that hold each element against what a function of one expression compares it with. */
const BY_ELEMENT = new Set(['some', 'find', 'findIndex', 'every']);

const HOLDERS = new Set([
  'ArgList',
  'ArrowFunction',
  'MemberExpression',
  'BinaryExpression',
  'ParenthesizedExpression',
  'PostfixExpression',
]);
const COMPARISON_HOLDERS = new Set(['ArrowFunction', 'ParenthesizedExpression']);

/** Where a state is looked up in something. */
export interface Lookup {
  readonly name: StateName;
  /** What it is looked up in, without parentheses. */
  readonly container: SyntaxNode;
  /** The method that looks, or `[]`, `in`, `hasOwn` or `each`. */
  readonly access: string;
  /** What is looked up where there is no state: `LABELS[server.task_state ?? 'idle']`. */
  readonly spare?: string;
  readonly whole: SyntaxNode;
}

/** A state of something as it is handed on, with what stands for it where there is none. */
export interface Handed {
  readonly name: StateName;
  /** The outermost expression that has the state for its value. */
  readonly node: SyntaxNode;
  readonly spare?: string;
}

/** The state that is read where a node is the name of a member. */
export function handedState(source: KeyedSource, named: SyntaxNode): Handed | undefined {
  const member = named.parent;
  if (!member || !canBeHanded(member)) return undefined;
  const name = member.name === 'MemberExpression' ? memberSubject(source, member)?.name : null;
  if (!name || name.field === 'status' || name.range.end > named.to) return undefined;
  // A literal that is the object's, not the member's.
  if (name.range.start < named.from) return undefined;
  const node = outermost(member);
  const arrow = node.parent;
  // What is asked for again and again: `waitFor(() => server.vm_state, 'active')`.
  if (arrow?.name === 'ArrowFunction') {
    const isArgument = arrow.parent?.name === 'ArgList' && arrow.to === node.to;
    return isArgument ? { name, node: arrow } : undefined;
  }
  const choice = node.parent;
  const operator = choice?.name === 'BinaryExpression' ? nextSibling(node) : null;
  if (!choice || operator?.name !== 'LogicOp') return { name, node };
  const sign = source.read(operator.from, operator.to);
  const other = nextSibling(operator);
  const { value } = readValue(source, other, operator.to);
  if ((sign !== '??' && sign !== '||') || value.kind !== 'text') return { name, node };
  return { name, node: outermost(choice), spare: value.text };
}

/** Whether what is around a state is more than a mere comparison, which most are in and which others read. */
function canBeHanded(member: SyntaxNode): boolean {
  const holder = member.parent;
  if (!holder || !HOLDERS.has(holder.name)) return false;
  if (holder.name !== 'BinaryExpression') return true;
  const operator = member.nextSibling ?? member.prevSibling;
  return operator?.name !== 'CompareOp' || COMPARISON_HOLDERS.has(holder.parent?.name ?? '');
}

/** The lookup that a state is handed to, if it is one. */
export function lookupOf(source: KeyedSource, { node, ...handed }: Handed): Lookup | undefined {
  const holder = node.parent;
  const made = (container: SyntaxNode | null | undefined, access: string, whole: SyntaxNode) =>
    container ? { ...handed, container: unwrap(container), access, whole } : undefined;
  switch (holder?.name) {
    case 'MemberExpression': {
      const object = firstChild(holder);
      const isIndex = holder.lastChild?.name === ']' && object?.from !== node.from;
      return isIndex ? made(object, '[]', holder) : undefined;
    }
    case 'BinaryExpression': {
      const operator = nextSibling(node);
      if (operator?.name === 'in') return made(nextSibling(operator), 'in', holder);
      const call = elementwise(source, holder, node);
      return call && made(objectOf(call), 'each', call);
    }
    case 'ArgList': {
      const call = holder.parent;
      const method = call && methodOf(source, call);
      if (!method) return undefined;
      const [first, , second] = childrenOf(holder).slice(1);
      const object = objectOf(call);
      if (method === 'hasOwn' && object && isNamed(source, object, 'Object')) {
        return second && isSame(second, node) ? made(first, method, call) : undefined;
      }
      const isFirst = first !== undefined && isSame(first, node);
      return isFirst && BY_METHOD.has(method) ? made(object, method, call) : undefined;
    }
  }
  return undefined;
}

/** The name of the method that a call is one of; undefined for other calls. */
export function methodOf(source: KeyedSource, call: SyntaxNode): string | undefined {
  const callee = call.name === 'CallExpression' ? firstChild(call) : null;
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
  if (method?.name !== 'PropertyName') return undefined;
  return readIdentifier(source, method)?.name;
}

function objectOf(call: SyntaxNode): SyntaxNode | null {
  const callee = firstChild(call);
  return callee && firstChild(callee);
}

function isNamed(source: KeyedSource, node: SyntaxNode, name: string): boolean {
  if (node.name !== 'VariableName' || node.to - node.from !== name.length) return false;
  return source.read(node.from, node.to) === name;
}

/** The call of `list.some((each) => each === state)` whose comparison this is. */
function elementwise(
  source: KeyedSource,
  comparison: SyntaxNode,
  state: SyntaxNode,
): SyntaxNode | undefined {
  const [left, operator, right] = childrenOf(comparison);
  if (!left || !right || operator?.name !== 'CompareOp') return undefined;
  if (!EQUALITY.has(source.read(operator.from, operator.to))) return undefined;
  const other = unwrap(isSame(left, state) ? right : left);
  const arrow = outermost(comparison).parent;
  const parameters = arrow?.name === 'ArrowFunction' ? arrow.getChild('ParamList') : null;
  const [parameter, ...more] = parameters?.getChildren('VariableDefinition') ?? [];
  if (!parameter || more.length > 0 || other.name !== 'VariableName') return undefined;
  if (!isNamed(source, other, source.read(parameter.from, parameter.to))) return undefined;
  const list = arrow?.parent;
  const call = list?.name === 'ArgList' ? list.parent : null;
  const method = call && methodOf(source, call);
  return method && BY_ELEMENT.has(method) ? call : undefined;
}

/** The expression with the parentheses, casts and assertions that are around it. */
function outermost(node: SyntaxNode): SyntaxNode {
  const core = unwrap(node);
  let outer = node;
  for (let next = node.parent; next && isSame(unwrap(next), core); next = next.parent) outer = next;
  return outer;
}

function isSame(one: SyntaxNode, other: SyntaxNode): boolean {
  return one.from === other.from && one.to === other.to && one.name === other.name;
}

/** The member of a fixed name that is read of an object: `unknown` of `LABELS.unknown`. */
export function fixedMember(source: KeyedSource, object: SyntaxNode): string | undefined {
  const member = object.parent;
  if (member?.name !== 'MemberExpression' || member.firstChild?.from !== object.from) {
    return undefined;
  }
  const use = member.parent?.name;
  if (use === 'AssignmentExpression' && isSame(member.parent?.firstChild ?? object, member)) {
    return undefined;
  }
  if (use === 'PostfixExpression' || use === 'UnaryExpression') return undefined;
  const last = member.lastChild;
  const named = last?.name === ']' ? last.prevSibling : last;
  if (named?.name === 'PropertyName') return readIdentifier(source, named)?.name;
  if (!named || !isLiteral(named)) return undefined;
  const { value } = readValue(source, named, named.from);
  return value.kind === 'text' ? value.text : undefined;
}

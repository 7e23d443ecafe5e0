import type { SyntaxNode } from '@lezer/common';
import type { Field } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import {
  firstChild,
  isLiteral,
  nextSibling,
  readStateName,
  unwrap,
} from '../../../syntax/typescript/nodes';
import { memberName, memberSubject, partsOf } from '../../expressions/paths';
import { childrenOf } from '../../expressions/walk';
import { assignedBits } from '../domain/assigned-fields';

/** Functions that write members of what they are given first. */
const WRITERS =
  /^(?:Object\.(?:definePropert(?:y|ies)|setPrototypeOf)|Reflect\.(?:set|deleteProperty|defineProperty)|(?:.*\.)?(?:assign|extend|merge))$/;
/** Functions that write a member if the second that they are given is its name. */
const SETTERS = /^(?:.*\.)?\$?set$/;
const LONGEST_CALLEE = 40;

/** What an expression or the head of a loop assigns to, if it does. */
export function targetOf(node: SyntaxNode): SyntaxNode | undefined {
  const first = firstChild(node);
  if (!first) return undefined;
  switch (node.name) {
    case 'AssignmentExpression':
      return first;
    case 'PostfixExpression':
      return node.getChild('ArithOp') ? first : undefined;
    case 'UnaryExpression': {
      const isChange =
        first.name === 'delete' || (first.name === 'ArithOp' && first.to - first.from === 2);
      return isChange ? (nextSibling(first) ?? undefined) : undefined;
    }
    case 'ForOfSpec':
    case 'ForInSpec': {
      const target = nextSibling(first);
      const declares = ['const', 'let', 'var', 'using'].includes(target?.name ?? '');
      return declares ? undefined : (target ?? undefined);
    }
    default:
      return undefined;
  }
}

/** The members and names that a target is made of: several, if it is a pattern. */
export function partsOfTarget(target: SyntaxNode): SyntaxNode[] {
  const core = unwrap(target);
  if (!/Pattern|^(?:Array|Object)Expression$|^Property$/.test(core.name)) return [core];
  return childrenOf(core).flatMap((child) => {
    const isPart = /Pattern|Expression$|^Property$|^Variable/.test(child.name);
    return isPart ? partsOfTarget(child) : [];
  });
}

/** The state fields that assigning to a member writes, a bit each. */
export function fieldsOfMember(source: KeyedSource, target: SyntaxNode): number {
  if (target.name !== 'MemberExpression') return 0;
  const named = memberName(target);
  if (!named) return 0;
  if (named.name === 'PropertyName' || isLiteral(named)) {
    const name = readStateName(source, named);
    return name ? assignedBits(name.field) : 0;
  }
  return named.name === 'Number' || named.name === 'PrivatePropertyName' ? 0 : assignedBits();
}

/** The state fields that a call writes into what it is given, a bit each. */
export function fieldsOfCall(source: KeyedSource, call: SyntaxNode): number {
  const callee = call.name === 'CallExpression' ? firstChild(call) : null;
  if (!callee || callee.to - callee.from > LONGEST_CALLEE) return 0;
  const name = source.read(callee.from, callee.to);
  const isSetter = SETTERS.test(name);
  if (!isSetter && !WRITERS.test(name)) return 0;
  const [, ...given] = childrenOf(call.getChild('ArgList') ?? call).filter(
    ({ name }) => name !== '(' && name !== ')' && name !== ',',
  );
  if (isSetter && !(given[0] && isLiteral(given[0]))) return 0;
  let bits = 0;
  for (const argument of given) {
    if (argument.name === 'Spread') return assignedBits();
    if (isLiteral(argument)) {
      const name = readStateName(source, argument);
      // `Reflect.set(server, 'task_state', value)`: what comes behind the key is no object of members.
      return name ? assignedBits(name.field) : 0;
    }
    if (argument.name !== 'ObjectExpression') return assignedBits();
    for (const property of argument.getChildren('Property')) {
      const key = firstChild(property);
      if (!key || key.name === 'Spread' || key.name === '[') return assignedBits();
      const name = readStateName(source, key);
      if (name) bits |= assignedBits(name.field);
    }
  }
  return bits;
}

/**
 * The state fields in which an object that code makes itself need not fit a row, a bit each: those that are written
 * over what is spread before, or that come from different places.
 */
export function fieldsOfObject(source: KeyedSource, object: SyntaxNode): number {
  const written: { field: Field; value: SyntaxNode | null }[] = [];
  let spreads = 0;
  for (const property of object.getChildren('Property')) {
    const key = firstChild(property);
    if (key?.name === 'Spread') spreads++;
    const name = key && !/^(?:Spread|\[)$/.test(key.name) ? readStateName(source, key) : undefined;
    if (name) written.push({ field: name.field, value: property.lastChild });
  }
  if (spreads > 1) return assignedBits();
  if (spreads === 0 && (written.length < 2 || isOfOne(source, written))) return 0;
  return written.reduce((bits, { field }) => bits | assignedBits(field), 0);
}

/** Whether states are all literals, or all read of the same server. */
function isOfOne(
  source: KeyedSource,
  written: readonly { field: Field; value: SyntaxNode | null }[],
): boolean {
  const isConstant = ({ value }: { value: SyntaxNode | null }) =>
    value !== null && (isLiteral(value) || value.name === 'null');
  if (written.every(isConstant)) return true;
  const receivers = new Set(
    written.map(({ field, value }) => {
      const subject = value && memberSubject(source, value);
      return subject?.name.field === field ? subject.receiver : undefined;
    }),
  );
  return receivers.size === 1 && !receivers.has(undefined);
}

/** The name through which a node assigns state fields: the first part of the path. */
export function ownerOf(source: KeyedSource, node: SyntaxNode): string | undefined {
  if (node.name === 'ObjectExpression') return undefined;
  const target = targetOf(node);
  const [, given] = childrenOf(node.getChild('ArgList') ?? node);
  const object = target
    ? partsOfTarget(target).find(({ name }) => name === 'MemberExpression')
    : given;
  return object && partsOf(source, object)?.[0];
}

/** The state fields that a node by itself assigns, a bit each. */
export function fieldsAssignedBy(source: KeyedSource, node: SyntaxNode): number {
  if (node.name === 'CallExpression') return fieldsOfCall(source, node);
  if (node.name === 'ObjectExpression') return fieldsOfObject(source, node);
  const target = targetOf(node);
  if (!target) return 0;
  return partsOfTarget(target).reduce((bits, part) => bits | fieldsOfMember(source, part), 0);
}

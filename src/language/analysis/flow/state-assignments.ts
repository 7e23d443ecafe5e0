import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import { firstChild, isLiteral, readStateName } from '../../syntax/typescript/nodes';
import { memberSubject, partsOf, readSubject } from '../expressions/paths';
import { childrenOf } from '../expressions/walk';

/** Functions that give an object members. */
const ASSIGNING =
  /^(?:Object\.(?:assign|definePropert(?:y|ies)|setPrototypeOf)|Reflect\.(?:set|defineProperty|deleteProperty))$/;
const LONGEST_CALLEE = 32;
/** Stands for what an assignment is to where that is no path. */
const ANYTHING = '';

/**
 * The name that the path of a server begins with to which a node assigns a state, so that its fields need no longer
 * fit each other: `server.task_state = …`, `delete server.status`, `Object.assign(server, …)`.
 * @param node an assignment, the head of a loop, an increment, a deletion or a call
 * @returns undefined for one that assigns no state
 */
export function rootOfAssignedState(source: KeyedSource, node: SyntaxNode): string | undefined {
  if (node.name === 'CallExpression') return rootOfCall(source, node);
  const target = childrenOf(node).find(({ name }) => name === 'MemberExpression');
  if (!target || !isState(source, target)) return undefined;
  return rootOf(source, target);
}

function rootOfCall(source: KeyedSource, node: SyntaxNode): string | undefined {
  const callee = firstChild(node);
  if (!callee || callee.to - callee.from > LONGEST_CALLEE) return undefined;
  if (!ASSIGNING.test(source.read(callee.from, callee.to))) return undefined;
  const list = node.getChild('ArgList');
  const [, target] = list ? childrenOf(list) : [];
  if (!target || target.name === 'ObjectExpression') return undefined;
  return rootOf(source, target);
}

/** Whether a member is a state, or may be: one by a name that is known only as the code runs. */
function isState(source: KeyedSource, member: SyntaxNode): boolean {
  const last = member.lastChild;
  if (last?.name !== ']') return last !== null && readStateName(source, last) !== undefined;
  const index = last.prevSibling;
  if (!index || index.name === 'Number') return false;
  if (isLiteral(index))
    return memberSubject(source, member) !== undefined || isStateKey(source, index);
  // What a state is the key of is no server.
  return readSubject(source, index, NO_NAMES) === undefined;
}

const NO_NAMES = new Map();

function isStateKey(source: KeyedSource, key: SyntaxNode): boolean {
  return readStateName(source, key) !== undefined;
}

function rootOf(source: KeyedSource, node: SyntaxNode): string {
  let object = node;
  for (
    let next: SyntaxNode | null = object;
    next?.name === 'MemberExpression';
    next = firstChild(next)
  ) {
    object = firstChild(next) ?? object;
  }
  return partsOf(source, object)?.[0] ?? ANYTHING;
}

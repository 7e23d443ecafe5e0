import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { isOtherThing, isStateName } from '../../../records/server-names';
import { withoutCase } from '../../../syntax/typescript/comparisons';
import { nextSibling } from '../../../syntax/typescript/nodes';
import { methodOf } from '../../expressions/lookups';
import { partsOf } from '../../expressions/paths';

const LOOKUPS = new Set(['includes', 'indexOf']);

/** Whether what a path leads to may be a server's state, by its name: `server.state`, `runtimeState`. */
export function isStatePath(parts: readonly string[]): boolean {
  const name = parts.at(-1) ?? '';
  const owner = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  return isStateName(name) && !isOtherThing(owner);
}

/** Whether a list is one that such a path is looked up in: `['ACTIVE'].includes(server.state)`. */
export function isLookedUp(source: KeyedSource, list: SyntaxNode): boolean {
  const member = list.parent?.name === 'MemberExpression' ? list.parent : null;
  const call = member?.parent;
  if (call?.name !== 'CallExpression' || !LOOKUPS.has(methodOf(source, call) ?? '')) return false;
  const parenthesis = call.getChild('ArgList')?.firstChild;
  const argument = parenthesis && nextSibling(parenthesis);
  const parts = argument ? partsOf(source, withoutCase(source, argument).core) : undefined;
  return parts !== undefined && isStatePath(parts);
}

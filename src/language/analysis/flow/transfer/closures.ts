import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../../../text/range';
import { bodyOf, childrenOf } from '../../expressions/walk';
import { narrowed, type State, versionOf, widened } from '../domain/state';
import type { WorldSet } from '../domain/worlds';
import { declareNames } from './declarations';
import type { Walker } from './walker';

/** What is known of the server that a function is given first, and by which condition. */
export interface Given {
  readonly worlds: WorldSet;
  readonly range: Range;
}

/**
 * Follows a function of one expression where it is written. It runs at another time: of servers nothing is known
 * then, of names that hold states all that was known here. Others are regions of their own.
 */
export function visitClosure(walker: Walker, node: SyntaxNode, state: State, given?: Given): void {
  const body = node.name === 'ArrowFunction' ? bodyOf(node) : null;
  if (!body || body.name === 'Block') return;
  walker.apart(() => {
    walker.visit(body, closureEntry(walker, node, state, given));
  });
}

/** What holds where the expression of a function begins, which runs at another time. */
export function closureEntry(walker: Walker, node: SyntaxNode, state: State, given?: Given): State {
  const later = widened(state, `${node.from}f`);
  const assigned = later.assigned | walker.context.paths.bindings.assignedFields;
  const inside = parametersDeclared(walker, node, { ...later, assigned });
  const parameter = node.getChild('ParamList')?.getChild('VariableDefinition');
  const path = given && parameter ? walker.context.paths.bindingOf(parameter)?.id : undefined;
  if (!given || path === undefined) return inside;
  const fact = { version: versionOf(inside, path), ...given, failed: false };
  return narrowed(inside, fact, walker.context.space.all) ?? inside;
}

/** What holds where the body of a function begins. */
export function parametersDeclared(walker: Walker, node: SyntaxNode, state: State): State {
  const list = node.getChild('ParamList');
  if (!list) return state;
  const defaults = childrenOf(list).filter(({ name }) => /Expression|Function$/.test(name));
  const after = walker.visitAll(defaults, state) ?? state;
  return declareNames(walker, node, after, list);
}

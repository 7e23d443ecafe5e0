import type { SyntaxNode } from '@lezer/common';
import { bodyOf, childrenOf } from '../../expressions/walk';
import { type State, widened } from '../domain/state';
import { declareNames, withGiven } from './declarations';
import type { Given, Walker } from './walker';

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
  return withGiven(walker, inside, path, given);
}

/** What holds where the body of a function begins. */
export function parametersDeclared(walker: Walker, node: SyntaxNode, state: State): State {
  const list = node.getChild('ParamList');
  if (!list) return state;
  const defaults = childrenOf(list).filter(({ name }) => /Expression|Function$/.test(name));
  const after = walker.visitAll(defaults, state) ?? state;
  return declareNames(walker, node, after, list);
}

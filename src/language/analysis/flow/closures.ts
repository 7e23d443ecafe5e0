import type { SyntaxNode } from '@lezer/common';
import { bodyOf, childrenOf } from '../expressions/walk';
import { declareNames } from './declarations';
import { type State, widened } from './state';
import type { Walker } from './walker';

/**
 * Follows a function of one expression where it is written. It runs at another time: of servers nothing is known
 * then, of names that hold states all that was known here. Others are regions of their own.
 */
export function visitClosure(walker: Walker, node: SyntaxNode, state: State): void {
  const body = node.name === 'ArrowFunction' ? bodyOf(node) : null;
  if (!body || body.name === 'Block') return;
  const { assignedFields } = walker.context.paths.bindings;
  const later = widened(state, `${node.from}f`);
  const entry = { ...later, assigned: later.assigned | assignedFields };
  walker.apart(() => {
    const inside = parametersDeclared(walker, node, entry);
    walker.visit(body, inside);
  });
}

/** What holds where the body of a function begins. */
export function parametersDeclared(walker: Walker, node: SyntaxNode, state: State): State {
  const list = node.getChild('ParamList');
  if (!list) return state;
  const defaults = childrenOf(list).filter(({ name }) => /Expression|Function$/.test(name));
  const after = walker.visitAll(defaults, state) ?? state;
  return declareNames(walker, node, after, list);
}

import type { SyntaxNode } from '@lezer/common';
import { firstChild, unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf, isFunction } from '../../expressions/walk';
import type { Reached, State } from '../domain/state';
import { fieldsOfCall } from '../names/assignments';
import { visitClosure } from './closures';
import { isHarmless } from './effects';
import { elementsGiven } from './elements';
import type { Walker } from './walker';

/** What holds behind a call: any server may have changed, unless the call is known to change none. */
export function visitCall(walker: Walker, node: SyntaxNode, state: State): Reached {
  const { context } = walker;
  const before = walker.changes;
  let now: Reached = state;
  let isQuiet = true;
  for (const child of partsOfCall(node)) {
    const from: State = now ?? walker.unreached(child, state.assigned);
    if (isFunction(unwrap(child))) {
      visitClosure(walker, unwrap(child), from, elementsGiven(walker, node, from));
      isQuiet &&= unwrap(child).lastChild?.name !== 'Block';
    } else {
      const after = walker.visit(child, from);
      now = now && after;
    }
  }
  if (now === null) return null;
  isQuiet &&= walker.changes === before;
  if (isHarmless(context, node, now, isQuiet)) return now;
  const fields = fieldsOfCall(context.source, node);
  return walker.widen(fields === 0 ? now : { ...now, assigned: now.assigned | fields }, node);
}

/** What is evaluated for a call, in order: the object of the method, and the arguments. */
function partsOfCall(node: SyntaxNode): SyntaxNode[] {
  const callee = firstChild(node);
  const list = node.getChild('ArgList');
  const given = list ? childrenOf(list) : [];
  const rest = childrenOf(node).filter(
    ({ from, name }) => from !== callee?.from && name !== 'ArgList',
  );
  const parts = [...(callee ? [callee] : []), ...rest, ...given];
  return parts.filter((part) => firstChild(part) !== null || part.name === 'VariableName');
}

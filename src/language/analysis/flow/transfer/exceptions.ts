import type { SyntaxNode } from '@lezer/common';
import { isFunction } from '../../expressions/walk';
import type { Reached, State } from '../domain/state';
import type { Walker } from './walker';

/** What holds behind a `try`. Where it ends in an exception, anything that held within may hold. */
export function followTry(walker: Walker, node: SyntaxNode, state: State): Reached {
  const catchClause = node.getChild('CatchClause');
  const last = node.getChild('FinallyClause')?.getChild('Block') ?? null;
  if (last) walker.finallyBlocks.push(last);
  const tried = covered(walker, node.getChild('Block'), state);
  const caught = catchClause && covered(walker, catchClause.getChild('Block'), tried.cover);
  if (last) walker.finallyBlocks.pop();
  const behind = walker.join(tried.behind, caught?.behind ?? null, node);
  if (!last) return behind;
  const any = [behind, tried.cover, caught?.cover ?? null].reduce((all, each) =>
    walker.join(all, each, last),
  );
  // A block that leaves by itself does so with whatever held before it.
  if (any && (walker.isObserved || leaves(last))) walker.follow(last, any);
  return behind && walker.silently(() => walker.follow(last, behind));
}

/** Whether there is a `break` or `continue` in a block. */
function leaves(block: SyntaxNode): boolean {
  let isFound = false;
  block.cursor().iterate((ref) => {
    isFound ||= ref.name === 'BreakStatement' || ref.name === 'ContinueStatement';
    return !isFound && !isFunction(ref);
  });
  return isFound;
}

/** What holds behind a block, and what may hold wherever something in it throws or leaves. */
function covered(
  walker: Walker,
  block: SyntaxNode | null,
  state: State,
): { behind: Reached; cover: State } {
  const depth = walker.covers.length;
  walker.covers.push(state);
  const behind = block ? walker.follow(block, state) : state;
  const cover = walker.covers[depth] ?? state;
  walker.covers.length = depth;
  return { behind, cover };
}

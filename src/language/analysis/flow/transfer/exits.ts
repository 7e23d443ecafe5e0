import type { SyntaxNode } from '@lezer/common';
import type { Reached, State } from '../domain/state';
import type { Target, Walker } from './walker';

/** Takes what holds at a `break` or `continue` to where it leads. */
export function leave(walker: Walker, node: SyntaxNode, state: State): void {
  const label = node.getChild('Label');
  const name = label
    ? walker.context.source.read(label.from, Math.min(label.to, label.from + 128))
    : undefined;
  const isBreak = node.name === 'BreakStatement';
  const isMeant = ({ labels, isLoop, isBreakable }: Target) => {
    if (name !== undefined) return labels.includes(name);
    return isBreak ? isBreakable : isLoop;
  };
  const target = walker.targets.findLast(isMeant);
  if (!target || state.isUnreached) return;
  const after = throughFinally(walker, state, target.finallyDepth);
  if (isBreak) target.breaks = walker.join(target.breaks, after, node);
  else target.continues = walker.join(target.continues, after, node);
}

/** What holds once the `finally` blocks between a place and where it leads have run. */
function throughFinally(walker: Walker, state: State, depth: number): Reached {
  const crossed = walker.finallyBlocks.splice(depth);
  let now: Reached = state;
  for (const block of [...crossed].reverse()) {
    now = now && walker.silently(() => now && walker.follow(block, now));
  }
  walker.finallyBlocks.push(...crossed);
  return now;
}

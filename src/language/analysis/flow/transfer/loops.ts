import type { SyntaxNode } from '@lezer/common';
import { firstChild, nextSibling, unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import { assignedBits } from '../domain/assigned-fields';
import { isSameState, type Reached, type State, withValue } from '../domain/state';
import { targetOf } from '../names/assignments';
import { assigned, visitTarget } from './assign';
import { branchOn } from './conditions';
import { declareNames, withGiven } from './declarations';
import type { Branches, Target, Walker } from './walker';

/** A loop that has not come to its fixed point by then is one in which nothing is known. */
const MOST_ROUNDS = 6;

/** The parts of a loop, as functions of what holds before them. */
interface Loop {
  readonly node: SyntaxNode;
  /** What decides whether there is another turn. */
  readonly test: (state: State) => Branches;
  readonly body: SyntaxNode | null;
  /** What runs between two turns. */
  readonly update?: (state: State) => Reached;
}

/** What holds behind a loop: its turns are followed until what holds at its head does not change any more. */
export function followLoop(
  walker: Walker,
  node: SyntaxNode,
  state: State,
  labels: readonly string[],
): Reached {
  switch (node.name) {
    case 'WhileStatement': {
      const head = node.getChild('ParenthesizedExpression');
      const test = testOf(walker, head);
      return fixedPoint(walker, { node, test, body: head && nextSibling(head) }, state, labels);
    }
    case 'DoStatement':
      return followDo(walker, node, state, labels);
    default:
      return followFor(walker, node, state, labels);
  }
}

function testOf(walker: Walker, head: SyntaxNode | null): (state: State) => Branches {
  return (state) => (head ? branchOn(walker, head, state) : { holds: state, fails: null });
}

function fixedPoint(walker: Walker, loop: Loop, entry: State, labels: readonly string[]): Reached {
  let head: State = entry;
  walker.silently(() => {
    for (let round = 0; ; round++) {
      const { again } = turn(walker, loop, head, labels);
      const next = walker.join(entry, again, loop.node);
      if (next === null || isSameState(next, head)) return;
      head =
        round < MOST_ROUNDS ? next : walker.widen({ ...next, assigned: assignedBits() }, loop.node);
      if (round > MOST_ROUNDS) return;
    }
  });
  return turn(walker, loop, head, labels).behind;
}

/** One turn of a loop: what holds at the head of the next, and behind the loop. */
function turn(
  walker: Walker,
  { node, test, body, update }: Loop,
  head: State,
  labels: readonly string[],
): { again: Reached; behind: Reached } {
  const { holds, fails } = test(head);
  const target = openTarget(walker, labels);
  const after = body ? walker.follow(body, holds ?? walker.unreached(body, head.assigned)) : holds;
  walker.targets.pop();
  const turned = walker.join(holds && after, target.continues, node);
  const again = turned && update ? update(turned) : turned;
  return {
    again: again && withoutNames(walker, node, again),
    behind: walker.join(fails, target.breaks, node),
  };
}

function followDo(
  walker: Walker,
  node: SyntaxNode,
  state: State,
  labels: readonly string[],
): Reached {
  const body = nextSibling(firstChild(node) ?? node);
  const head = node.getChild('ParenthesizedExpression');
  let behind: Reached = null;
  // The body runs before the test: a turn is the body, and the test comes between two.
  const loop: Loop = {
    node,
    test: (before) => ({ holds: before, fails: null }),
    body,
    update: (after) => {
      const { holds, fails } = testOf(walker, head)(after);
      behind = fails;
      return holds;
    },
  };
  const left = fixedPoint(walker, loop, state, labels);
  return walker.join(behind, left, node);
}

function followFor(
  walker: Walker,
  node: SyntaxNode,
  state: State,
  labels: readonly string[],
): Reached {
  const body = node.lastChild;
  const each = node.getChild('ForOfSpec') ?? node.getChild('ForInSpec');
  if (each) return followEach(walker, node, each, body, state, labels);
  const [start, test, update] = partsOfSpec(node.getChild('ForSpec'));
  const isDeclared = start?.name === 'VariableDeclaration';
  const entry = start ? walker[isDeclared ? 'follow' : 'visit'](start, state) : state;
  if (!entry) return null;
  const loop: Loop = {
    node,
    test: test
      ? (before) => branchOn(walker, test, before)
      : (before) => ({ holds: before, fails: null }),
    body,
    ...(update && { update: (after: State) => walker.visit(update, after) }),
  };
  return fixedPoint(walker, loop, entry, labels);
}

/** The beginning, test and update of `for (…; …; …)`, as far as they are there. */
function partsOfSpec(spec: SyntaxNode | null): (SyntaxNode | undefined)[] {
  const parts: (SyntaxNode | undefined)[] = [undefined, undefined, undefined];
  let index = 0;
  for (const child of spec ? childrenOf(spec) : []) {
    if (child.name === ';') index++;
    else if (child.name !== '(' && child.name !== ')') {
      parts[index] = child;
      if (child.name === 'VariableDeclaration') index++;
    }
  }
  return parts;
}

/** `for (const each of list)` and `for (const key in object)`. */
function followEach(
  walker: Walker,
  node: SyntaxNode,
  spec: SyntaxNode,
  body: SyntaxNode | null,
  state: State,
  labels: readonly string[],
): Reached {
  const keyword = spec.getChild('of') ?? spec.getChild('in');
  const list = keyword && nextSibling(keyword);
  const entry = list ? walker.visit(list, state) : state;
  if (!entry) return null;
  // What is iterated may run code of its own, unless it is a plain list.
  const name = spec.getChild('const') && spec.getChild('VariableDefinition');
  const path = name ? walker.context.paths.bindingOf(name)?.id : undefined;
  const given =
    list && path !== undefined ? walker.elementGiven(list, state, path, 'filter') : undefined;
  const runs =
    node.getChild('await') !== null ||
    (list !== null && !given && !/^(?:Array|Member|Variable)/.test(unwrap(list).name));
  const target = targetOf(spec);
  const test =
    (known: boolean) =>
    (head: State): Branches => {
      const turned = runs ? walker.widen(head, spec) : head;
      const pattern = target ?? childrenOf(spec).find(({ name }) => name.endsWith('Pattern'));
      const before = (pattern && visitTarget(walker, pattern, turned)) ?? turned;
      const each = target
        ? assigned(walker, target, before)
        : declareNames(walker, node, before, spec, walker.isSame(turned, before));
      const isGiven = known && given && path !== undefined;
      return { holds: isGiven ? withGiven(walker, each, path, given) : each, fails: turned };
    };
  const turns = (known: boolean) =>
    fixedPoint(walker, { node, test: test(known), body }, entry, labels);
  if (!given || path === undefined) return turns(false);
  // What was filtered stays as it was only if no turn changes it.
  const { changes } = walker;
  walker.silently(() => turns(false));
  return turns(walker.changes === changes);
}

/** Without the values of names that each turn declares again. */
function withoutNames(walker: Walker, node: SyntaxNode, state: State): State {
  const declared = walker.context.paths.bindings.declaredIn(node);
  return declared.reduce((now, { id }) => withValue(now, id, undefined), state);
}

function openTarget(walker: Walker, labels: readonly string[]): Target {
  const target: Target = {
    labels,
    isLoop: true,
    isBreakable: true,
    finallyDepth: walker.finallyBlocks.length,
    breaks: null,
    continues: null,
  };
  walker.targets.push(target);
  return target;
}

import type { SyntaxNode } from '@lezer/common';
import { unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import { failedSince, narrowed, type Reached, type State } from '../domain/state';
import { isTruthy, mapped, type Value, worldsWhere } from '../domain/values';
import { visitCall } from './calls';
import { logicOf } from './logic';
import { type Branches, rangeOf, type Walker } from './walker';

/** What a condition is for. */
export interface Purpose {
  /** Whether nothing but its truth matters; else a bare state stands for itself. */
  readonly isTested: boolean;
}

const TESTED: Purpose = { isTested: true };

/** Follows a condition that decides between two statements or expressions. */
export function branchOn(walker: Walker, node: SyntaxNode, state: State): Branches {
  const { holds, fails } = branch(walker, node, state, TESTED);
  return { holds, fails: failedSince(fails, state) };
}

/** The transfer function of a condition: what holds where it has come true, and where it has not. */
export function branch(
  walker: Walker,
  wrapped: SyntaxNode,
  state: State,
  purpose: Purpose,
): Branches {
  const node = unwrap(wrapped);
  return walker.context.budget.deeper(() => {
    const logic = logicOf(walker.context.source, node);
    switch (logic?.sign) {
      case '!':
        return negation(walker, node, logic.operands, state);
      case '&&':
        return conjunction(walker, node, logic.operands, state, purpose);
      case '||':
        return disjunction(walker, node, logic.operands, state, purpose);
      case '??':
        return fallback(walker, node, logic.operands, state, purpose);
    }
    if (node.name === 'ConditionalExpression') return choice(walker, node, state, purpose);
    if (node.name === 'SequenceExpression') return sequence(walker, node, state, purpose);
    return leaf(walker, node, state, purpose);
  });
}

function negation(
  walker: Walker,
  node: SyntaxNode,
  [operand]: readonly SyntaxNode[],
  state: State,
): Branches {
  if (!operand) return { holds: state, fails: state };
  const { reports } = walker;
  const { holds, fails } = branch(walker, operand, state, TESTED);
  if (fails === null && holds !== null && walker.reports === reports) {
    const value = walker.context.evaluate(node, state) ?? deciding(walker, operand, state);
    if (value) walker.passCondition({ node, value, state });
  }
  return { holds: fails, fails: holds };
}

/** The negation of the part of a condition that is always true, which makes the whole always true. */
function deciding(walker: Walker, wrapped: SyntaxNode, state: State): Value | undefined {
  const node = unwrap(wrapped);
  const operands = logicOf(walker.context.source, node)?.operands ?? [];
  for (const operand of operands) {
    const value = deciding(walker, operand, state);
    if (value) return value;
  }
  const value = operands.length === 0 ? walker.context.evaluate(node, state) : undefined;
  return value && split(walker, node, value, state, isTruthy).fails === null
    ? mapped(value, (each) => !each)
    : undefined;
}

function conjunction(
  walker: Walker,
  node: SyntaxNode,
  operands: readonly SyntaxNode[],
  state: State,
  { isTested }: Purpose,
): Branches {
  let holds: Reached = state;
  let fails: Reached = null;
  for (const [index, operand] of operands.entries()) {
    const isLast = index === operands.length - 1;
    const purpose = { isTested: isTested || !isLast };
    const from = holds ?? walker.unreached(operand, state.assigned);
    const after = branch(walker, operand, from, purpose);
    if (holds === null) continue;
    fails = walker.join(fails, after.fails, operand, rangeOf(node));
    holds = after.holds;
  }
  return { holds, fails };
}

function disjunction(
  walker: Walker,
  node: SyntaxNode,
  operands: readonly SyntaxNode[],
  state: State,
  purpose: Purpose,
): Branches {
  let holds: Reached = null;
  let fails: Reached = state;
  for (const operand of operands) {
    const from: State = failedSince(fails, state) ?? walker.unreached(operand, state.assigned);
    const after = branch(walker, operand, from, purpose);
    if (fails === null) continue;
    holds = walker.join(holds, after.holds, operand, rangeOf(node));
    fails = after.fails;
  }
  // To those behind it, all of them are one condition.
  return { holds, fails: failedSince(fails, state, false) };
}

/** `a ?? b`: the second where the first is nothing. */
function fallback(
  walker: Walker,
  node: SyntaxNode,
  operands: readonly SyntaxNode[],
  state: State,
  purpose: Purpose,
): Branches {
  let holds: Reached = null;
  let fails: Reached = null;
  let missing: Reached = state;
  for (const [index, operand] of operands.entries()) {
    const from: State = missing ?? walker.unreached(operand, state.assigned);
    if (index === operands.length - 1) {
      const after = branch(walker, operand, from, purpose);
      if (missing === null) continue;
      holds = walker.join(holds, after.holds, operand, rangeOf(node));
      fails = walker.join(fails, after.fails, operand, rangeOf(node));
      continue;
    }
    const after = walker.visit(operand, from);
    if (missing === null || after === null) continue;
    const value = walker.isSame(from, after) ? walker.context.evaluate(operand, after) : undefined;
    const part = (is: (of: unknown) => boolean) => split(walker, node, value, after, is).holds;
    holds = walker.join(
      holds,
      part((each) => each != null && Boolean(each)),
      operand,
      rangeOf(node),
    );
    fails = walker.join(
      fails,
      part((each) => each != null && !each),
      operand,
      rangeOf(node),
    );
    missing = part((each) => each == null);
  }
  return { holds, fails };
}

/** `test ? a : b` as a condition. */
function choice(walker: Walker, node: SyntaxNode, state: State, purpose: Purpose): Branches {
  const [test, , first, , second] = childrenOf(node);
  if (!test || !first || !second) return { holds: state, fails: state };
  const { holds, fails } = branchOn(walker, test, state);
  const one = branch(walker, first, holds ?? walker.unreached(first, state.assigned), purpose);
  const other = branch(walker, second, fails ?? walker.unreached(second, state.assigned), purpose);
  const join = (a: Reached, b: Reached) => walker.join(holds && a, fails && b, node);
  return { holds: join(one.holds, other.holds), fails: join(one.fails, other.fails) };
}

/** `a, b` as a condition: only the last counts. */
function sequence(walker: Walker, node: SyntaxNode, state: State, purpose: Purpose): Branches {
  const parts = childrenOf(node).filter(({ name }) => name !== ',');
  const last = parts.pop();
  const before = walker.visitAll(parts, state);
  if (!last) return { holds: before, fails: before };
  const after = branch(walker, last, before ?? walker.unreached(last, state.assigned), purpose);
  return before ? after : { holds: null, fails: null };
}

function leaf(walker: Walker, node: SyntaxNode, state: State, purpose: Purpose): Branches {
  walker.note(node, state);
  const after = evaluated(walker, node, state);
  if (after === null) return { holds: null, fails: null };
  const value = walker.isSame(state, after) ? walker.context.evaluate(node, after) : undefined;
  if (value && isReportable(node, value, purpose)) {
    walker.passCondition({ node, value, state: after });
  }
  return split(walker, node, value, after, isTruthy);
}

/** What holds once a condition without branches was evaluated. */
function evaluated(walker: Walker, node: SyntaxNode, state: State): Reached {
  if (node.name === 'CallExpression') return visitCall(walker, node, state);
  if (node.name === 'BinaryExpression') return walker.visitAll(childrenOf(node), state);
  return walker.visit(node, state);
}

/** The parts of a state in which a value is as asked, and in which it is not. */
function split(
  walker: Walker,
  node: SyntaxNode,
  value: Value | undefined,
  state: State,
  is: (of: unknown) => boolean,
): Branches {
  if (!value) return { holds: state, fails: state };
  const holds = worldsWhere(value, is) | value.rest;
  const fails = worldsWhere(value, (each) => !is(each)) | value.rest;
  if (!value.of) return { holds: holds ? state : null, fails: fails ? state : null };
  const { version, field } = value.of;
  const { all } = walker.context.space;
  const fact = { version, field, range: rangeOf(node), failed: false };
  return {
    holds: narrowed(state, { ...fact, worlds: holds }, all),
    fails: narrowed(state, { ...fact, worlds: fails }, all),
  };
}

/** Whether an expression is a condition to people: a bare state is one only where nothing but its truth matters. */
function isReportable(node: SyntaxNode, value: Value, { isTested }: Purpose): boolean {
  if (node.name === 'BinaryExpression' || node.name === 'CallExpression') return true;
  if (!isTested) return false;
  return (
    value.of?.field === 'task_state' ||
    [...value.cases.keys()].every((each) => typeof each === 'boolean' || each === undefined)
  );
}

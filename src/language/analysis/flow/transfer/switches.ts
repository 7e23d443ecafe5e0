import type { SyntaxNode } from '@lezer/common';
import { firstChild, isMissing, nextSibling, unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import {
  failedSince,
  narrowed,
  type Reached,
  type State,
  withValue,
  worldsOf,
} from '../domain/state';
import { extended, type Trail } from '../domain/trail';
import { isTruthy, type Value, worldsWhere } from '../domain/values';
import { compare } from '../evaluation/evaluate';
import { branch } from './conditions';
import { rangeOf, type Target, type Walker } from './walker';

/** Labels that stand together, and the statements behind them. */
interface Group {
  readonly labels: SyntaxNode[];
  readonly statements: SyntaxNode[];
}

/** What holds where the cases of a switch match, and where none does. */
interface Matches {
  readonly ofLabel: ReadonlyMap<SyntaxNode, Reached>;
  readonly none: Reached;
}

/** What holds behind a switch. Its cases are compared in order; a `default` stands for none of them. */
export function followSwitch(walker: Walker, node: SyntaxNode, state: State): Reached {
  const head = node.getChild('ParenthesizedExpression');
  const body = node.getChild('SwitchBody');
  if (!head || !body) return state;
  const before = walker.visit(head, state) ?? walker.unreached(node, state.assigned);
  const groups = groupsOf(body);
  const labels = groups.flatMap((group) => group.labels);
  const isTrue =
    unwrap(head).name === 'BooleanLiteral' &&
    walker.context.source.read(unwrap(head).from, unwrap(head).to) === 'true';
  const value = walker.isSame(state, before) ? walker.context.evaluate(head, before) : undefined;
  const matches = isTrue
    ? matchTrue(walker, labels, before)
    : matchCases(walker, labels, value, before);
  if (!isTrue && value && matches.none) walker.passSwitch(node, value, matches.none);
  const behind = followGroups(walker, body, groups, matches);
  const declared = walker.context.paths.bindings.declaredIn(body);
  return behind && declared.reduce((now, { id }) => withValue(now, id, undefined), behind);
}

function followGroups(
  walker: Walker,
  body: SyntaxNode,
  groups: readonly Group[],
  matches: Matches,
): Reached {
  const target: Target = {
    labels: [],
    isLoop: false,
    isBreakable: true,
    finallyDepth: walker.finallyBlocks.length,
    breaks: null,
    continues: null,
  };
  walker.targets.push(target);
  let through: Reached = null;
  let hasDefault = false;
  for (const { labels, statements } of groups) {
    let entry: Reached = null;
    for (const label of labels) {
      const isDefault = label.name === 'DefaultLabel';
      hasDefault ||= isDefault;
      const one = isDefault ? matches.none : (matches.ofLabel.get(label) ?? null);
      entry = walker.join(entry, one, label, rangeOfLabels(labels, label));
    }
    const from: Reached = walker.join(through, entry, statements[0] ?? body);
    through = from;
    for (const statement of statements) {
      const after: Reached = walker.follow(statement, through ?? walker.unreached(statement));
      through = through && after;
    }
  }
  walker.targets.pop();
  const rest = hasDefault ? through : walker.join(through, matches.none, body);
  return walker.join(rest, target.breaks, body);
}

/** `switch (true)`: each case is a condition of its own. */
function matchTrue(walker: Walker, labels: readonly SyntaxNode[], state: State): Matches {
  const ofLabel = new Map<SyntaxNode, Reached>();
  let none: Reached = state;
  for (const label of labels) {
    const test = caseValue(label);
    if (!test) continue;
    const from: State = none ?? walker.unreached(test, state.assigned);
    const { holds, fails } = branch(walker, test, from, { isTested: true });
    if (none === null) continue;
    ofLabel.set(label, holds);
    // What counts as true need not be it.
    const rest = isTruth(walker, test, from) ? fails : walker.join(holds, fails, test);
    none = failedSince(rest, from);
  }
  return { ofLabel, none };
}

function matchCases(
  walker: Walker,
  labels: readonly SyntaxNode[],
  value: Value | undefined,
  state: State,
): Matches {
  const ofLabel = new Map<SyntaxNode, Reached>();
  const entry = value?.of ? worldsOf(state, value.of.version) & walker.context.space.all : 0n;
  let none: Reached = state;
  let known = entry;
  let trail: Trail | null = state.trail;
  let head = value;
  for (const label of labels) {
    const node = caseValue(label);
    if (!node) continue;
    const from: State = none ?? walker.unreached(node, state.assigned);
    const after = walker.visit(node, from) ?? from;
    if (!walker.isSame(from, after)) head = undefined;
    const one = head && walker.context.evaluate(node, after);
    const match = head && one && compare(head, one, '===');
    if (!match?.of) {
      ofLabel.set(label, none && after);
      none = none && after;
      continue;
    }
    const { version, field } = match.of;
    walker.passCondition({
      node,
      value: match,
      state: from,
      entry: { worlds: known, possible: entry, trail },
    });
    const truthy = worldsWhere(match, isTruthy) | match.rest;
    const falsy = worldsWhere(match, (each) => !each) | match.rest;
    const fact = { version, field, range: rangeOf(node), failed: false };
    known &= falsy;
    trail = extended(trail, { ...fact, worlds: falsy, failed: true });
    const { all } = walker.context.space;
    ofLabel.set(label, none && narrowed(after, { ...fact, worlds: truthy }, all));
    none = none && narrowed(after, { ...fact, worlds: falsy, failed: true }, all);
  }
  return { ofLabel, none };
}

/** The labels of the cases, and the statements behind them. */
function groupsOf(body: SyntaxNode): Group[] {
  const groups: Group[] = [];
  for (const child of childrenOf(body)) {
    const last = groups.at(-1);
    if (child.name === 'CaseLabel' || child.name === 'DefaultLabel') {
      if (last && last.statements.length === 0) last.labels.push(child);
      else groups.push({ labels: [child], statements: [] });
    } else if (child.name !== '{' && child.name !== '}') last?.statements.push(child);
  }
  return groups;
}

/** What a `case` is compared with. */
export function caseValue(label: SyntaxNode): SyntaxNode | null {
  const keyword = label.name === 'CaseLabel' ? firstChild(label) : null;
  const value = keyword && nextSibling(keyword);
  return !value || isMissing(value) || value.name === ':' ? null : value;
}

/** From the value of the first label to that of one behind it. */
function rangeOfLabels(labels: readonly SyntaxNode[], last: SyntaxNode) {
  const values = labels
    .slice(0, labels.indexOf(last) + 1)
    .flatMap((label) => caseValue(label) ?? []);
  return { start: values[0]?.from ?? last.from, end: values.at(-1)?.to ?? last.to };
}

/** Whether an expression is true or false for sure, and nothing that merely counts as such. */
function isTruth(walker: Walker, node: SyntaxNode, state: State): boolean {
  const core = unwrap(node);
  const value = walker.context.evaluate(core, state);
  if (value?.rest === 0n) return [...value.cases.keys()].every((each) => typeof each === 'boolean');
  if (core.name === 'UnaryExpression') return firstChild(core)?.name === 'LogicOp';
  if (core.name !== 'BinaryExpression') return false;
  if (core.getChild('CompareOp') || core.getChild('in')) return true;
  const [left, operator, right] = childrenOf(core);
  const isEither = operator?.name === 'LogicOp' && left && right;
  return !!isEither && isTruth(walker, left, state) && isTruth(walker, right, state);
}

import type { SyntaxNode } from '@lezer/common';
import { firstChild, nextSibling } from '../../../syntax/typescript/nodes';
import { bodyOf, childrenOf } from '../../expressions/walk';
import { type Reached, type State, withValue } from '../domain/state';
import { parametersDeclared } from './closures';
import { branchOn } from './conditions';
import { visitDeclaration } from './declarations';
import { followTry } from './exceptions';
import { leave } from './exits';
import { followLoop } from './loops';
import { followSwitch } from './switches';
import type { Target, Walker } from './walker';

/** Follows the body of a function, or the statements of a program. */
export function analyzeFunction(walker: Walker, node: SyntaxNode, state: State): void {
  const body = bodyOf(node);
  if (!body) return;
  const entry = parametersDeclared(walker, node, state);
  if (body.name === 'Block' || body.name === 'Script') followAll(walker, childrenOf(body), entry);
  else walker.visit(body, entry);
}

/** What holds behind statements that run one after the other. */
function followAll(walker: Walker, statements: readonly SyntaxNode[], state: Reached): Reached {
  let now = state;
  // What stands behind an exit is looked at as well: it may be a mistake of its own.
  for (const statement of statements) {
    const after: Reached = walker.follow(statement, now ?? walker.unreached(statement));
    now = now && after;
  }
  return now;
}

/** The transfer function of a statement: what holds behind it; null where its end is not reached. */
export function follow(walker: Walker, node: SyntaxNode, state: State): Reached {
  return walker.context.budget.deeper(() => {
    switch (node.name) {
      case 'Block':
        return scopeLeft(walker, node, followAll(walker, childrenOf(node), state));
      case 'IfStatement':
        return followIf(walker, node, state);
      case 'SwitchStatement':
        return followSwitch(walker, node, state);
      case 'WhileStatement':
      case 'DoStatement':
      case 'ForStatement':
        return scopeLeft(walker, node, followLoop(walker, node, state, []));
      case 'LabeledStatement':
        return followLabeled(walker, node, state);
      case 'TryStatement':
        return followTry(walker, node, state);
      case 'ReturnStatement':
      case 'ThrowStatement': {
        walker.visitAll(childrenOf(node), state);
        return null;
      }
      case 'BreakStatement':
      case 'ContinueStatement':
        leave(walker, node, state);
        return null;
      case 'VariableDeclaration':
        return visitDeclaration(walker, node, state);
      case 'FunctionDeclaration':
        return state;
      case 'ExportDeclaration':
        return followAll(
          walker,
          childrenOf(node).filter(({ name }) => name.endsWith('Declaration')),
          state,
        );
      case 'ClassDeclaration':
        return walker.widen(state, node);
      default:
        return walker.visitAll(childrenOf(node), state);
    }
  });
}

/** The branches of an `if`, one after the other: a chain of them may be long. */
function followIf(walker: Walker, node: SyntaxNode, state: State): Reached {
  let behind: Reached = null;
  let rest: Reached = state;
  for (let each: SyntaxNode | null = node; each; ) {
    const head: SyntaxNode | null = each.getChild('ParenthesizedExpression');
    const first = head && nextSibling(head);
    const keyword: SyntaxNode | null = each.getChild('else');
    const second: SyntaxNode | null = keyword && nextSibling(keyword);
    if (!head) return walker.unreached(node, state.assigned);
    const { holds, fails } = branchOn(walker, head, rest ?? walker.unreached(head, state.assigned));
    const after = first
      ? walker.follow(first, holds ?? walker.unreached(first, state.assigned))
      : holds;
    if (rest && holds)
      behind = walker.join(behind, after, each, { start: head.from, end: head.to });
    rest = rest && fails;
    if (second?.name === 'IfStatement') {
      each = second;
      continue;
    }
    if (second) {
      const last: Reached = walker.follow(second, rest ?? walker.unreached(second, state.assigned));
      rest = rest && last;
    }
    behind = walker.join(behind, rest, head, { start: head.from, end: head.to });
    each = null;
  }
  return behind;
}

function followLabeled(walker: Walker, node: SyntaxNode, state: State): Reached {
  const labels: string[] = [];
  let body: SyntaxNode | null = node;
  while (body?.name === 'LabeledStatement') {
    const label: SyntaxNode | null = firstChild(body);
    if (label)
      labels.push(walker.context.source.read(label.from, Math.min(label.to, label.from + 128)));
    body = body.lastChild;
  }
  if (!body) return state;
  if (/^(?:While|Do|For)Statement$/.test(body.name)) {
    return scopeLeft(walker, body, followLoop(walker, body, state, labels));
  }
  const target: Target = {
    labels,
    isLoop: false,
    isBreakable: false,
    finallyDepth: walker.finallyBlocks.length,
    breaks: null,
    continues: null,
  };
  walker.targets.push(target);
  const after = walker.follow(body, state);
  walker.targets.pop();
  return walker.join(after, target.breaks, node);
}

/** What holds behind a scope: its names mean nothing there. */
function scopeLeft(walker: Walker, scope: SyntaxNode, state: Reached): Reached {
  if (state === null || state.values.size === 0) return state;
  const declared = walker.context.paths.bindings.declaredIn(scope);
  return declared.reduce((now, { id }) => withValue(now, id, undefined), state);
}

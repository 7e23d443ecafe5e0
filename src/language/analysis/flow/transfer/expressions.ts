import type { SyntaxNode } from '@lezer/common';
import { unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf, isFunction } from '../../expressions/walk';
import { isUnchanged, type Reached, type State } from '../domain/state';
import { fieldsOfObject } from '../names/assignments';
import { visitAssignment, visitDeletion } from './assign';
import { visitCall } from './calls';
import { visitClosure } from './closures';
import { branch } from './conditions';
import { logicOf } from './logic';
import type { Branches, Walker } from './walker';

/** What holds once an expression was evaluated, whatever its value is. */
export function visit(walker: Walker, wrapped: SyntaxNode, state: State): Reached {
  const node = unwrap(wrapped);
  return walker.context.budget.deeper(() => {
    walker.note(node, state);
    if (isFunction(node)) {
      visitClosure(walker, node, state);
      return state;
    }
    if (isCondition(walker, node)) {
      return merged(walker, branch(walker, node, state, { isTested: false }), state, node);
    }
    switch (node.name) {
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
        return visitCall(walker, node, state);
      case 'AssignmentExpression':
      case 'PostfixExpression':
        return visitAssignment(walker, node, state);
      case 'UnaryExpression':
        return visitDeletion(walker, node, state);
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'DynamicImport':
      case 'ClassExpression':
        return changing(walker, node, state);
      case 'ObjectExpression': {
        const after = walker.visitAll(childrenOf(node), state);
        const fields = fieldsOfObject(walker.context.source, node);
        return after && fields !== 0 ? { ...after, assigned: after.assigned | fields } : after;
      }
      case 'ClassBody':
      case 'TypeAnnotation':
        return state;
      case 'VariableName': {
        // A `yield` of nothing, to the grammar a name.
        const isYield =
          node.to - node.from === 5 && walker.context.source.read(node.from, node.to) === 'yield';
        return isYield ? walker.widen(state, node) : state;
      }
      default:
        return walker.visitAll(childrenOf(node), state);
    }
  });
}

/** What holds whichever way a condition has come out. */
function merged(
  walker: Walker,
  { holds, fails }: Branches,
  state: State,
  node: SyntaxNode,
): Reached {
  const ways = [holds, fails].filter((way) => way !== null);
  if (ways.length === 0 || holds === fails) return holds;
  // Nothing but the truth of the condition has come between, and that is not known any more.
  return ways.every((way) => isUnchanged(way, state)) ? state : walker.join(holds, fails, node);
}

function changing(walker: Walker, node: SyntaxNode, state: State): Reached {
  const after = walker.visitAll(childrenOf(node), state);
  return after && walker.widen(after, node);
}

/** Whether an expression gives a truth: its value may be looked at, or branches hang on it. */
function isCondition({ context }: Walker, node: SyntaxNode): boolean {
  if (node.name === 'ConditionalExpression' || logicOf(context.source, node)) return true;
  if (node.name === 'CallExpression') return true;
  if (node.name !== 'BinaryExpression') return false;
  return node.getChild('CompareOp') !== null || node.getChild('in') !== null;
}

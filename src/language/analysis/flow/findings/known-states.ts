import type { SyntaxNode } from '@lezer/common';
import type { Field } from '../../../../model';
import { firstChild, nextSibling } from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import { worldsOf } from '../domain/state';
import { statesIn } from '../domain/worlds';
import type { Walker } from '../transfer/walker';

/** What the conditions before leave of a state: fewer states than there are. Null is no task. */
export interface KnownStates {
  readonly field: Field;
  readonly states: readonly (string | null)[];
}

/** What is known of the state that is read, or compared, at the offset that a walk was asked for. */
export function knownStates({ context, probed }: Walker): KnownStates | undefined {
  if (!probed) return undefined;
  const { node, state } = probed;
  for (const read of readsNear(node)) {
    const of = context.paths.subjectOf(read) && context.evaluate(read, state)?.of;
    if (!of) continue;
    const { all, relation } = context.space;
    const states = statesIn(context.space, of.field, worldsOf(state, of.version) & all);
    const isLess = 0 < states.length && states.length < relation.values[of.field].length;
    return isLess ? { field: of.field, states } : undefined;
  }
  return undefined;
}

/** The expressions that may be the state that an expression is about: it, its parts, or the head of its switch. */
function readsNear(node: SyntaxNode): SyntaxNode[] {
  const { parent } = node;
  if (parent?.name === 'CaseLabel') {
    const head = parent.parent?.parent?.getChild('ParenthesizedExpression');
    return head ? [head] : [];
  }
  if (node.name === 'CallExpression') {
    const parenthesis = node.getChild('ArgList')?.firstChild;
    const argument = parenthesis && nextSibling(parenthesis);
    const callee = firstChild(node);
    const object = callee?.name === 'MemberExpression' ? firstChild(callee) : null;
    return [...(argument ? [argument] : []), ...(object ? [object] : [])];
  }
  return node.name === 'BinaryExpression' ? childrenOf(node) : [node];
}

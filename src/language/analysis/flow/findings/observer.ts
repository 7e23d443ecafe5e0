import type { SyntaxNode } from '@lezer/common';
import type { Detected } from '../../finding';
import type { Observer } from '../transfer/walker';
import type { Detector, VisitedCondition, VisitedSwitch } from './detector';
import { neverTrue } from './never-true';

/**
 * Shows what a walk comes to to the detectors.
 * @param found takes what one of them has found about the server at a path
 */
export function observerOf(
  detectors: readonly Detector[],
  found: (detector: Detector, detected: readonly Detected[], path: string) => void,
): Observer {
  const ask = (look: (detector: Detector) => readonly Detected[] | undefined, path: string) => {
    let count = 0;
    for (const detector of detectors) {
      const detected = look(detector) ?? [];
      if (detected.length > 0) found(detector, detected, path);
      count += detected.length;
    }
    return count;
  };
  return {
    condition: (walker, condition) => {
      const { node, value, entry } = condition;
      if (!value.of || isOperand(node)) return 0;
      const visited: VisitedCondition = {
        node,
        value,
        isCase: entry !== undefined,
        neverTrue: neverTrue(walker, condition),
        context: walker.context,
      };
      return ask((detector) => detector.condition?.(visited), value.of.path);
    },
    switch: ({ context }, node, value, none) => {
      if (!value.of) return 0;
      const visited: VisitedSwitch = { node, value, none, context };
      return ask((detector) => detector.switch?.(visited), value.of.path);
    },
  };
}

/** Whether the value goes on into a comparison or a member: then it is not what is asked, and its mark says nothing. */
function isOperand(node: SyntaxNode): boolean {
  let { parent } = node;
  while (parent?.name === 'ParenthesizedExpression') parent = parent.parent;
  if (parent?.name === 'MemberExpression') return true;
  return parent?.name === 'BinaryExpression' && !parent.getChild('LogicOp');
}

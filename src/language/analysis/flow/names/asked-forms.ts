import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild, nextSibling } from '../../../syntax/typescript/nodes';
import { ALL_FORMS, NULL, UNDEFINED } from '../domain/absence';

const NULLISH = NULL | UNDEFINED;

/**
 * The forms of absence that code asks about where it reads a state, but for comparisons with literals: whether it
 * counts as true, whether it is nullish, or which type it has.
 */
export function askedBy(source: KeyedSource, node: SyntaxNode): number {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.name) {
      case 'ParenthesizedExpression': {
        const holder = outer.parent?.name;
        if (holder === 'SwitchStatement') return 0;
        if (holder?.endsWith('Statement')) return ALL_FORMS;
        continue;
      }
      case 'PostfixExpression':
        continue;
      case 'ForSpec':
        return ALL_FORMS;
      case 'UnaryExpression':
        return ofUnary(outer);
      case 'ConditionalExpression':
        return firstChild(outer)?.from === inner.from ? ALL_FORMS : 0;
      case 'MemberExpression':
        return outer.getChild('?.') && firstChild(outer)?.from === inner.from ? NULLISH : 0;
      case 'ArgList':
        return isNamed(source, outer.parent?.firstChild, 'Boolean') ? ALL_FORMS : 0;
      case 'BinaryExpression': {
        const asked = ofBinary(source, outer, inner);
        if (asked === undefined) continue;
        return asked;
      }
      default:
        return 0;
    }
  }
  return 0;
}

function ofUnary(node: SyntaxNode): number {
  const operator = firstChild(node)?.name;
  if (operator === 'typeof') return ALL_FORMS;
  return operator === 'LogicOp' ? ALL_FORMS : 0;
}

/** Undefined where the node is the value of the whole. */
function ofBinary(source: KeyedSource, node: SyntaxNode, inner: SyntaxNode): number | undefined {
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  if (!operator) return 0;
  if (operator.name === 'as' || operator.name === 'satisfies') return undefined;
  if (operator.name === 'LogicOp') {
    if (source.read(operator.from, operator.to) !== '??') return ALL_FORMS;
    return left.from === inner.from ? NULLISH : 0;
  }
  if (operator.name !== 'CompareOp' || operator.to - operator.from !== 2) return 0;
  const sign = source.read(operator.from, operator.to);
  if (sign !== '==' && sign !== '!=') return 0;
  const other = left.from === inner.from ? nextSibling(operator) : left;
  const isNullish = other?.name === 'null' || isNamed(source, other, 'undefined');
  return isNullish ? NULLISH : 0;
}

function isNamed(source: KeyedSource, node: SyntaxNode | null | undefined, name: string): boolean {
  if (node?.name !== 'VariableName' || node.to - node.from !== name.length) return false;
  return source.read(node.from, node.to) === name;
}

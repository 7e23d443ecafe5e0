import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild, nextSibling, unwrap } from '../../../syntax/typescript/nodes';

/** A logical operator with its operands; those of `a && b && c` are three, however they are nested. */
export interface Logic {
  readonly sign: '!' | '&&' | '||' | '??';
  readonly operands: readonly SyntaxNode[];
}

/** The operands of a conjunction, disjunction, negation or default. */
export function logicOf(source: KeyedSource, node: SyntaxNode): Logic | undefined {
  const first = firstChild(node);
  const second = first && nextSibling(first);
  if (!second) return undefined;
  if (node.name === 'UnaryExpression') {
    return first.name === 'LogicOp' ? { sign: '!', operands: [second] } : undefined;
  }
  const sign = signOf(source, node);
  if (!sign) return undefined;
  const operands: SyntaxNode[] = [];
  let left: SyntaxNode | null = node;
  for (;;) {
    const core: SyntaxNode = unwrap(left);
    if (signOf(source, core) !== sign) break;
    const last = core.lastChild;
    left = firstChild(core);
    if (!last || !left) break;
    operands.unshift(last);
  }
  return left ? { sign, operands: [left, ...operands] } : undefined;
}

function signOf(source: KeyedSource, node: SyntaxNode): '&&' | '||' | '??' | undefined {
  if (node.name !== 'BinaryExpression') return undefined;
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  if (operator?.name !== 'LogicOp' || !nextSibling(operator)) return undefined;
  const sign = source.read(operator.from, operator.to);
  return sign === '&&' || sign === '||' || sign === '??' ? sign : undefined;
}

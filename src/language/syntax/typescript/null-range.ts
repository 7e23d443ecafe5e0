import type { SyntaxNode, Tree } from '@lezer/common';
import type { Range } from '../../text/range';
import { firstChild, nextSibling } from './nodes';

/** Where a string is no value: the member of an enum, an attribute, a key. Those of an array are its own. */
const NO_VALUE: ReadonlySet<string> = new Set(['EnumBody', 'JSXAttribute']);

/**
 * What null replaces in the place of a value: a constant assertion goes with it, which null cannot have.
 * @param value the value as it is written, quotes included; UTF-16 code units
 * @returns undefined where null cannot stand
 */
export function nullRangeIn(tree: Tree, { start, end }: Range): Range | undefined {
  let node: SyntaxNode = tree.resolveInner(start, 1);
  if (start < end && node.to < end) return { start, end };
  for (let isBare = true; node.parent; node = node.parent) {
    const { parent } = node;
    if (NO_VALUE.has(parent.name) || isKeyOf(node, parent)) return undefined;
    if (parent.name === 'PrefixCast') {
      if (parent.getChild('const')) return undefined;
    } else if (parent.name === 'BinaryExpression' && firstChild(parent)?.from === node.from) {
      const operator = nextSibling(node);
      if (operator?.name !== 'as' && operator?.name !== 'satisfies') break;
      const isConst = operator.name === 'as' && parent.lastChild?.name === 'const';
      // A comment between them would be lost.
      const isPlain = isBare && node.nextSibling?.nextSibling?.name === 'const';
      if (isConst) return isPlain ? { start, end: parent.to } : undefined;
    } else if (parent.name !== 'ParenthesizedExpression') break;
    isBare = false;
  }
  return { start, end };
}

/** Whether a node is the name of a property: null there is the name `null`. */
function isKeyOf(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.name !== 'Property' && parent.name !== 'PropertyType') return false;
  const next = nextSibling(node);
  return node.name === 'PropertyDefinition' || next?.name === ':' || next?.name === ']';
}

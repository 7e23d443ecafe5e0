import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { firstChild, nextSibling } from '../../syntax/typescript/nodes';

/** How deep statements and expressions may nest; no person writes deeper. */
const DEEPEST = 400;

/** Thrown, and caught where a function's walk begins, when the function is too large or too deep to follow. */
export class GiveUp extends Error {}

/** What may yet be spent on one function. */
export class Budget {
  private depth = 0;
  constructor(private left: number) {}

  /** Counts one node. */
  spend(): void {
    if (--this.left < 0) throw new GiveUp();
  }

  /** Does something one level deeper. */
  deeper<T>(act: () => T): T {
    this.spend();
    if (++this.depth > DEEPEST) throw new GiveUp();
    const result = act();
    this.depth--;
    return result;
  }
}

/** The children that are no comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = firstChild(node); child; child = nextSibling(child)) children.push(child);
  return children;
}

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
  'PropertyDeclaration',
  'StaticBlock',
  'NamespaceDeclaration',
]);

/** Whether what is in the node runs at another time than what is around it. */
export function isFunction(ref: SyntaxNodeRef): boolean {
  if (FUNCTIONS.has(ref.name)) return true;
  // A method has a block where other members have a value. Every object is full of them, so this is to be quick.
  return ref.name === 'Property' && ref.node.lastChild?.name === 'Block';
}

/** What a function runs: its block, or the one expression of an arrow or of a member's initial value. */
export function bodyOf(node: SyntaxNode): SyntaxNode | null {
  if (node.name === 'Script') return node;
  if (node.name === 'ArrowFunction') {
    const arrow = node.getChild('Arrow');
    return arrow && nextSibling(arrow);
  }
  if (node.name === 'PropertyDeclaration') {
    const equals = node.getChild('Equals');
    return equals && nextSibling(equals);
  }
  return node.getChild('Block');
}

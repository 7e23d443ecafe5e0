import type { SyntaxNode } from '@lezer/common';

/** What stands behind an anchor or tag, or behind both; undefined where nothing does. */
export function contentOf(node: SyntaxNode): SyntaxNode | undefined {
  let content: SyntaxNode | undefined = node;
  while (content?.name === 'Anchored' || content?.name === 'Tagged') content = behindMark(content);
  return content;
}

/** What stands behind the anchor or tag that a node begins with. */
export function behindMark({ firstChild, lastChild }: SyntaxNode): SyntaxNode | undefined {
  return lastChild && lastChild.from !== firstChild?.from ? lastChild : undefined;
}

/** A block node begins behind the mark before it; what is written of it begins with its first child. */
export function startOf(node: SyntaxNode): number {
  let child = node.firstChild;
  while (child && isTrivia(child)) child = child.nextSibling;
  return child?.from ?? node.from;
}

/** Whether a node is a comment, or what the grammar cannot read. */
export function isTrivia({ name, type }: SyntaxNode): boolean {
  return name === 'Comment' || type.isError;
}

/** The value behind the colon of a pair; undefined where there is none. */
export function valueNode(colon: SyntaxNode): SyntaxNode | undefined {
  let node = colon.nextSibling;
  while (node && isTrivia(node)) node = node.nextSibling;
  return node ?? undefined;
}

export function isMapping({ name }: SyntaxNode): boolean {
  return name === 'FlowMapping' || name === 'BlockMapping';
}

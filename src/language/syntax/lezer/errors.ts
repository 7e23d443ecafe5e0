import type { Tree } from '@lezer/common';

const KNOWN = new WeakMap<Tree, boolean>();

/** Whether the parser had to guess somewhere; the tree is walked through once. */
export function hasErrors(tree: Tree): boolean {
  const known = KNOWN.get(tree) ?? findError(tree);
  KNOWN.set(tree, known);
  return known;
}

function findError(tree: Tree): boolean {
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) return true;
  } while (cursor.next());
  return false;
}

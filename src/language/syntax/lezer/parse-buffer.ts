import type { PartialParse } from '@lezer/common';

/** What a parser of `@lezer/lr` has inside. It is not declared, so nothing of it is taken for granted. */
interface Inside {
  readonly stacks?: Stack[];
}

interface Stack {
  readonly buffer?: { readonly length: number };
  split?(): Stack;
}

/**
 * Up to so many numbers V8 keeps a list among all other objects. A longer one gets pages of the system for itself,
 * and others each time it grows, which takes as long as the parsing does.
 */
const LONGEST_BUFFER = 8192;

/**
 * Has the parser begin a new list of what it has found, if the one it writes is long; to be called every few steps.
 * It does so by itself where it follows two readings of a text, so that the tree is the same.
 */
export function shortenBuffer(parsing: PartialParse): void {
  const { stacks } = parsing as Inside;
  const only = stacks?.length === 1 ? stacks[0] : undefined;
  if (!stacks || !only?.split || !only.buffer || only.buffer.length <= LONGEST_BUFFER) return;
  stacks[0] = only.split();
}

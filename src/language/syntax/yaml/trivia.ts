import type { Tree } from '@lezer/common';
import type { Range } from '../../text/range';
import { lastFrom } from '../../text/range-search';
import type { TextSource } from '../../text/source';
import { commentRange } from '../lezer/comment-range';
import type { CommentAt } from '../reader';
import { endOfLine, LONGEST_LINE } from './lines';

/** Nodes in which a comment is text. */
const SCALARS = new Set(['Literal', 'QuotedLiteral', 'BlockLiteralContent']);

/** What of a text is a comment, and where a comment would be text. Both in order. */
interface Trivia {
  readonly comments: readonly Range[];
  readonly scalars: readonly Scalar[];
}

interface Scalar extends Range {
  readonly isPlain: boolean;
}

const KNOWN = new WeakMap<Tree, Trivia>();

/** The comments of a tree. */
export function commentsIn(tree: Tree, source: TextSource): CommentAt {
  const { comments, scalars } = triviaOf(tree);
  return (offset) => {
    const comment = lastFrom(comments, offset);
    if (comment && offset < comment.end) return commentRange(comment.start, comment.end, source);
    // The grammar takes some comments, as one behind a tab, for a part of the plain scalar before them.
    if (!/^\s#/.test(source.read(Math.max(0, offset - 1), offset + 1))) return undefined;
    const scalar = lastFrom(scalars, offset);
    if (!scalar?.isPlain || offset >= scalar.end) return undefined;
    const rest = source.read(offset, Math.min(scalar.end, offset + LONGEST_LINE));
    return { start: offset, end: offset + endOfLine(rest, 0) };
  };
}

/** Whether an offset is between the ends of a scalar. */
export function isInScalar(tree: Tree, offset: number): boolean {
  const scalar = lastFrom(triviaOf(tree).scalars, offset - 1);
  return scalar !== undefined && offset < scalar.end;
}

/**
 * Walks through the whole tree: where comments come before a node, its range can begin too early or behind its end,
 * so that what is at an offset cannot be looked for from the top.
 */
function triviaOf(tree: Tree): Trivia {
  const known = KNOWN.get(tree);
  if (known) return known;
  const comments: Range[] = [];
  const scalars: Scalar[] = [];
  tree.cursor().iterate(({ name, from, to }) => {
    if (name === 'Comment') comments.push({ start: from, end: to });
    else if (SCALARS.has(name)) scalars.push({ start: from, end: to, isPlain: name === 'Literal' });
  });
  const trivia = { comments, scalars };
  KNOWN.set(tree, trivia);
  return trivia;
}

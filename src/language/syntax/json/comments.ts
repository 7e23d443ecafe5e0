import type { Range } from '../../text/range';
import { lastFrom } from '../../text/range-search';
import type { CommentAt } from '../reader';
import { COMMENT, END, isLineEnd, JsonScanner, STRING } from './scanner';

/** The comments of a text, found in one pass. Plain JSON has none, but people write them all the same. */
export function jsonComments(text: string): CommentAt {
  const comments = commentsIn(text);
  return (offset) => {
    const comment = lastFrom(comments, offset);
    return comment && offset < comment.end ? comment : undefined;
  };
}

function commentsIn(text: string): readonly Range[] {
  const comments: Range[] = [];
  const scanner = new JsonScanner();
  scanner.load(text, 0);
  let lineEnd = 0;
  /** A string that lacks its quote goes on to the end of its line, or to the next string there. */
  let openUntil = 0;
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    const { start, end, isClosed } = scanner;
    if (token === COMMENT && start >= openUntil) comments.push({ start, end });
    if (token !== STRING) continue;
    openUntil = 0;
    if (isClosed) continue;
    if (lineEnd < end) lineEnd = endOfLine(text, end);
    openUntil = lineEnd;
  }
  return comments;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

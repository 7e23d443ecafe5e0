import type { CommentAt } from '../syntax/reader';
import type { Range } from '../text/range';

/** The word that a suppression begins with, for whoever writes one. */
export const DIRECTIVE = 'ecs-states-disable';

const MENTION = /ecs-states-(?:dis|en)able/;

/** Whether the text can hold a directive: one linear search. */
export function mayBeSuppressed(text: string): boolean {
  return MENTION.test(text);
}

/** How far a directive reaches; `range` is from here to the `ecs-states-enable` that ends it. */
export type SuppressionScope = 'line' | 'next-line' | 'record' | 'file' | 'range';

/** A word in the place of a rule's code, prefix included. */
export interface DirectiveName extends Range {
  /** The word without the prefix `ecs-states/`. */
  readonly name: string;
  /** Whether a comma precedes it. */
  readonly isListed: boolean;
}

/** A comment that turns rules off or on, as it is written. Offsets are UTF-16 code units. */
export interface Directive {
  readonly isEnable: boolean;
  readonly scope: SuppressionScope;
  /** `ecs-states-disable-next-line`, ... */
  readonly word: Range & { readonly text: string };
  readonly names: readonly DirectiveName[];
  /** The comment with its marks; where it begins with another tool's directive, the part from our own mark on. */
  readonly comment: Range;
}

const DIRECTIVES =
  /(\/\/|\/\*|#|<!--)\s*(ecs-states-(?:disable(?:-(line|next-line|record|file))?|(enable)))(?![\w-])/g;
/** The marks that a comment has at its end, by the one that it begins with; none where it ends with its line. */
const CLOSING: Readonly<Record<string, string>> = { '/*': '*/', '<!--': '-->' };
const SEPARATORS = /[\s,:;()[\]{}"'`，、：；（）]*/y;
const NAME = /[\w@][\w@./-]*/y;
const PREFIX = 'ecs-states/';

/** All directives of a text, in order: what is in a string, a template or other text is none. */
export function directivesIn(text: string, commentAt: CommentAt): readonly Directive[] {
  const found: Directive[] = [];
  let comment: Range | undefined;
  for (const match of text.matchAll(DIRECTIVES)) {
    const { index } = match;
    if (!comment || comment.end <= index) comment = commentAt(index);
    if (!comment || !beginsDirective(text, comment, match)) continue;
    found.push(readDirective(text, { start: index, end: comment.end }, match));
  }
  return found;
}

/** A directive begins its comment; that for its own line may also follow another tool's, behind a mark of its own. */
function beginsDirective(text: string, comment: Range, match: RegExpExecArray): boolean {
  const { index, 1: mark = '', 2: word = '', 3: scope } = match;
  if (index + match[0].length > comment.end) return false;
  const isBlock = CLOSING[mark] !== undefined;
  if (!isBlock && /[\n\r]/.test(match[0].slice(0, -word.length))) return false;
  if (index === comment.start) return true;
  const isBehindBlank = /\s/.test(text.charAt(index - 1));
  return !isBlock && scope === 'line' && isBehindBlank && text.startsWith(mark, comment.start);
}

function readDirective(text: string, comment: Range, match: RegExpExecArray): Directive {
  const [whole, mark = '', word = '', scope = 'range', enable] = match;
  const end = match.index + whole.length;
  const closing = CLOSING[mark] ?? '';
  const isClosed = text.startsWith(closing, comment.end - closing.length);
  const contentEnd = isClosed ? comment.end - closing.length : comment.end;
  return {
    isEnable: enable !== undefined,
    scope: scope as SuppressionScope,
    word: { text: word, start: end - word.length, end },
    names: namesIn(text.slice(end, contentEnd), end, closing !== ''),
    comment,
  };
}

/** The words up to the first character that no code has, as in ` -- ` before a reason. */
function namesIn(rest: string, offset: number, isBlock: boolean): DirectiveName[] {
  const names: DirectiveName[] = [];
  for (let at = 0; ; ) {
    SEPARATORS.lastIndex = at;
    const separators = SEPARATORS.exec(rest)?.[0] ?? '';
    // A grammar may let a comment go on behind a lone carriage return.
    if (!isBlock && /[\n\r]/.test(separators)) return names;
    at += separators.length;
    NAME.lastIndex = at;
    const written = NAME.exec(rest)?.[0].replace(/[-./]{1,9}$/, '');
    if (!written) return names;
    const name = written.startsWith(PREFIX) ? written.slice(PREFIX.length) : written;
    const start = offset + at;
    at += written.length;
    names.push({ start, end: offset + at, name, isListed: /[,，、]/.test(separators) });
  }
}

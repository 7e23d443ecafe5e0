import type { CommentProblem } from '../../diagnostics/suppress';
import type { Suppression, SuppressionName } from '../../diagnostics/suppression';
import { type CommentLines, commentLinesOf } from '../../document/comment-lines';
import type { ParsedDocument } from '../../document/parsed-document';
import type { TextEdit } from '../../text/edit';
import type { Translate } from '../../text/localize';
import type { IsExact } from './exact-edits';

/** A change of a comment. */
export interface CommentFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
}

/** The fixes of a comment that silences nothing, or names a rule that does not exist, best first. */
export function commentFixes(
  reading: ParsedDocument,
  problem: CommentProblem,
  isExact: IsExact,
  t: Translate,
): CommentFix[] {
  const { range, name } = problem;
  const edits = removalOf(reading, problem, isExact);
  const title = name ? t("Remove '{0}' from this comment", name.name) : t('Remove unused comment');
  const fixes = edits ? [{ title, edits, preferred: name?.meant === undefined }] : [];
  if (!name?.meant) return fixes;
  const edit = { ...range, newText: name.meant };
  return [{ title: t("Replace with '{0}'", name.meant), edits: [edit], preferred: true }, ...fixes];
}

/** The edits that remove a code, or a comment that is of no use without it; undefined where others depend on it. */
function removalOf(
  reading: ParsedDocument,
  { rule, name, suppression, dependents }: CommentProblem,
  isExact: IsExact,
): TextEdit[] | undefined {
  if (name && suppression.names.length > 1) {
    // What turns the rest on again may name this code, too.
    return dependents.length === 0 ? [withoutName(reading.text, suppression, name)] : undefined;
  }
  const lines = commentLinesOf(reading);
  const edits = [suppression, ...dependents].map((one) => withoutComment(reading, lines, one));
  const { reader, source, tree } = reading;
  const isBroken = tree !== undefined && reader.isBroken?.(tree, source.length) === true;
  return (isExact(edits, rule.code) ?? !isBroken) ? edits : undefined;
}

/** Takes out a code with what separates it from the one before it, or from the next one if it is the first. */
function withoutName(text: string, { names }: Suppression, name: SuppressionName): TextEdit {
  const index = names.indexOf(name);
  const before = names[index - 1];
  const start = before?.end ?? name.start;
  const hasBrackets = text.slice(start, name.start).endsWith('(') && text.charAt(name.end) === ')';
  const behind = name.end + (hasBrackets ? 1 : 0);
  const end = before ? behind : (names[index + 1]?.start ?? behind);
  return { start, end, newText: '' };
}

/** The comment with its line, if that holds nothing else, or with the blanks on one side. */
function withoutComment(
  reading: ParsedDocument,
  lines: CommentLines,
  { directive }: Suppression,
): TextEdit {
  const { comment } = directive;
  const { text } = reading;
  const last = lines.lines.lineAt(comment.end);
  const lineEnd = lines.lines.endOf(last);
  const end = skipBlanks(text, comment.end, lineEnd);
  const start = skipBlanksBack(text, comment.start);
  if (end < lineEnd) {
    const hasBreak = lines.lines.lineAt(comment.start) < last;
    const isBetweenWords = /\w/.test(text.charAt(comment.start - 1)) && /\w/.test(text.charAt(end));
    const newText = hasBreak ? lines.lines.lineBreak : isBetweenWords ? ' ' : '';
    return { start: comment.start, end, newText };
  }
  if (!lines.beginsLine(comment.start)) return { start, end, newText: '' };
  const first = lines.lines.lineAt(comment.start);
  return {
    start: lines.indentationOf(first).start,
    end: lines.lines.startOf(last + 1),
    newText: '',
  };
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[ \t]/.test(text.charAt(at))) at++;
  return at;
}

function skipBlanksBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && /[ \t]/.test(text.charAt(at - 1))) at--;
  return at;
}

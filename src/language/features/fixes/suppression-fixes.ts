import type { Suppressible, Suppressions } from '../../diagnostics/suppress';
import type { Suppression } from '../../diagnostics/suppression';
import { type CommentLines, commentLinesOf } from '../../document/comment-lines';
import { DIRECTIVE, type SuppressionScope } from '../../document/directive';
import type { ParsedDocument } from '../../document/parsed-document';
import type { RecordKind } from '../../records/record';
import type { RuleCode } from '../../rules/rules';
import type { Reader } from '../../syntax/reader';
import type { TextEdit } from '../../text/edit';
import type { Translate } from '../../text/localize';

/** A comment that would silence a finding, and how far it reaches. */
export interface SuppressingComment {
  readonly title: string;
  readonly edit: TextEdit;
}

/** A finding to silence. */
type Target = Suppressible & { readonly record: { readonly kind?: RecordKind } };

/**
 * The comments that can be offered for a finding: a new one, or the code in one that is there. None where the
 * syntax has no comments.
 * @param suppressions those of the text, if there are any
 * @param isExact asked in a text that does not parse: there, a comment can change what else is read
 */
export function suppressingComments(
  reading: ParsedDocument,
  target: Target,
  suppressions: Suppressions | undefined,
  isExact: (edits: readonly TextEdit[]) => boolean | undefined,
  t: Translate,
): readonly SuppressingComment[] {
  const { reader, source, languageId, tree } = reading;
  const write = commentWriter(reader, languageId);
  if (!write) return [];
  const { code, record, stateField } = target;
  const lines = commentLinesOf(reading);
  const isBroken = tree !== undefined && reader.isBroken?.(tree, source.length) === true;
  const offer = (title: string, scope: 'line' | 'record' | 'file', at: number) => {
    const there = suppressions?.extensibleFor(scope, at);
    const edit = there ? withCode(there, code) : newComment(reading, lines, write, scope, at, code);
    const isRight = edit && (!isBroken || isExact([edit]));
    return isRight ? [{ title, edit }] : [];
  };
  const { start } = record.range;
  // Elsewhere the line above the record may belong to something else, as in a sequence of YAML.
  const beginsLine = record.kind === 'object' && lines.beginsLine(start);
  return [
    ...offer(t('Suppress {0} for this line', code), 'line', stateField.outer.start),
    ...(beginsLine ? offer(t('Suppress {0} for this record', code), 'record', start) : []),
    ...offer(t('Suppress {0} for this file', code), 'file', 0),
  ];
}

/** What writes a comment that is all there is of a line; undefined where the language has none. */
function commentWriter(
  reader: Reader,
  languageId: string,
): ((content: string) => string) | undefined {
  const mark = reader.lineComment(languageId);
  if (mark !== undefined) return (content) => `${mark} ${content}`;
  return reader.allowsComment && reader.inlineComment;
}

function withCode({ names, range }: Suppression, code: RuleCode): TextEdit {
  const end = names.at(-1)?.end ?? range.end;
  return { start: end, end, newText: `, ${code}` };
}

function newComment(
  reading: ParsedDocument,
  lines: CommentLines,
  comment: (content: string) => string,
  scope: 'line' | 'record' | 'file',
  at: number,
  code: RuleCode,
): TextEdit | undefined {
  const write = (offset: number, indentation: string, written: SuppressionScope): TextEdit => ({
    start: offset,
    end: offset,
    newText: `${indentation}${comment(`${DIRECTIVE}-${written} ${code}`)}${lines.lines.lineBreak}`,
  });
  if (scope === 'file') return write(firstLine(reading, lines), '', 'file');
  const line = lines.lines.lineAt(at);
  const start = placeAbove(reading, lines, line);
  if (start !== undefined) {
    const { start: from, end } = lines.indentationOf(line);
    const indentation = reading.source.read(from, end);
    return write(start, indentation, scope === 'line' ? 'next-line' : 'record');
  }
  return scope === 'line' ? commentBefore(reading, at, code) : undefined;
}

/**
 * Where a comment about a line can be written above it and above the comments that are there already, as some of
 * them may be about the line below them. Undefined where it would be no comment, or part such a comment from its line.
 */
function placeAbove(
  reading: ParsedDocument,
  lines: CommentLines,
  line: number,
): number | undefined {
  const { reader, tree } = reading;
  const top = lines.topOf(line);
  if (top === undefined || lines.endsInDirective(top - 1)) return undefined;
  const { start } = lines.indentationOf(top);
  if (reader.allowsComment?.(reading.source, start) === false) return undefined;
  return tree && reader.isText?.(tree, start) ? undefined : start;
}

/** A comment in the line itself, before the value or condition; undefined where the syntax has none such. */
function commentBefore(
  { source, reader }: ParsedDocument,
  offset: number,
  code: RuleCode,
): TextEdit | undefined {
  if (reader.allowsComment) return undefined;
  const comment = reader.inlineComment?.(`${DIRECTIVE}-line ${code}`);
  if (comment === undefined) return undefined;
  const isQuoted = /["'`]/.test(source.read(Math.max(0, offset - 1), offset));
  const start = isQuoted ? offset - 1 : offset;
  return { start, end: start, newText: `${comment} ` };
}

/**
 * Where the first line begins that can be another: the one that names an interpreter has to stay the first, and so do
 * those of a front matter.
 */
function firstLine({ reader, source }: ParsedDocument, { lines }: CommentLines): number {
  const start = lines.text.startsWith('\ufeff') ? 1 : 0;
  if (lines.text.startsWith('#!', start)) return lines.startOf(1);
  let line = 0;
  const isTaken = () => reader.allowsComment?.(source, lines.startOf(line)) === false;
  while (line + 1 < lines.count && isTaken()) line++;
  return line === 0 ? start : lines.startOf(line);
}

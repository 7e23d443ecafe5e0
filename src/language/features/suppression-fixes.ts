import type { Suppressible, SuppressionScope } from '../diagnostics/suppress';
import { DIRECTIVE } from '../document/directive';
import type { Reading } from '../document/parsed-document';
import type { RecordKind } from '../records/record';
import type { RuleCode } from '../rules/rules';
import type { Edit } from '../text/edit';
import type { Translate } from '../text/localize';

/** A comment that would silence a finding, and how far it reaches. */
export interface SuppressingComment {
  readonly title: string;
  readonly edit: Edit;
}

/** The comments that can be offered for a finding; none where the syntax has no comments. */
export function suppressingComments(
  reading: Reading,
  { code, record, stateField }: Suppressible & { readonly record: { readonly kind?: RecordKind } },
  t: Translate,
): readonly SuppressingComment[] {
  const { text, tree, reader, languageId } = reading;
  const mark = reader.lineComment(languageId);
  if (mark === undefined) return [];
  const comment = (scope: SuppressionScope, offset: number): Edit => {
    const start = lineStart(text, offset);
    const indentation = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
    const newText = `${indentation}${mark} ${DIRECTIVE}-${scope} ${code}${lineBreak(text)}`;
    return { start, end: start, newText };
  };
  const at = stateField.outer.start;
  const isText = (tree && reader.isText?.(tree, lineStart(text, at))) ?? false;
  const beginsLine = (offset: number) => text.slice(lineStart(text, offset), offset).trim() === '';
  const forLine = isText ? commentBefore(reading, at, code) : comment('next-line', at);
  return [
    ...(forLine ? [{ title: t('Suppress {0} for this line', code), edit: forLine }] : []),
    // Elsewhere the line above the record may belong to something else, as in a sequence of YAML.
    ...(record.kind === 'object' && beginsLine(record.range.start)
      ? [
          {
            title: t('Suppress {0} for this record', code),
            edit: comment('record', record.range.start),
          },
        ]
      : []),
    { title: t('Suppress {0} for this file', code), edit: comment('file', firstLine(text)) },
  ];
}

/** A comment in the line itself, before the value or condition; undefined where the syntax has none such. */
function commentBefore(
  { text, reader }: Reading,
  offset: number,
  code: RuleCode,
): Edit | undefined {
  const comment = reader.inlineComment?.(`${DIRECTIVE}-line ${code}`);
  if (comment === undefined) return undefined;
  const isQuoted = /["'`]/.test(text.charAt(offset - 1));
  const start = isQuoted ? offset - 1 : offset;
  return { start, end: start, newText: `${comment} ` };
}

function lineStart(text: string, offset: number): number {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  const start = before + 1;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Where the first line begins that can be another: the one that names an interpreter has to stay the first. */
function firstLine(text: string): number {
  return /^\ufeff?#!.*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? 0;
}

/** The line break that the text uses. */
function lineBreak(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

import type { ParsedDocument } from '../../document/parsed-document';
import type { Range } from '../../text/range';

/**
 * A proposal: one edit, which replaces the range by `insertText`. The range is on one line, with the cursor in it;
 * UTF-16 code units. Proposals that are offered together begin at one place.
 */
export interface Completion extends Range {
  readonly kind: 'value' | 'key' | 'record';
  readonly label: string;
  /** The status that choosing it results in, or what a key will hold. */
  readonly detail: string;
  /** Shown next to the label: the status that follows from a value, what it contradicts, or why a key has its value. */
  readonly remark?: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insertText: string;
  /** `insertText` with a choice in it, where there is one. */
  readonly template?: Template;
  /** Where the cursor goes in `insertText`; at its end where absent. */
  readonly cursor?: number;
  /** What the text from the start of the range to the cursor is compared with. */
  readonly filterText: string;
  readonly sortText: string;
  /** Whether a value has to be typed next, for which there are proposals too. */
  readonly continues?: true;
  /** Set where the next character may rule it out, so that the editor has to ask again. */
  readonly expires?: true;
}

/** A text with a choice in it. A part that is a list has one entry for each choice, in their order. */
export interface Template {
  readonly choices: readonly string[];
  /** The part that is `choices` itself is where one chooses; the other lists follow from that. */
  readonly parts: readonly (string | readonly string[])[];
}

/** How proposals came to be asked for: `character` where an editor asks by itself, because of a mark that was typed. */
export type CompletionTrigger = 'request' | 'character';

/** Names that mean themselves in every syntax, with quotes or without; the settings may have any others. */
const PLAIN_NAME = /^[\p{L}_](?:[\p{L}\p{N}_. -]*[\p{L}\p{N}_])?$/u;
/** Words that YAML does not take for a text. */
const NO_TEXT = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** Whether a state can be written as it is; null always can. */
export function isWritable(value: string | null): boolean {
  return value === null || (PLAIN_NAME.test(value) && !NO_TEXT.test(value));
}

/** The blank that what ends at the offset needs there: in YAML, without one a `#` is part of what precedes it. */
export function blankBehind(
  { source, reader, languageId }: ParsedDocument,
  offset: number,
): string {
  const mark = reader.lineComment(languageId);
  return mark === '#' && source.read(offset, offset + 1) === mark ? ' ' : '';
}

/** Before the quotation mark, with which the labels of the editor's own JSON proposals begin. */
export function sortText(index: number): string {
  return `!${String(index).padStart(4, '0')}`;
}

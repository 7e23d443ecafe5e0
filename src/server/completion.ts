import {
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, expanded, type LanguageService, type ParsedDocument } from '../language';
import type { Client } from './client';
import { markup } from './markdown';

/** What opens the list besides typing a word: quotes, and the blank behind a colon. */
export const TRIGGER_CHARACTERS: readonly string[] = ['"', "'", '`', ':', ' '];

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  value: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
  record: CompletionItemKind.Struct,
};

/** Proposals for the value, key or record at the position; a list where the client has to ask again. */
export function completionsOf(
  document: TextDocument,
  reading: ParsedDocument,
  { position, context }: Pick<CompletionParams, 'position' | 'context'>,
  service: LanguageService,
  client: Client,
): CompletionItem[] | CompletionList {
  const isByCharacter = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
  const trigger = isByCharacter ? 'character' : 'request';
  const offset = document.offsetAt(position);
  const completions = service.complete(reading, offset, trigger);
  const items = completions.flatMap(choicesOf).map((each) => toItem(document, each, client));
  return completions.some(({ expires }) => expires) ? CompletionList.create(items, true) : items;
}

/** The protocol's snippets know no values that follow from another, so each choice is a proposal of its own. */
function choicesOf(completion: Completion): Completion[] {
  const { template, ...common } = completion;
  if (!template) return [completion];
  const following = template.parts.filter(
    (part) => typeof part !== 'string' && part !== template.choices,
  );
  return template.choices.map((choice, index) => ({
    ...common,
    label: `${completion.label} ${choice}`,
    detail: following.map((values) => values[index]).join(' · '),
    documentation: '',
    insertText: expanded(template, index),
    sortText: `${completion.sortText}${String(index).padStart(4, '0')}`,
  }));
}

function toItem(document: TextDocument, completion: Completion, client: Client): CompletionItem {
  const { label, remark, kind, detail, documentation, start, end } = completion;
  // Where the client has no place next to the label, the detail is the next best; a value's says the same.
  const isSame = kind === 'value' && detail !== '';
  const both = [detail, isSame ? '' : (remark ?? '')].filter(Boolean).join(' · ');
  const shown = client.labelDetails ? detail : both;
  return {
    label,
    kind: KINDS[kind],
    ...(shown !== '' && { detail: shown }),
    ...(client.labelDetails && remark !== undefined && { labelDetails: { description: remark } }),
    ...(documentation !== '' && {
      documentation: markup(documentation, client.completionMarkdown),
    }),
    sortText: completion.sortText,
    filterText: completion.filterText,
    ...writtenBy(document, completion, client, {
      start: document.positionAt(start),
      end: document.positionAt(end),
    }),
  };
}

function writtenBy(
  document: TextDocument,
  completion: Completion,
  client: Client,
  range: { start: Position; end: Position },
): Pick<CompletionItem, 'insertTextFormat' | 'insertTextMode' | 'textEdit'> {
  const { insertText, cursor, kind } = completion;
  // Several lines are written rightly by most clients only as a snippet, which they indent as the line is.
  const isRecord = kind === 'record';
  const isSnippet =
    client.snippets && (isRecord || (cursor !== undefined && cursor < insertText.length));
  if (!isSnippet) {
    return {
      insertTextFormat: InsertTextFormat.PlainText,
      ...(isRecord && client.setsIndentation && { insertTextMode: InsertTextMode.asIs }),
      textEdit: { range, newText: insertText },
    };
  }
  const text = isRecord ? unindented(document, range.start, insertText) : insertText;
  return {
    insertTextFormat: InsertTextFormat.Snippet,
    ...(isRecord && client.setsIndentation && { insertTextMode: InsertTextMode.adjustIndentation }),
    textEdit: { range, newText: snippetOf(text, isRecord ? text.length : cursor) },
  };
}

/** The text without the indentation that its further lines share with the line it is written on. */
function unindented(document: TextDocument, { line }: Position, text: string): string {
  const before = document.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
  return text
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .map((part, index) =>
      index > 0 && part.startsWith(indentation) ? part.slice(indentation.length) : part,
    )
    .join('');
}

function snippetOf(text: string, cursor: number | undefined): string {
  const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, cursor))}$0${escaped(text.slice(cursor))}`;
}

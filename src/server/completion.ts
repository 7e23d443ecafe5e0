import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, completeReading, type Reading } from '../language';
import type { Settings } from '../language/settings/settings';
import type { Client } from './client';
import { markup } from './markdown';

/** What opens the list besides typing a word: quotes, and the blank behind a colon. */
export const TRIGGER_CHARACTERS: readonly string[] = ['"', "'", '`', ':', ' '];

/** Proposals for the value or key at the position. */
export function completionsOf(
  document: TextDocument,
  reading: Reading,
  position: Position,
  settings: Settings,
  client: Client,
): CompletionItem[] {
  return completeReading(reading, document.offsetAt(position), settings).map((completion) =>
    toItem(document, completion, client),
  );
}

function toItem(document: TextDocument, completion: Completion, client: Client): CompletionItem {
  const { label, remark, kind, detail, documentation, start, end, around } = completion;
  const rangeOf = (from: number, to: number) => ({
    start: document.positionAt(from),
    end: document.positionAt(to),
  });
  const isSnippet = client.snippets && leavesCursorInside(completion);
  // Where the client has no place beside the label, the detail is the next best.
  const shown = client.labelDetails ? detail : [detail, remark ?? ''].filter(Boolean).join(' · ');
  return {
    label,
    kind: kind === 'value' ? CompletionItemKind.EnumMember : CompletionItemKind.Property,
    ...(shown !== '' && { detail: shown }),
    ...(client.labelDetails && remark !== undefined && { labelDetails: { description: remark } }),
    ...(documentation !== '' && {
      documentation: markup(documentation, client.completionMarkdown),
    }),
    sortText: completion.sortText,
    filterText: completion.filterText,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: rangeOf(start, end),
      newText: isSnippet ? snippetOf(completion) : completion.insertText,
    },
    ...(around && {
      additionalTextEdits: around.map((edit) => ({
        range: rangeOf(edit.start, edit.end),
        newText: edit.newText,
      })),
    }),
  };
}

function leavesCursorInside({ cursor, insertText }: Completion): boolean {
  return cursor !== undefined && cursor < insertText.length;
}

function snippetOf({ insertText, cursor }: Completion): string {
  const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  return `${escaped(insertText.slice(0, cursor))}$0${escaped(insertText.slice(cursor))}`;
}

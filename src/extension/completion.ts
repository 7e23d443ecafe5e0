import * as vscode from 'vscode';
import type { Completion } from '../language';
import type { Core } from './core';

/** What opens the list besides typing a word: quotes, and the blank behind a colon. */
export const TRIGGER_CHARACTERS: readonly string[] = ['"', "'", '`', ':', ' '];

/** Proposes values and keys. */
export class CompletionProvider implements vscode.CompletionItemProvider {
  constructor(private readonly core: () => Promise<Core>) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> {
    const { language, readings, boundary, settings } = await this.core();
    if (token.isCancellationRequested) return [];
    return boundary.run('completion', [], async () => {
      const reading = await readings.of(document, token);
      if (!reading) return [];
      const offset = document.offsetAt(position);
      const completions = language.completeReading(reading, offset, settings.for(document));
      return completions.map((completion) => toItem(document, completion));
    });
  }
}

function toItem(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const { label, remark, kind, detail, start, end } = completion;
  const item = new vscode.CompletionItem(
    remark === undefined ? label : { label, description: remark },
    kind === 'value' ? vscode.CompletionItemKind.EnumMember : vscode.CompletionItemKind.Property,
  );
  if (detail !== '') item.detail = detail;
  item.documentation = new vscode.MarkdownString(completion.documentation);
  item.range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  item.filterText = completion.filterText;
  item.sortText = completion.sortText;
  item.insertText = insertTextOf(completion);
  const before = competingText(document, item.range.start);
  if (before !== undefined) {
    widen(item, document, completion, before);
  } else if (completion.around) {
    item.additionalTextEdits = completion.around.map((edit) =>
      vscode.TextEdit.delete(
        new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)),
      ),
    );
  }
  if (completion.continues) {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}

/** From a colon to the value behind it. */
const BEFORE_VALUE = /:[ \t]*(["']?)$/;

/**
 * The text before a value where the editor's own JSON proposals compete for it. They come without a sort key,
 * so the editor ranks by how much text an item's filter matches: ours match from the colon on.
 */
function competingText(
  document: vscode.TextDocument,
  position: vscode.Position,
): string | undefined {
  if (!document.languageId.startsWith('json')) return undefined;
  const line = document.lineAt(position.line).text.slice(0, position.character);
  return BEFORE_VALUE.exec(line)?.[0];
}

/** Makes an item replace the text before the value too, and its closing quote. */
function widen(
  item: vscode.CompletionItem,
  document: vscode.TextDocument,
  { start, end, insertText, around, label }: Completion,
  before: string,
): void {
  const quote = /["']$/.exec(before)?.[0] ?? '';
  const endPosition = document.positionAt(end);
  const next = document.getText(new vscode.Range(endPosition, endPosition.translate(0, 1)));
  const closing = quote !== '' && next === quote ? quote : '';
  item.range = new vscode.Range(
    document.positionAt(start - before.length),
    closing === '' ? endPosition : endPosition.translate(0, 1),
  );
  item.filterText = `${before}${label}${closing}`;
  item.insertText = around
    ? before.slice(0, before.length - quote.length) + insertText
    : before + insertText + closing;
}

function insertTextOf({ insertText, cursor }: Completion): string | vscode.SnippetString {
  if (cursor === undefined || cursor === insertText.length) return insertText;
  return new vscode.SnippetString()
    .appendText(insertText.slice(0, cursor))
    .appendTabstop(0)
    .appendText(insertText.slice(cursor));
}

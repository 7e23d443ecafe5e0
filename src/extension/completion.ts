import * as vscode from 'vscode';
import type { Completion } from '../language';
import { snippetOf } from './completion-snippet';
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
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList> {
    const { readings, boundary, settings } = await this.core();
    const nothing = new vscode.CompletionList();
    if (token.isCancellationRequested) return nothing;
    return boundary.run('completion', nothing, async () => {
      const reading = await readings.of(document, token);
      if (!reading) return nothing;
      const offset = document.offsetAt(position);
      const isRequested = triggerKind === vscode.CompletionTriggerKind.Invoke;
      const trigger = isRequested ? 'request' : 'character';
      const completions = settings.serviceFor(document).complete(reading, offset, trigger);
      return new vscode.CompletionList(
        completions.map((completion) => toItem(document, completion)),
        completions.some(({ expires }) => expires),
      );
    });
  }
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  value: vscode.CompletionItemKind.EnumMember,
  key: vscode.CompletionItemKind.Property,
  record: vscode.CompletionItemKind.Struct,
};

function toItem(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const { label, remark, kind, detail, start, end } = completion;
  const item = new vscode.CompletionItem(
    remark === undefined ? label : { label, description: remark },
    KINDS[kind],
  );
  if (detail !== '') item.detail = detail;
  item.documentation = new vscode.MarkdownString(completion.documentation);
  const before = competingText(document, document.positionAt(start), kind);
  const closing = closingQuote(document, completion, before);
  item.range = new vscode.Range(
    document.positionAt(start - before.length),
    document.positionAt(end + closing.length),
  );
  item.filterText = before + completion.filterText;
  item.sortText = completion.sortText;
  item.insertText = insertTextOf(completion, before, closing);
  // The lines of a record are indented as they have to be.
  if (completion.template) item.keepWhitespace = true;
  if (completion.continues) {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}

/** From a colon to the value behind it. */
const BEFORE_VALUE = /:[ \t]*["']?$/;

/**
 * The text before a value where the editor's own JSON proposals compete for it. They come without a sort key, so the
 * editor ranks by how much text an item's filter matches: ours replace, and match, the text from the colon on.
 */
function competingText(
  document: vscode.TextDocument,
  position: vscode.Position,
  kind: Completion['kind'],
): string {
  if (!document.languageId.startsWith('json') || kind === 'record') return '';
  const line = document.lineAt(position.line).text.slice(0, position.character);
  return BEFORE_VALUE.exec(line)?.[0] ?? '';
}

/** The quote behind a value whose opening one is replaced too: the cursor goes behind it, as with the editor's own. */
function closingQuote(
  document: vscode.TextDocument,
  { kind, label, end, insertText, filterText }: Completion,
  before: string,
): string {
  if (kind !== 'value' || before === '') return '';
  const [quote] = /["']$/.exec(before + filterText.slice(0, -label.length)) ?? [];
  if (quote === undefined || !(before + insertText).includes(quote) || insertText.endsWith(quote)) {
    return '';
  }
  const at = document.positionAt(end);
  return document.getText(new vscode.Range(at, at.translate(0, 1))) === quote ? quote : '';
}

function insertTextOf(
  completion: Completion,
  before: string,
  closing: string,
): string | vscode.SnippetString {
  const { insertText, cursor, template } = completion;
  if (template) return new vscode.SnippetString(snippetOf(template));
  if (cursor === undefined || cursor === insertText.length) {
    return before + insertText + closing;
  }
  return new vscode.SnippetString()
    .appendText(before + insertText.slice(0, cursor))
    .appendTabstop(0)
    .appendText(insertText.slice(cursor));
}

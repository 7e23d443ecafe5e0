import * as vscode from 'vscode';
import type { Core } from './core';
import type { Languages } from './languages';

/** The editor opens proposals inside strings only where the user (or a language) has asked for it. */
function suggestsInStrings(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | { strings?: boolean | string }>('quickSuggestions');
  if (typeof setting !== 'object') return setting === true;
  return setting.strings === true || setting.strings === 'on';
}

/**
 * Opens the proposals when a letter is typed into a state's value, where the editor by itself would not.
 * Letters cannot be trigger characters: that would keep every other provider from answering to them.
 */
export function suggestWhileTyping(
  core: () => Promise<Core>,
  languages: Languages,
): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const change = contentChanges[0];
    if (reason !== undefined || contentChanges.length !== 1 || !change) return;
    if (!/^[A-Za-z]$/.test(change.text) || !languages.of(document)) return;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document) return;
    // What is typed stands on one line with its key, or with the member it is compared with, nearly always.
    if (!/stat(?:e|us)/i.test(document.lineAt(change.range.start.line).text)) return;
    if (suggestsInStrings(document)) return;
    const { version } = document;
    const { readings, boundary, settings } = await core();
    if (document.version !== version) return;
    const hasProposals = await boundary.run('typing', false, async () => {
      const reading = await readings.of(document);
      if (!reading || document.version !== version) return false;
      const offset = change.rangeOffset + change.text.length;
      return settings
        .serviceFor(document)
        .complete(reading, offset)
        .some(({ kind }) => kind === 'value');
    });
    if (hasProposals) await vscode.commands.executeCommand('editor.action.triggerSuggest');
  });
}

import * as vscode from 'vscode';
import type { Core } from './core';

/** Registers the command that opens something to try the extension out on. */
export function registerExample(core: () => Promise<Core>): vscode.Disposable {
  return vscode.commands.registerCommand('ecsStates.openExample', async () => {
    const { language } = await core();
    const content = language.exampleText();
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await vscode.window.showTextDocument(document);
  });
}

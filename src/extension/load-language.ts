import type * as vscode from 'vscode';

/** Loads the language floor, a file of its own, so that activation evaluates no parser. */
export function loadLanguage(_extensionUri: vscode.Uri): Promise<typeof import('../language')> {
  return import('../language');
}

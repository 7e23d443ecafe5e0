import type * as vscode from 'vscode';

/** What the manifest activates on is what is served: one list, in package.json. */
export function servedLanguages(context: vscode.ExtensionContext): readonly string[] {
  const events: readonly string[] = context.extension.packageJSON.activationEvents;
  return events.flatMap((event) => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []);
}

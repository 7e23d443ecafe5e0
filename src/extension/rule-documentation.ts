import * as vscode from 'vscode';
import type { RuleCode } from '../language';

const COMMAND = 'ecsStates.showRule';

/** The link from a diagnostic's code to its documentation, which is part of the extension. */
export function ruleUri(code: RuleCode): vscode.Uri {
  return vscode.Uri.parse(`command:${COMMAND}?${encodeURIComponent(JSON.stringify([code]))}`);
}

/** Registers the command behind the link: it opens the documentation page at the rule, in the display language. */
export function registerRuleDocumentation(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(COMMAND, async (code?: unknown) => {
    const file = vscode.env.language.toLowerCase().startsWith('zh')
      ? 'diagnostics.zh-cn.md'
      : 'diagnostics.md';
    const page = vscode.Uri.joinPath(context.extensionUri, 'media', 'docs', file);
    const fragment = typeof code === 'string' ? code : '';
    await vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment }));
  });
}

import * as vscode from 'vscode';
import type { RuleCode } from '../language';
import type { Core } from './core';
import type { Translations } from './translations';

/** The manifest has the Markdown preview open addresses of this scheme. */
const SCHEME = 'ecs-states-rule';

/**
 * The link from a diagnostic's code to its documentation. It is the address of a document, for the editor runs no
 * commands from a diagnostic in a hover or peek.
 */
export function ruleUri(code: RuleCode): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** Gives the documents behind the links, one for each rule, in the language of the messages. */
export function registerRuleDocumentation(
  core: () => Promise<Core>,
  translations: Translations,
): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const { language } = await core();
      const code = language.RULE_CODES.find((known) => path === `/${known}.md`);
      if (!code) return '';
      const paragraphs = language.ruleDescription(code, translations.translate);
      return `${[`# ${code}`, ...paragraphs].join('\n\n')}\n`;
    },
  });
}

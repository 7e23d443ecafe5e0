import * as vscode from 'vscode';
import {
  DIALECTS,
  RULE_CODES,
  type RuleCode,
  SEVERITIES,
  type Settings,
  type Severity,
} from '../language';

/** The section under which all settings stand. */
export const SECTION = 'ecsStates';

/** What the user set for this document, with the editor's display language. Values that make no sense are left out. */
export function settingsFor(document: vscode.TextDocument): Settings {
  const configuration = vscode.workspace.getConfiguration(SECTION, document);
  const severity: Partial<Record<RuleCode, Severity>> = {};
  for (const code of RULE_CODES) {
    const value = configuration.get<unknown>(`severity.${code}`);
    const known = SEVERITIES.find((candidate) => candidate === value);
    if (known) severity[code] = known;
  }
  const dialect = DIALECTS.find((name) => name === configuration.get<unknown>('dialect'));
  return { severity, translate, ...(dialect && { dialect }) };
}

function translate(message: string, ...args: (string | number)[]): string {
  return vscode.l10n.t(message, ...args);
}

import * as vscode from 'vscode';
import type { Dialect, RuleCode } from '../language';
import { SECTION } from './settings';

const SWITCH_DIALECT = 'ecsStates.switchDialect';
const SUPPRESS_IN_FILES = 'ecsStates.suppressInFiles';

/** Writes the dialect into the settings of the document's folder, workspace or user. */
export function switchDialectCommand(uri: vscode.Uri, dialect: Dialect): vscode.Command {
  return { command: SWITCH_DIALECT, title: '', arguments: [uri, dialect] };
}

/** Writes into the settings that a rule is silent in the document's file. */
export function suppressCommand(uri: vscode.Uri, code: RuleCode): vscode.Command {
  return { command: SUPPRESS_IN_FILES, title: '', arguments: [uri, code] };
}

/** Registers the commands behind the fixes that change settings. */
export function registerSettingCommands(): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(SWITCH_DIALECT, (uri: vscode.Uri, dialect: Dialect) =>
      update(uri, 'dialect', () => dialect),
    ),
    vscode.commands.registerCommand(SUPPRESS_IN_FILES, (uri: vscode.Uri, code: RuleCode) =>
      update(uri, 'suppress', (configuration) => {
        const files = relativePath(uri);
        const written = configuration.get<unknown>('suppress');
        // What makes no sense in it is the user's all the same, and stays.
        const entries: readonly unknown[] = Array.isArray(written) ? written : [];
        const own = entries.find((entry) => entryOf(entry).files === files);
        const { codes } = entryOf(own);
        const all = new Set([...(Array.isArray(codes) ? codes : []), code]);
        return [...entries.filter((entry) => entry !== own), { files, codes: [...all] }];
      }),
    ),
  ];
}

function entryOf(value: unknown): { readonly files?: unknown; readonly codes?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}

async function update(
  uri: vscode.Uri,
  name: string,
  value: (configuration: vscode.WorkspaceConfiguration) => unknown,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION, uri);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isInFolder = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const target =
    folders.length === 0
      ? vscode.ConfigurationTarget.Global
      : isInFolder && folders.length > 1
        ? vscode.ConfigurationTarget.WorkspaceFolder
        : vscode.ConfigurationTarget.Workspace;
  await configuration.update(name, value(configuration), target);
}

/** The file as a glob relative to its folder; what a glob would read otherwise is escaped. */
function relativePath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replace(/[[\]{}*?]/g, '[$&]');
}

import * as vscode from 'vscode';
import type { Dialect, RuleCode } from '../language';
import { SECTION } from './settings';

const SWITCH_DIALECT = 'ecsStates.switchDialect';
const SUPPRESS_IN_FILES = 'ecsStates.suppressInFiles';

/** What opens the settings that were written; a folder's are opened from those of its workspace. */
const SETTINGS_OF: Readonly<Record<vscode.ConfigurationTarget, string>> = {
  [vscode.ConfigurationTarget.Global]: 'workbench.action.openSettings',
  [vscode.ConfigurationTarget.Workspace]: 'workbench.action.openWorkspaceSettings',
  [vscode.ConfigurationTarget.WorkspaceFolder]: 'workbench.action.openWorkspaceSettings',
};
const DIALECT_QUERY = { query: `@id:${SECTION}.dialect` };

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
    vscode.commands.registerCommand(SWITCH_DIALECT, async (uri: vscode.Uri, dialect: Dialect) => {
      const target = await update(uri, 'dialect', () => dialect);
      // Not awaited: the message stays until someone closes it.
      void announce(uri, dialect, target);
    }),
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

/** Writes a setting where it has effect on the document, and returns where that is. */
async function update(
  uri: vscode.Uri,
  name: string,
  value: (configuration: vscode.WorkspaceConfiguration) => unknown,
): Promise<vscode.ConfigurationTarget> {
  const configuration = vscode.workspace.getConfiguration(SECTION, uri);
  const target = targetOf(uri, configuration.inspect(name));
  await configuration.update(name, value(configuration), target);
  return target;
}

/** The narrowest settings that have a value already, for it would win; else those of the folder, workspace or user. */
function targetOf(
  uri: vscode.Uri,
  present: ReturnType<vscode.WorkspaceConfiguration['inspect']>,
): vscode.ConfigurationTarget {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return vscode.ConfigurationTarget.Global;
  const isInFolder = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  if (isInFolder && (folders.length > 1 || present?.workspaceFolderValue !== undefined)) {
    return vscode.ConfigurationTarget.WorkspaceFolder;
  }
  return vscode.ConfigurationTarget.Workspace;
}

/** Says what was changed and where, and offers to show it. */
async function announce(
  uri: vscode.Uri,
  dialect: Dialect,
  target: vscode.ConfigurationTarget,
): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const chosen = await vscode.window.showInformationMessage(
    announcement(uri, dialect, target),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand(SETTINGS_OF[target], DIALECT_QUERY);
}

function announcement(
  uri: vscode.Uri,
  dialect: Dialect,
  target: vscode.ConfigurationTarget,
): string {
  switch (target) {
    case vscode.ConfigurationTarget.WorkspaceFolder:
      return vscode.l10n.t(
        "ecsStates.dialect is now '{0}' in the settings of the folder {1}.",
        dialect,
        vscode.workspace.getWorkspaceFolder(uri)?.name ?? '',
      );
    case vscode.ConfigurationTarget.Workspace:
      return vscode.l10n.t("ecsStates.dialect is now '{0}' in the workspace settings.", dialect);
    default:
      return vscode.l10n.t("ecsStates.dialect is now '{0}' in your user settings.", dialect);
  }
}

/** The file as a glob relative to its folder; what a glob would read otherwise is escaped. */
function relativePath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replace(/[[\]{}*?]/g, '[$&]');
}

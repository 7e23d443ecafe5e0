import * as vscode from 'vscode';
import type { Dialect, RuleCode, Translate } from '../language';
import { SECTION } from './settings';
import type { Translations } from './translations';

const SWITCH_DIALECT = 'ecsStates.switchDialect';
const SUPPRESS_IN_FILES = 'ecsStates.suppressInFiles';

/** What opens the settings that were written; a folder's are opened from those of its workspace. */
const SETTINGS_OF: Readonly<Record<vscode.ConfigurationTarget, string>> = {
  [vscode.ConfigurationTarget.Global]: 'workbench.action.openSettings',
  [vscode.ConfigurationTarget.Workspace]: 'workbench.action.openWorkspaceSettings',
  [vscode.ConfigurationTarget.WorkspaceFolder]: 'workbench.action.openWorkspaceSettings',
};

/** A setting that was written: what it is called, where it is, and what stood there before. */
interface Written {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly target: vscode.ConfigurationTarget;
  readonly before: unknown;
}

/** Writes the dialect into the settings of the document's folder, workspace or user. */
export function switchDialectCommand(uri: vscode.Uri, dialect: Dialect): vscode.Command {
  return { command: SWITCH_DIALECT, title: '', arguments: [uri, dialect] };
}

/** Writes into the settings that a rule is silent in the document's file. */
export function suppressCommand(uri: vscode.Uri, code: RuleCode): vscode.Command {
  return { command: SUPPRESS_IN_FILES, title: '', arguments: [uri, code] };
}

/** Registers the commands behind the fixes that change settings. */
export function registerSettingCommands(translations: Translations): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(SWITCH_DIALECT, async (uri: vscode.Uri, dialect: Dialect) => {
      const written = await update(uri, 'dialect', () => dialect);
      const t = translations.translate;
      // Not awaited: the message stays until someone closes it.
      void announce(written, dialectText(written, dialect, t), t);
    }),
    vscode.commands.registerCommand(SUPPRESS_IN_FILES, async (uri: vscode.Uri, code: RuleCode) => {
      const written = await update(uri, 'suppress', (configuration) =>
        withSuppression(configuration.get<unknown>('suppress'), relativePath(uri), code),
      );
      const t = translations.translate;
      void announce(written, suppressionText(written, code, t), t);
    }),
  ];
}

/** The entries of the setting with one more rule for a file. */
function withSuppression(written: unknown, files: string, code: RuleCode): readonly unknown[] {
  // What makes no sense in it is the user's all the same, and stays.
  const entries: readonly unknown[] = Array.isArray(written) ? written : [];
  const own = entries.find((entry) => entryOf(entry).files === files);
  const { codes } = entryOf(own);
  const all = new Set([...(Array.isArray(codes) ? codes : []), code]);
  return [...entries.filter((entry) => entry !== own), { files, codes: [...all] }];
}

function entryOf(value: unknown): { readonly files?: unknown; readonly codes?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Writes a setting where it has effect on the document, and returns where that is and what was there. */
async function update(
  uri: vscode.Uri,
  name: string,
  value: (configuration: vscode.WorkspaceConfiguration) => unknown,
): Promise<Written> {
  const configuration = vscode.workspace.getConfiguration(SECTION, uri);
  const present = configuration.inspect(name);
  const target = targetOf(uri, present);
  const before = {
    [vscode.ConfigurationTarget.Global]: present?.globalValue,
    [vscode.ConfigurationTarget.Workspace]: present?.workspaceValue,
    [vscode.ConfigurationTarget.WorkspaceFolder]: present?.workspaceFolderValue,
  }[target];
  await configuration.update(name, value(configuration), target);
  return { uri, name, target, before };
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

/** Says what was changed and where, and offers to show it or to take it back. */
async function announce(written: Written, text: string, t: Translate): Promise<void> {
  const { uri, name, target, before } = written;
  const [undo, open] = [t('Undo'), t('Open Settings')];
  const chosen = await vscode.window.showInformationMessage(text, undo, open);
  if (chosen === undo) {
    await vscode.workspace.getConfiguration(SECTION, uri).update(name, before, target);
  } else if (chosen === open) {
    const query = `@id:${SECTION}.${name}`;
    await vscode.commands.executeCommand(SETTINGS_OF[target], { query });
  }
}

function dialectText({ uri, target }: Written, dialect: Dialect, t: Translate): string {
  switch (target) {
    case vscode.ConfigurationTarget.WorkspaceFolder:
      return t(
        "ecsStates.dialect is now '{0}' in the settings of the folder {1}.",
        dialect,
        folderName(uri),
      );
    case vscode.ConfigurationTarget.Workspace:
      return t("ecsStates.dialect is now '{0}' in the workspace settings.", dialect);
    default:
      return t("ecsStates.dialect is now '{0}' in your user settings.", dialect);
  }
}

function suppressionText({ uri, target }: Written, code: RuleCode, t: Translate): string {
  const file = vscode.workspace.asRelativePath(uri, false);
  switch (target) {
    case vscode.ConfigurationTarget.WorkspaceFolder:
      return t(
        '{0} is now off for {1} in the settings of the folder {2}.',
        code,
        file,
        folderName(uri),
      );
    case vscode.ConfigurationTarget.Workspace:
      return t('{0} is now off for {1} in the workspace settings.', code, file);
    default:
      return t('{0} is now off for {1} in your user settings.', code, file);
  }
}

function folderName(uri: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(uri)?.name ?? '';
}

/** The file as a glob relative to its folder; what a glob would read otherwise is escaped. */
function relativePath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replace(/[[\]{}*?]/g, '[$&]');
}

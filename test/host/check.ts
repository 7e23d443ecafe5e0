import * as vscode from 'vscode';

/** Checks the workspace that is open and writes what came of it into it; called in the extension host. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const tally = await vscode.commands.executeCommand('ecsStates.checkWorkspace');
  const bytes = new TextEncoder().encode(JSON.stringify(tally));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, 'tally.out'), bytes);
}

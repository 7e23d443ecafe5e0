import * as vscode from 'vscode';

/**
 * As `loadLanguage`, in a web worker: nothing is imported there, so that the editor reads an extension's file and
 * evaluates it, and so does this. The build puts it into the bundle for browsers.
 */
export async function loadLanguage(
  extensionUri: vscode.Uri,
): Promise<typeof import('../language')> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'language.js');
  const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module = { exports: {} };
  new Function('module', 'exports', `${code}\n//# sourceURL=${file}`)(module, module.exports);
  return module.exports as typeof import('../language');
}

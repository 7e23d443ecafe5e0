import * as vscode from 'vscode';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file as the editor would show it. Plain ASCII, which most files are, is not sent to the editor. */
export async function decode(uri: vscode.Uri, bytes: Uint8Array): Promise<string> {
  const text = asUtf8(bytes);
  if (text !== undefined && (text.length === bytes.length || isUtf8(uri))) return text;
  return vscode.workspace.decode(bytes, { uri });
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether the settings say what files are read as by default. */
function isUtf8(uri: vscode.Uri): boolean {
  const files = vscode.workspace.getConfiguration('files', uri);
  return /^utf8/.test(files.get('encoding', 'utf8')) && !files.get('autoGuessEncoding', false);
}

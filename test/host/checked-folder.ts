import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Tally } from '../../src/language';
import { closeAll, codeOf, problems, resetSettings, set as setValue, waitFor } from './support';

/** A record that no server has. */
export const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';
/** The same without its fault. */
export const RIGHT = FAULTY.replace('stopped', 'active');
/** What is wrong with it. */
export const CODE = 'impossible-pair';

const [folder] = vscode.workspace.workspaceFolders ?? [];
assert.ok(folder);
/** A folder of the workspace for the files of a test. */
export const root = vscode.Uri.joinPath(folder.uri, 'checked');
/** A file in it. */
export const fileOf = (name: string) => vscode.Uri.joinPath(root, name);

/** Writes files into it, as the editor does. */
export async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(fileOf(name), bytes);
  }
}

/** Checks the workspace. */
export async function check(): Promise<Tally> {
  const tally = await vscode.commands.executeCommand<Tally>('ecsStates.checkWorkspace');
  assert.ok(tally, 'the check has ended');
  return tally;
}

/** The files of the test with problems, and the codes of these. */
export function found(): Record<string, string[]> {
  const entries = vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(`${root.path}/`))
    .map(([uri]) => [uri.path.slice(root.path.length + 1), problems(uri).map(codeOf)] as const)
    .filter(([, codes]) => codes.length > 0);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Waits until these are the files with problems. */
export async function expectFound(expected: Record<string, string[]>): Promise<void> {
  await waitFor(() => JSON.stringify(found()) === JSON.stringify(expected));
  assert.deepEqual(found(), expected);
}

/** Opens a file as a person does: a document that was opened by the API stays open without an editor. */
export async function show(name: string): Promise<vscode.TextDocument> {
  const isShown = () => vscode.window.activeTextEditor?.document.uri.path === fileOf(name).path;
  await vscode.commands.executeCommand('vscode.open', fileOf(name));
  await waitFor(isShown);
  const { document } = vscode.window.activeTextEditor ?? {};
  assert.ok(document && isShown());
  return document;
}

/** Sets a value in the settings of the workspace until the folder is cleared; undefined takes it away. */
export function set(section: string, key: string, value: unknown): Promise<void> {
  return setValue(value, key, section);
}

/** Makes the folder of a test. */
export async function makeFolder(): Promise<void> {
  await vscode.workspace.fs.createDirectory(root);
}

/** Leaves nothing of a test: no folder, no problems, no settings. */
export async function clearFolder(): Promise<void> {
  await closeAll();
  await vscode.commands.executeCommand('ecsStates.clearWorkspaceProblems');
  await vscode.workspace.fs.delete(root, { recursive: true });
  await resetSettings();
}

/** Writes files of the test without the editor. */
export function writeBehind(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root.fsPath, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** How often it was waited until the editor has noticed all that was written. */
let noticed = 0;

/** Waits until the editor has noticed all that was written so far. */
export async function untilNoticed(): Promise<void> {
  const name = `noticed-${++noticed}.txt`;
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${name}`);
  let isNoticed = false;
  watcher.onDidCreate(() => {
    isNoticed = true;
  });
  try {
    writeBehind({ [name]: '' });
    await waitFor(() => isNoticed);
    assert.ok(isNoticed);
  } finally {
    watcher.dispose();
  }
}

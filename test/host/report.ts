import path from 'node:path';
import * as vscode from 'vscode';
import { print } from './print';

/** How long nothing may change before what is reported is taken as all there is, in milliseconds. */
const QUIET = 1500;

/** The longest wait for the first report, in milliseconds: the extension starts with the first file. */
const PATIENCE = 20_000;

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** Opens every file of the folder and prints what the extension reports for it; called in the extension host. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const entries = await vscode.workspace.fs.readDirectory(folder.uri);
  const names = entries.filter(([, type]) => type === vscode.FileType.File).map(([name]) => name);
  const files = names.sort().map((name) => vscode.Uri.joinPath(folder.uri, name));
  for (const file of files) await vscode.window.showTextDocument(file, { preview: false });
  await settled(files);
  for (const file of files) {
    const problems = problemsOf(file);
    print(`${path.posix.basename(file.path)}: ${problems.length || 'nothing'} to report`);
    for (const { range, severity, code, message } of problems) {
      const { line, character } = range.start;
      const name = typeof code === 'object' ? code.value : code;
      print(`  ${line + 1}:${character + 1}  ${SEVERITIES[severity]}  ${name}  ${message}`);
    }
  }
  const count = files.reduce((sum, file) => sum + problemsOf(file).length, 0);
  print(`${count} problems in ${files.length} files, as the extension reports them to VS Code.`);
}

function problemsOf(file: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(file)
    .filter(({ source }) => source === 'ecs-states')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until something was reported, and nothing has changed for a while since. */
async function settled(files: readonly vscode.Uri[]): Promise<void> {
  const limit = Date.now() + PATIENCE;
  const look = () => JSON.stringify(files.map(problemsOf));
  let seen = look();
  let since = Date.now();
  while (Date.now() < limit) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = look();
    if (now !== seen) {
      seen = now;
      since = Date.now();
    }
    const isSomething = files.some((file) => problemsOf(file).length > 0);
    if (isSomething && Date.now() - since > QUIET) return;
  }
}

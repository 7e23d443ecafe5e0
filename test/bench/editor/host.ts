// Measures in the extension host of a real VS Code; prints one line of JSON, which the runner makes a report of.
import path from 'node:path';
import * as vscode from 'vscode';
import { print } from '../../host/print';
import type { Measured } from './measured';

const OURS = 'ecs-states.ecs-states';
const JSON_SERVICE = 'vscode.json-language-features';
const PRESSES = 9;
/** How long is waited for diagnostics, in milliseconds. */
const PATIENCE = 60_000;
/** How often it is looked whether the host is blocked, in milliseconds. */
const TICK = 2;

/** Measures on the files that the runner has put into the open folder. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  const activation = { ours: await activationOf(OURS), json: await activationOf(JSON_SERVICE) };
  const files = await vscode.workspace.findFiles('*.json');
  const documents = [];
  for (const uri of files) {
    const plain = await measurePlain(uri);
    const { blocked, ...times } = await measure(uri);
    documents.push({ ...times, blocked: { ...blocked, ...plain } });
  }
  const measured: Measured = { vscode: vscode.version, activation, documents };
  print(JSON.stringify(measured));
}

async function activationOf(id: string): Promise<number | undefined> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension || extension.isActive) return undefined;
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}

/** How long the host is busy with the document itself. */
async function measurePlain(uri: vscode.Uri) {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const opening = watchForBlocks();
  const document = await vscode.workspace.openTextDocument({
    language: 'plaintext',
    content: text,
  });
  const editor = await vscode.window.showTextDocument(document);
  const openingPlain = opening.stop();
  const typing = watchForBlocks();
  for (let count = 0; count < PRESSES; count++) {
    const at = document.positionAt(text.length >> 1);
    await editor.edit((edit) => edit.insert(at, 'x'));
  }
  const typingPlain = typing.stop();
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return { openingPlain, typingPlain };
}

async function measure(uri: vscode.Uri) {
  const start = performance.now();
  const opening = watchForBlocks();
  const document = await vscode.workspace.openTextDocument(uri);
  const opened = performance.now();
  await changeOf(document, 'ecs-states', 0);
  const first = performance.now() - opened;
  const openingBlocked = opening.stop();
  const editor = await vscode.window.showTextDocument(document);
  const text = document.getText();
  const state = text.indexOf('rebooting', text.length / 2) + 3;
  const comma = text.lastIndexOf(',', state);
  const typing = watchForBlocks();
  const ours = await press(editor, 'ecs-states', state, '-');
  const typingBlocked = typing.stop();
  const json = await press(editor, 'json', comma, ';');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return {
    name: path.basename(uri.path),
    characters: text.length,
    open: opened - start,
    first,
    ours,
    json,
    blocked: { opening: openingBlocked, typing: typingBlocked },
  };
}

/** Types something that is a fault to a source, and takes it back, several times; milliseconds until it is told. */
async function press(
  editor: vscode.TextEditor,
  source: string,
  offset: number,
  wrong: string,
): Promise<number[]> {
  const { document } = editor;
  const times: number[] = [];
  for (let count = 0; count < PRESSES; count++) {
    const before = countOf(document, source);
    const at = document.positionAt(offset);
    const isTyped = count % 2 === 1;
    const range = new vscode.Range(at, isTyped ? at.translate(0, 1) : at);
    const start = performance.now();
    await editor.edit((edit) => edit.replace(range, isTyped ? '' : wrong));
    await changeOf(document, source, before);
    times.push(performance.now() - start);
  }
  return times;
}

/** Waits until the number of problems of a source is another one. */
function changeOf(document: vscode.TextDocument, source: string, before: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const isChanged = () => countOf(document, source) !== before;
    if (isChanged()) return resolve();
    const timer = setTimeout(() => reject(new Error(`${source} says nothing`)), PATIENCE);
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isChanged()) return;
      clearTimeout(timer);
      listener.dispose();
      resolve();
    });
  });
}

function countOf({ uri }: vscode.TextDocument, source: string): number {
  return vscode.languages.getDiagnostics(uri).filter((problem) => problem.source === source).length;
}

/** Watches how long the host does not get to anything else; gives the longest time, in milliseconds. */
function watchForBlocks(): { stop(): number } {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK);
    last = now;
  }, TICK);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}

// Measures in the extension host of a real VS Code; prints one line of JSON, which the runner makes a report of.
import path from 'node:path';
import * as vscode from 'vscode';
import { print } from '../../host/print';
import type { Measured, MeasuredDocument } from './measured';

const OURS = 'ecs-states.ecs-states';
const JSON_SERVICE = 'vscode.json-language-features';
const PRESSES = 9;
/** The first ones of each source do not count; after an even number nothing is left behind. */
const WARMUPS = 3;
/** How long is waited for diagnostics, in milliseconds. */
const PATIENCE = 60_000;
/** What is waited for everything that follows an edit, in milliseconds. */
const SETTLING = 700;
/** How often it is looked whether the host is blocked, in milliseconds. */
const TICK = 2;

/**
 * Measures on the files that the runner has put into the open folder. In an editor that does not have the extension
 * it measures how long the others keep the host busy.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  const activation = { ours: await activationOf(OURS), json: await activationOf(JSON_SERVICE) };
  const hasOurs = vscode.extensions.getExtension(OURS) !== undefined;
  const documents = [];
  for (const uri of await vscode.workspace.findFiles('*.json')) {
    documents.push(await measure(uri, hasOurs));
  }
  const measured: Measured = { vscode: vscode.version, activation, documents };
  print(JSON.stringify(measured));
}

/** How long the editor took to load and to activate an extension, by what it writes down of that itself. */
async function activationOf(id: string): Promise<number | undefined> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) return undefined;
  await extension.activate();
  const marks = new Map(marksOfHost().map(({ name, startTime }) => [name, startTime]));
  const between = (from: string, to: string) =>
    (marks.get(`code/extHost/${to}/${id}`) ?? Number.NaN) -
    (marks.get(`code/extHost/${from}/${id}`) ?? Number.NaN);
  const time =
    between('willLoadExtensionCode', 'didLoadExtensionCode') +
    between('willActivateExtension', 'didActivateExtension');
  return Number.isNaN(time) ? undefined : time;
}

function marksOfHost(): readonly { readonly name: string; readonly startTime: number }[] {
  const host: { MonacoPerformanceMarks?: { getMarks(): ReturnType<typeof marksOfHost> } } =
    globalThis as object;
  return host.MonacoPerformanceMarks?.getMarks() ?? [];
}

async function measure(uri: vscode.Uri, hasOurs: boolean): Promise<MeasuredDocument> {
  const start = performance.now();
  const opening = watchForBlocks();
  const document = await vscode.workspace.openTextDocument(uri);
  const opened = performance.now();
  if (hasOurs) await changeOf(document, 'ecs-states', 0);
  const first = performance.now() - opened;
  const editor = await vscode.window.showTextDocument(document);
  await settle();
  const blockedByOpening = opening.stop();
  const text = document.getText();
  const state = text.indexOf('rebooting', text.length / 2) + 3;
  const comma = text.lastIndexOf(',', state);
  const ours = hasOurs ? await press(editor, 'ecs-states', state, '-') : [];
  const json = await press(editor, 'json', comma, ';');
  const blockedByTyping = await type(editor, state);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return {
    name: path.basename(uri.path),
    characters: text.length,
    open: opened - start,
    first,
    ours,
    json,
    blocked: { opening: blockedByOpening, typing: blockedByTyping },
  };
}

/** Types and takes back, each time with time for all that comes of it; the times for which the host was blocked. */
async function type(editor: vscode.TextEditor, offset: number): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < PRESSES; count++) {
    const at = editor.document.positionAt(offset);
    const isTyped = count % 2 === 1;
    const range = new vscode.Range(at, isTyped ? at.translate(0, 1) : at);
    const blocks = watchForBlocks();
    await editor.edit((edit) => edit.replace(range, isTyped ? '' : '-'));
    await settle();
    times.push(blocks.stop());
  }
  return times;
}

/** Gives whoever works after an edit the time for it. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLING));
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
  for (let count = 0; count < WARMUPS + PRESSES; count++) {
    const before = countOf(document, source);
    const at = document.positionAt(offset);
    const isTyped = count % 2 === 1;
    const range = new vscode.Range(at, isTyped ? at.translate(0, 1) : at);
    const start = performance.now();
    await editor.edit((edit) => edit.replace(range, isTyped ? '' : wrong));
    await changeOf(document, source, before);
    times.push(performance.now() - start);
  }
  return times.slice(WARMUPS);
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

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { withCursor } from '../support/cursor';

/** How long the editor may take to show what it should, in milliseconds. */
const PATIENCE = 90_000;

/** How many documents were opened. */
let opened = 0;

/** The ends of file names by which the editor knows a language. */
const ENDS: Readonly<Record<string, string>> = {
  json: '.json',
  jsonc: '.jsonc',
  yaml: '.yaml',
  typescript: '.ts',
  typescriptreact: '.tsx',
  javascript: '.js',
  javascriptreact: '.jsx',
};

/**
 * Opens an untitled document; a cursor marker in the text is taken out and its position given.
 * Each has a name of its own, for where one has just been closed the editor may give the next its name and its text.
 */
export async function open(
  language: string,
  fixture: string,
): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  const { text, offset } = fixture.includes('<|>')
    ? withCursor(fixture)
    : { text: fixture, offset: 0 };
  const path = `document-${++opened}${ENDS[language] ?? ''}`;
  const named = await vscode.workspace.openTextDocument(
    vscode.Uri.from({ scheme: 'untitled', path }),
  );
  const document =
    named.languageId === language
      ? named
      : await vscode.languages.setTextDocumentLanguage(named, language);
  await vscode.window.showTextDocument(document);
  await replaceAll(document, text);
  return { document, position: document.positionAt(offset) };
}

/** What this extension reports for a document, as `code @ marked text`. */
export function reported(document: vscode.TextDocument): string[] {
  return problems(document.uri).map(
    (diagnostic) => `${codeOf(diagnostic)} @ ${document.getText(diagnostic.range)}`,
  );
}

/** This extension's problems, as the editor has them. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ecs-states');
}

/** The code of a problem, without its link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the document is reported as expected, and shows the difference where it never is. */
export async function expectReported(
  document: vscode.TextDocument,
  expected: readonly string[],
): Promise<void> {
  const isAsExpected = () => JSON.stringify(reported(document)) === JSON.stringify(expected);
  await waitFor(isAsExpected);
  assert.deepEqual(reported(document), expected);
}

/** Pause after which the editor is looked at again though it has told of nothing, in milliseconds. */
const PAUSE = 100;

/** What the editor tells of where something can have come about that a test waits for. */
const NEWS: readonly ((listen: () => void) => vscode.Disposable)[] = [
  vscode.languages.onDidChangeDiagnostics,
  vscode.window.onDidChangeActiveTextEditor,
  vscode.window.onDidChangeTextEditorSelection,
  vscode.window.tabGroups.onDidChangeTabs,
  vscode.workspace.onDidChangeTextDocument,
  vscode.workspace.onDidCloseTextDocument,
  vscode.workspace.onDidSaveTextDocument,
];

/** Waits until the condition holds, or patience ends. It is looked at whenever the editor tells of something. */
export async function waitFor(condition: () => boolean): Promise<void> {
  if (condition()) return;
  const limit = Date.now() + PATIENCE;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!condition() && Date.now() < limit) return;
      clearInterval(timer);
      listening.dispose();
      resolve();
    };
    const timer = setInterval(look, PAUSE);
    const listening = vscode.Disposable.from(...NEWS.map((listen) => listen(look)));
  });
}

/** Replaces all of a document's text. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Closes all editors without saving, and waits until their documents are gone: names of untitled ones recur. */
export async function closeAll(): Promise<void> {
  const hasTabs = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  for (let left = 20; hasTabs() && left > 0; left--) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await waitFor(() => vscode.workspace.textDocuments.every(({ isUntitled }) => !isUntitled));
}

const changed = new Map<string, Set<string>>();

/** Sets a value in the workspace's settings until `resetSettings`. */
export async function set(value: unknown, key: string, section = 'ecsStates'): Promise<void> {
  changed.set(section, (changed.get(section) ?? new Set()).add(key));
  const configuration = vscode.workspace.getConfiguration(section);
  await configuration.update(key, value, vscode.ConfigurationTarget.Workspace);
}

/** Takes back all that was set, and what a command has set under a key that is named. */
export async function resetSettings(...others: readonly string[]): Promise<void> {
  for (const key of others) await set(undefined, key);
  for (const [section, keys] of changed) for (const key of keys) await set(undefined, key, section);
  changed.clear();
}

/** The actions of a kind that are offered for a range; for the whole document where none is given. */
export async function actionsIn(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
  range?: vscode.Range,
): Promise<vscode.CodeAction[]> {
  const end = document.positionAt(document.getText().length);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range ?? new vscode.Range(new vscode.Position(0, 0), end),
    kind.value,
  );
}

/** Does what an action does when it is chosen. */
export async function choose(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action, 'the action is offered');
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  const { command, arguments: given = [] } = action.command ?? {};
  if (command) await vscode.commands.executeCommand(command, ...given);
}

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { waitFor } from './support';

const ID = 'ecs-states.ecs-states';

describe('the extension', () => {
  it('is activated by a document of a language that is often included', async () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension);
    // A JSON document that a build opens by itself activates the extension before any test runs.
    assert.ok(extension.packageJSON.activationEvents.includes('onLanguage:snippets'));
    await vscode.workspace.openTextDocument({ language: 'snippets', content: '{}' });
    await waitFor(() => extension.isActive);
    assert.ok(extension.isActive);
  });

  it('explains a state', async () => {
    const { document, position } = await openAt('{"vm_state": "act|ive", "task_state": null}');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
    assert.match(text, /active/);
  });

  it('proposes the states that fit', async () => {
    const { document, position } = await openAt('{"vm_state": "resized", "task_state": "|"}');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('resize_reverting'), labels.join(', '));
  });
});

async function openAt(marked: string) {
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ language: 'json', content });
  return { document, position: document.positionAt(offset) };
}

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}

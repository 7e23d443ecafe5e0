import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, open } from './support';

async function complete(
  document: vscode.TextDocument,
  position: vscode.Position,
  trigger?: string,
) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
  );
  return list.items
    .filter(({ sortText }) => sortText?.startsWith('!'))
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

const labelOf = ({ label }: vscode.CompletionItem) =>
  typeof label === 'string' ? label : label.label;

describe('completion in the editor', () => {
  afterEach(closeAll);

  const cases: [string, string, string, string[]][] = [
    [
      'json',
      '"',
      '{ "OS-EXT-STS:vm_state": "resized", "OS-EXT-STS:task_state": "<|>" }',
      ['null', 'resize_reverting'],
    ],
    [
      'yaml',
      ' ',
      'OS-EXT-STS:vm_state: stopped\nOS-EXT-STS:task_state: powering-on\nstatus: <|>\n',
      ['SHUTOFF'],
    ],
    ['typescript', "'", "if (x.vm_state === '<|>') {}", ['building', 'active', 'stopped']],
  ];
  for (const [language, trigger, fixture, first] of cases) {
    it(`${language}: proposes what fits, first, on ${JSON.stringify(trigger)}`, async () => {
      const { document, position } = await open(language, fixture);
      const items = await complete(document, position, trigger);
      assert.deepEqual(items.slice(0, first.length).map(labelOf), first);
      assert.equal(items[0]?.kind, vscode.CompletionItemKind.EnumMember);
      for (const { range } of items) {
        const replaced = range instanceof vscode.Range ? range : range?.replacing;
        assert.ok(replaced?.isSingleLine && replaced.contains(position));
      }
    });
  }

  it('gives the resulting status as detail, and the meaning', async () => {
    const { document, position } = await open(
      'json',
      '{ "vm_state": "deleted", "task_state": "<|>" }',
    );
    const [item] = await complete(document, position);
    assert.equal(item?.detail, 'DELETED');
    const { documentation } = item;
    assert.ok(documentation instanceof vscode.MarkdownString && documentation.value.length > 10);
  });

  it('writes null in place of the quotes, in one edit', async () => {
    for (const [language, fixture] of [
      ['yaml', 'vm_state: active\ntask_state: "<|>"\n'],
      ['typescript', "if (x.task_state === '<|>') {}"],
    ] as const) {
      const { document, position } = await open(language, fixture);
      const item = (await complete(document, position)).find((found) => labelOf(found) === 'null');
      assert.ok(item?.range instanceof vscode.Range && item.range.contains(position));
      assert.match(document.getText(item.range), /^(?:""|'')$/);
      assert.deepEqual(item.additionalTextEdits ?? [], []);
    }
  });

  it('proposes records where one can begin, and for no other word', async () => {
    const records = async (fixture: string) => {
      const { document, position } = await open('yaml', fixture);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return list.items.filter((item) => /^ecs-server/.test(labelOf(item)));
    };
    const [item, ...others] = await records('a:\n  - ecs<|>\n');
    assert.equal(others.length, 1);
    assert.ok(item?.insertText instanceof vscode.SnippetString);
    assert.match(item.insertText.value, /\n {4}OS-EXT-STS:vm_state: \$\{1\|building,active,/);
    for (const fixture of ['name: web-server<|>\n', '- server<|>\n', 'a: |\n  - ecs<|>\n']) {
      assert.deepEqual(await records(fixture), []);
    }
  });

  it('has nothing to say where nothing is about a server', async () => {
    const { document, position } = await open('json', '{ "status": "<|>" }');
    assert.deepEqual(await complete(document, position, '"'), []);
  });
});

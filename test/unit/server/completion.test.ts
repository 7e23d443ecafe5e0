import { strict as assert } from 'node:assert';
import type { CompletionItem, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, readText } from '../../../src/language';
import { clientOf } from '../../../src/server/client';
import { completionsOf } from '../../../src/server/completion';
import { allRecords } from '../../support/all-records';
import { withCursor } from '../../support/cursor';
import { SYNTAXES } from '../../support/syntaxes';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

const clientWith = (completionItem: object) =>
  clientOf({
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem } } },
  });
const PLAIN = clientWith({});
const ABLE = clientWith({
  snippetSupport: true,
  labelDetailsSupport: true,
  insertTextModeSupport: { valueSet: [1, 2] },
});

function ask(
  text: string,
  languageId: string,
  offset: number,
  client = PLAIN,
  triggerKind?: 1 | 2,
) {
  const document = TextDocument.create('file:///a', languageId, 1, text);
  const reading = readText(text, languageId);
  assert.ok(reading);
  const position = document.positionAt(offset);
  const context = triggerKind && { triggerKind };
  const answer = completionsOf(
    document,
    reading,
    { position, ...(context && { context }) },
    createLanguageService(),
    client,
  );
  return { document, position, answer, items: Array.isArray(answer) ? answer : answer.items };
}

/** All edits of an item as a client has to make them: none touches another, and the main one has the cursor. */
function editsOf(item: CompletionItem, document: TextDocument, offset: number): TextEdit[] {
  const main = item.textEdit as TextEdit;
  const { start, end } = main.range;
  assert.equal(start.line, end.line, 'the edit is on one line');
  assert.ok(document.offsetAt(start) <= offset && offset <= document.offsetAt(end));
  for (const { range } of item.additionalTextEdits ?? []) {
    const isApart =
      document.offsetAt(range.end) < document.offsetAt(start) ||
      document.offsetAt(range.start) > document.offsetAt(end);
    assert.ok(isApart, 'the other edits are apart from the main one');
  }
  return [main, ...(item.additionalTextEdits ?? [])];
}

function accept(fixture: string, languageId: string, label: string): string {
  const { text, offset } = withCursor(fixture);
  const { document, items } = ask(text, languageId, offset);
  const item = items.find((found) => found.label === label);
  assert.ok(item, label);
  return TextDocument.applyEdits(document, editsOf(item, document, offset));
}

describe('completion of the language server', () => {
  const cases: [string, string, string, string][] = [
    ['json', `{"${TASK}": "<|>"}`, 'null', `{"${TASK}": null}`],
    ['json', `{"${TASK}": "nu<|>ll"}`, 'null', `{"${TASK}": null}`],
    ['json', `{"${TASK}": "powering-o<|>"}`, 'powering-on', `{"${TASK}": "powering-on"}`],
    ['json', `{"${TASK}": "re<|>\n}`, 'rebooting', `{"${TASK}": "rebooting"\n}`],
    ['yaml', `${TASK}: '<|>'\n`, 'null', `${TASK}: null\n`],
    ['yaml', `${TASK}: "<|>"# c\n`, 'null', `${TASK}: null # c\n`],
    ['typescript', `x.task_state === '<|>'`, 'null', 'x.task_state === null'],
    ['typescript', 'x.task_state === `<|>`', 'rebooting', 'x.task_state === `rebooting`'],
    ['yaml', '- ecs<|>', 'ecs-server active', `- status: ACTIVE\n  ${VM}: active\n  ${TASK}: null`],
  ];
  for (const [languageId, before, label, after] of cases) {
    it(`${languageId}: ${JSON.stringify(before)}, ${label}`, () => {
      assert.equal(accept(before, languageId, label), after);
    });
  }

  for (const syntax of SYNTAXES) {
    it(`${syntax.name}: each proposal is edits that the protocol allows, and means what it says`, () => {
      const value = { raw: '""' };
      for (const pairs of [
        [
          [VM, 'active'],
          [TASK, value],
        ],
        [
          [TASK, 'rebooting'],
          ['status', 'REBOOT'],
          [VM, value],
        ],
      ] as const) {
        const text = syntax.write(pairs);
        for (let offset = 0; offset <= text.length; offset++) {
          const { document, items } = ask(text, syntax.languageId, offset);
          assert.ok(new Set(items.map((item) => startOf(item))).size <= 1, 'one place');
          for (const item of items) {
            const changed = TextDocument.applyEdits(document, editsOf(item, document, offset));
            if (item.kind === 20) assertHas(changed, syntax.languageId, item.label);
          }
        }
      }
    });
  }

  it('filters an item by what it replaces', () => {
    const { text, offset } = withCursor(`{"${TASK}": "re<|>"}`);
    const { document, position, items } = ask(text, 'json', offset);
    for (const { textEdit, filterText, label } of items) {
      const { start } = (textEdit as TextEdit).range;
      const replaced = document.getText({ start, end: position });
      assert.equal(filterText, `${replaced.slice(0, -2)}${label}`);
    }
  });

  it('sends records as snippets to whom has them, indented as the line is', () => {
    const { text, offset } = withCursor('a:\n  - ecs<|>\n');
    const { items } = ask(text, 'yaml', offset, ABLE);
    const item = items.find(({ label }) => label === 'ecs-server active');
    assert.ok(item);
    assert.equal(item.insertTextFormat, 2);
    assert.equal(item.insertTextMode, 2);
    const { newText } = item.textEdit as TextEdit;
    assert.equal(newText, `status: ACTIVE\n  ${VM}: active\n  ${TASK}: null$0`);
  });

  it('asks to be asked again where nothing is typed of a record yet', () => {
    const { answer } = ask('- ', 'yaml', 2);
    assert.ok(!Array.isArray(answer) && answer.isIncomplete);
    assert.deepEqual(ask('- ', 'yaml', 2, PLAIN, 2).items, []);
    assert.deepEqual(ask('- server', 'yaml', 8).items, []);
  });
});

function startOf({ textEdit }: CompletionItem): string {
  return JSON.stringify((textEdit as TextEdit).range.start);
}

function assertHas(text: string, languageId: string, label: string): void {
  const values = allRecords(readText(text, languageId)).flatMap(({ fields }) =>
    fields.map(({ value }) => (value.kind === 'text' ? value.text : value.kind)),
  );
  assert.ok(values.includes(label), `${label} in ${text}`);
}

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, diagnose } from '../../../src/language';
import { ServerDocument } from '../../../src/server/document';

const URI = 'file:///a';
const service = createLanguageService();
const never = () => false;

async function checked(document: ServerDocument) {
  const found = await document.diagnose(service, never);
  assert.ok(found);
  return found;
}

/** A change from one place to another, lines and characters from 0. */
function change(
  [fromLine, from]: readonly [number, number],
  [toLine, to]: readonly [number, number],
  text: string,
): TextDocumentContentChangeEvent {
  const start = { line: fromLine, character: from };
  return { range: { start, end: { line: toLine, character: to } }, text };
}

const RECORD = '{ "vm_state": "stopped",\n  "task_state": "rebooting" }\n';
const CLEAN = '{ "vm_state": "active",\n  "task_state": "rebooting" }\n';

describe("a server's document", () => {
  for (const [title, before, changes, after] of [
    ['a change', RECORD, [change([0, 15], [0, 22], 'active')], CLEAN],
    ['no change', RECORD, [], RECORD],
    ['all of the text', RECORD, [{ text: CLEAN }], CLEAN],
    [
      'all of the text, and a change of that',
      CLEAN,
      [{ text: RECORD }, change([0, 15], [0, 22], 'active')],
      CLEAN,
    ],
    [
      'several changes, each in the text after the one before',
      RECORD,
      [
        change([0, 0], [0, 0], '\n\n'),
        change([2, 15], [2, 22], 'active'),
        change([0, 0], [2, 0], ''),
      ],
      CLEAN,
    ],
    [
      'a change behind characters of two units',
      `/* 😀 */ ${RECORD}`,
      [change([0, 24], [0, 31], 'active')],
      `/* 😀 */ ${CLEAN}`,
    ],
    [
      'a change in lines that end in any way',
      `\r\r\n\n${RECORD}`,
      [change([3, 15], [3, 22], 'active')],
      `\r\r\n\n${CLEAN}`,
    ],
    [
      'changes that make one line break of two characters',
      `\r${RECORD}`,
      [change([1, 0], [1, 0], '\n'), change([1, 15], [1, 22], 'active')],
      `\r\n${CLEAN}`,
    ],
    ['a range that ends before it begins', RECORD, [change([0, 22], [0, 15], 'active')], CLEAN],
    [
      'places behind the end of a line and of the text',
      RECORD,
      [
        change([1, 99], [7, 7], '\n\n'),
        change([9, 0], [10, 1], RECORD),
        change([3, 15], [3, 22], 'gone'),
      ],
      `${RECORD}\n${RECORD.replace('stopped', 'gone')}`,
    ],
    ['places before the text', RECORD, [change([-1, -1], [0, -3], '\n')], `\n${RECORD}`],
  ] as const) {
    it(`takes ${title}`, async () => {
      const document = ServerDocument.create(URI, 'jsonc', 1, before);
      await checked(document);
      ServerDocument.update(document, changes, 2);
      assert.equal(document.positions.getText(), after);
      assert.equal(document.version, 2);
      assert.deepEqual((await checked(document)).diagnostics, diagnose(after, 'jsonc'));
    });
  }

  it('is checked once, until it changes or the settings do', async () => {
    const document = ServerDocument.create(URI, 'json', 1, RECORD);
    const first = await checked(document);
    assert.equal(await checked(document), first);
    const other = await document.diagnose(createLanguageService({ dialect: 'openstack' }), never);
    assert.notEqual(other?.id, first.id);
    ServerDocument.update(document, [change([0, 0], [0, 0], ' ')], 2);
    assert.notEqual((await checked(document)).id, first.id);
  });

  it('is not checked for nobody', async () => {
    const document = ServerDocument.create(URI, 'json', 1, RECORD);
    assert.equal(await document.diagnose(service, () => true), undefined);
    assert.equal(await document.parse(service, () => true), undefined);
  });

  it('has nothing wrong in a language that is not served', async () => {
    const document = ServerDocument.create(URI, 'plaintext', 1, RECORD);
    assert.deepEqual((await checked(document)).diagnostics, []);
  });

  it('is checked in its newest text, whatever arrives while it is', async () => {
    const long = `[${`${RECORD},`.repeat(4000)}{}]`;
    const document = ServerDocument.create(URI, 'json', 1, long);
    const first = document.diagnose(service, never);
    await new Promise(setImmediate);
    // This client does not count its versions up.
    ServerDocument.update(document, [{ text: RECORD }], 1);
    assert.deepEqual((await first)?.diagnostics, diagnose(RECORD, 'json'));
  });

  for (const languageId of ['json', 'yaml', 'typescript']) {
    it(`is what a new one would be after any changes, in ${languageId}`, async () => {
      const place = fc.record({
        line: fc.integer({ min: 0, max: 6 }),
        character: fc.integer({ min: 0, max: 40 }),
      });
      const pieces = [
        '\n',
        '\r',
        '\r\n',
        '😀',
        '{',
        '}',
        '"',
        ',',
        ' ',
        RECORD,
        'vm_state: gone\n',
      ];
      const edit = fc.record({
        range: fc.option(fc.record({ start: place, end: place }), { freq: 8, nil: undefined }),
        text: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 5 }),
          async (all) => {
            const document = ServerDocument.create(URI, languageId, 1, `${RECORD}\r\n${CLEAN}`);
            for (const [index, edits] of all.entries()) {
              const changes = edits.map(({ range, text }) => ({ text, ...(range && { range }) }));
              ServerDocument.update(document, changes, index + 2);
              await checked(document);
              if (document.needsFullReparse) document.refresh();
              const text = document.positions.getText();
              assert.deepEqual((await checked(document)).diagnostics, diagnose(text, languageId));
              const fresh = TextDocument.create(URI, languageId, 0, text);
              for (let offset = 0; offset <= text.length; offset++) {
                assert.deepEqual(document.positions.positionAt(offset), fresh.positionAt(offset));
              }
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});

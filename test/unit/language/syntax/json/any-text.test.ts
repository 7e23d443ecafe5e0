import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readKey } from '../../../../../src/language/records/keys';
import type { StateRecord } from '../../../../../src/language/records/record';
import { jsonReader, readJson } from '../../../../../src/language/syntax/json/reader';
import type { Range } from '../../../../../src/language/text/range';
import { CURSOR } from '../../../../support/cursor';
import { fieldsOnly } from '../../../../support/fields-only';
import { anyJson, anyTape, type Json, print, STATE_KEYS } from '../../../../support/json-documents';
import { oracleRecords } from '../../../../support/json-oracle';
import { HALF_TYPED, NO_SLOTS, SLOTS } from '../../../../support/json-texts';
import { processorTime } from '../../../../support/processor-time';
import { reach } from '../../../../support/reach';

const LANGUAGES = ['json', 'jsonc', 'jsonl'];

function read(text: string, languageId = 'json'): readonly StateRecord[] {
  return fieldsOnly(jsonReader.read(text, languageId).records);
}

function slice(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

describe('language: JSON, held against jsonc-parser', () => {
  for (const languageId of ['json', 'jsonc']) {
    it(`finds the same in any document: ${languageId}`, () => {
      fc.assert(
        fc.property(anyJson, anyTape, (value, choices) => {
          const text = print(value, languageId, choices);
          const expected = oracleRecords(text, languageId);
          assert.ok(expected, text);
          assert.deepEqual(read(text, languageId), expected);
        }),
        { numRuns: reach(500) },
      );
    });
  }

  it('finds the same in any document: jsonl', () => {
    fc.assert(
      fc.property(fc.array(anyJson, { maxLength: 5 }), anyTape, (values, choices) => {
        const text = values.map((value) => print(value, 'jsonl', choices)).join('\n');
        const expected = oracleRecords(text, 'jsonl');
        assert.ok(expected, text);
        assert.deepEqual(read(text, 'jsonl'), expected);
      }),
      { numRuns: reach(200) },
    );
  });

  it('finds the same in any record', () => {
    const values = fc.oneof(fc.constantFrom<Json>(null, 'active', 1, { pairs: [] }), fc.string());
    const pairs = fc.array(fc.tuple(fc.constantFrom(...STATE_KEYS), values), { minLength: 1 });
    fc.assert(
      fc.property(pairs, anyTape, (members, choices) => {
        const text = print({ pairs: members }, 'jsonc', choices);
        const [record, ...others] = read(text, 'jsonc');
        assert.deepEqual([record], oracleRecords(text, 'jsonc'));
        assert.equal(record?.fields.length, members.length);
        assert.equal(others.length, 0);
      }),
      { numRuns: reach(200) },
    );
  });
});

const EXAMPLES = [
  ...HALF_TYPED.map(([text]) => text),
  ...SLOTS.map(([text]) => text.replace(CURSOR, '')),
  ...NO_SLOTS.map((text) => text.replace(CURSOR, '')),
  '{"servers": [\r\n  {"status": "ACTIVE", "OS-EXT-STS:vm_state": "a\\u0063tive", // c\r\n' +
    '   "addresses": {"net": [{"addr": "10.0.0.1"}]}, "task\\u005fstate": null}, /* c */ {}\r\n]}\r\n',
  '{"status": "A"}\n{"status": {{ x }}, "n": 1}\n{\'status\': \'B\'}\n[{"vm_state": AC}]',
  '\ufeff{"\u0000status": "\ud800", "status":\u2028"\udc00"}',
];

/** What holds of any answer to any text. */
function check(text: string, languageId: string): void {
  const records = read(text, languageId);
  let before = -1;
  for (const { kind, range, fields } of records) {
    assert.equal(kind, 'object');
    assert.ok(before < range.start && range.start < range.end && range.end <= text.length);
    assert.equal(text[range.start], '{');
    assert.ok(fields.length > 0);
    before = range.start;
    let last = range.start;
    for (const { field, spelling, key, value, inner, outer, quote } of fields) {
      assert.equal(readKey(spelling)?.field, field);
      if (!slice(text, key).includes('\\')) assert.equal(slice(text, key), spelling);
      const offsets = [last, key.start, key.end, outer.start, inner.start, inner.end, outer.end];
      assert.deepEqual(
        offsets,
        offsets.toSorted((one, other) => one - other),
      );
      assert.ok(outer.end <= range.end);
      assert.equal(slice(text, { start: outer.start, end: inner.start }), quote);
      assert.equal(quote !== '', value.kind === 'text');
      last = outer.end;
    }
  }
  assert.deepEqual(fieldsOnly(readJson(text.split(/(?<=\n)/), languageId)), records);
}

function checkSlot(text: string, languageId: string, offset: number): void {
  const records = read(text, languageId);
  const slot = jsonReader.keyPosition(text, languageId, records, offset);
  if (!slot) return;
  const { record, outer, quote, hasValue, after } = slot;
  assert.ok(records.includes(record));
  assert.ok(record.range.start < outer.start && outer.end <= record.range.end);
  assert.ok(outer.start <= offset && offset <= outer.end);
  assert.doesNotMatch(slice(text, outer), /[\r\n]/);
  assert.equal(quote, /^["']/.exec(slice(text, outer))?.[0] ?? '');
  assert.ok(!(hasValue && after));
}

describe('language: JSON, any text', () => {
  it('is read however it is cut off', () => {
    for (const example of EXAMPLES) {
      for (let end = 0; end <= example.length; end++) {
        for (const languageId of LANGUAGES) {
          check(example.slice(0, end), languageId);
          checkSlot(example.slice(0, end), languageId, end);
          checkSlot(example, languageId, end);
        }
      }
    }
  });

  it('is read however it is changed', () => {
    const inserts = ['', '"', "'", '\\', '{', '}', '[', ']', ':', ',', '/', '//', '/*', '*/', '\n'];
    const strange = ['\r', '\u0000', '\ud800', '\u2028', '"status":', 'vm_state', ' ', 'null', '-'];
    const edit = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...inserts, ...strange));
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLES),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...LANGUAGES),
        (example, edits, languageId) => {
          let text = example;
          for (const [seed, removed, inserted] of edits) {
            const at = seed % (text.length + 1);
            text = text.slice(0, at) + inserted + text.slice(at + removed);
          }
          check(text, languageId);
          for (let offset = 0; offset <= text.length; offset += 3) {
            checkSlot(text, languageId, offset);
          }
        },
      ),
      { numRuns: reach(500) },
    );
  });

  it('is read whatever it is', () => {
    const token = fc.constantFrom(
      ...'{}[]:,"\'\\/*\n x',
      '"status"',
      '"a"',
      'null',
      ': ',
      '"status": ',
    );
    const soup = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), fc.nat(), (text, seed) => {
        for (const languageId of LANGUAGES) {
          check(text, languageId);
          checkSlot(text, languageId, seed % (text.length + 1));
        }
      }),
      { numRuns: reach(500) },
    );
  });

  it('is read to any depth', () => {
    const depth = 100_000;
    const text = `${'{"status": ['.repeat(depth)}{"vm_state": "a"}${']}'.repeat(depth)}`;
    const records = read(text);
    assert.equal(records.length, depth + 1);
    assert.deepEqual(records[0]?.range, { start: 0, end: text.length });
    assert.equal(records.at(-1)?.fields[0]?.field, 'vm_state');
    assert.equal(read('{"status": '.repeat(depth)).length, depth);
  });

  const patterns = [
    '"\\"',
    '\\"',
    "\\'",
    '"\\"x',
    `"'`,
    `'\\'"`,
    '"a ',
    '"a" b',
    '{"status":',
    '{"status":1,',
    '{"status":"',
    '[{',
    '{[',
    '}',
    ']}',
    '/*',
    '/ ',
    '\\',
    'status',
    '"status": "vm_state": ',
    '{"status": "b", "a": [',
    '["status": ',
    '",status',
    ':',
    'a:',
    '"a:',
    '"\\\\',
    '"\\u0073tatus": "\\u0041", ',
  ];
  for (const pattern of patterns) {
    it(`takes time in proportion to its length: ${pattern} again and again`, () => {
      const many = 30_000;
      for (const head of ['', '{', '{"status": "a", ']) {
        const text = `${head}${pattern.repeat(many)}`;
        const start = processorTime();
        const records = read(text);
        jsonReader.keyPosition(text, 'json', records, text.length);
        const elapsed = processorTime() - start;
        assert.ok(elapsed < 5000, `${elapsed} ms`);
      }
    });
  }
});

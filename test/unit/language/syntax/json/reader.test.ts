import { strict as assert } from 'node:assert';
import type { StateRecord, Value } from '../../../../../src/language/records/record';
import { jsonReader } from '../../../../../src/language/syntax/json/reader';
import type { Range } from '../../../../../src/language/text/range';
import { withCursor } from '../../../../support/cursor';
import { HALF_TYPED, NO_SLOTS, SLOTS } from '../../../../support/json-texts';

function read(text: string, languageId = 'json'): readonly StateRecord[] {
  return jsonReader.read(text, languageId).records;
}

function slice(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

function short(value: Value): string {
  if (value.kind === 'text') return `'${value.text}'`;
  return value.kind === 'missing' ? '?' : value.kind === 'opaque' ? '#' : 'null';
}

/** `status='ACTIVE' vm_state=?` for each record. */
function summary(text: string, languageId?: string): string[] {
  return read(text, languageId).map(({ fields }) =>
    fields.map(({ field, value }) => `${field}=${short(value)}`).join(' '),
  );
}

describe('language: JSON, the fields and where they are', () => {
  /** The range of each record, then `field key@offset value inner@offset outer@offset` of each field. */
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      'the three fields',
      '{"status": "ACTIVE", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null}',
      [
        '0-84',
        `status status@2 'ACTIVE' ACTIVE@12 "ACTIVE"@11`,
        `vm_state OS-EXT-STS:vm_state@22 'active' active@45 "active"@44`,
        'task_state OS-EXT-STS:task_state@55 null null@79 null@79',
      ],
    ],
    [
      'no blanks',
      '{"vmState":"active","taskState":null}',
      [
        '0-37',
        `vm_state vmState@2 'active' active@12 "active"@11`,
        'task_state taskState@21 null null@32 null@32',
      ],
    ],
    [
      'blanks and breaks everywhere, the value on the next line',
      ' { "status"\r\n :\r\n "ACTIVE" } ',
      ['1-28', `status status@4 'ACTIVE' ACTIVE@19 "ACTIVE"@18`],
    ],
    [
      'escapes in key and value',
      '{"\\u0073tatus": "A\\u0043\\n\\/\\"\\\\u"}',
      [
        '0-35',
        `status \\u0073tatus@2 'AC\n/"\\u' A\\u0043\\n\\/\\"\\\\u@17 "A\\u0043\\n\\/\\"\\\\u"@16`,
      ],
    ],
    [
      'escapes that are none',
      '{"status": "\\x \\u12 \\"}',
      ['0-23', `status status@2 '' @12 "@11`],
    ],
    [
      'escapes that are none, closed',
      '{"status": "\\x\\u12"}',
      ['0-20', `status status@2 '\\x\\u12' \\x\\u12@12 "\\x\\u12"@11`],
    ],
    ['an empty string', '{"status": ""}', ['0-14', `status status@2 '' @12 ""@11`]],
    ['a number', '{"status": -1.5e+3}', ['0-19', 'status status@2 # -1.5e+3@11 -1.5e+3@11']],
    ['true', '{"status": true}', ['0-16', 'status status@2 # true@11 true@11']],
    ['None', '{"status": None }', ['0-17', 'status status@2 # None@11 None@11']],
    ['NULL is half-typed', '{"status": NULL}', ['0-16', 'status status@2 ? NULL@11 NULL@11']],
    ['an array', '{"status": ["a"] }', ['0-18', 'status status@2 # ["a"]@11 ["a"]@11']],
    [
      'an object, a record itself',
      '{"status": {"status": "x"}}',
      [
        '0-27',
        'status status@2 # {"status": "x"}@11 {"status": "x"}@11',
        '11-26',
        `status status@13 'x' x@23 "x"@22`,
      ],
    ],
    [
      'a template',
      '{"status": {{ state }}, "n": 1}',
      ['0-31', 'status status@2 # {{ state }}@11 {{ state }}@11'],
    ],
    ['a placeholder', '{"status": <state>}', ['0-19', 'status status@2 # <state>@11 <state>@11']],
    ['dots', '{"status": ......}', ['0-18', 'status status@2 # ......@11 ......@11']],
    ['nothing, then a comma', '{"status": , "n": 1}', ['0-20', 'status status@2 ? @11 @11']],
    ['nothing at all', '{"status":}', ['0-11', 'status status@2 ? @10 @10']],
    ['nothing but blanks', '{"status":   }', ['0-14', 'status status@2 ? @11 @11']],
    [
      'nothing, then the next key',
      '{"status": \n "vm_state": "active"}',
      ['0-34', 'status status@2 ? @11 @11', `vm_state vm_state@14 'active' active@26 "active"@25`],
    ],
    [
      'nothing, then the next key without quotes',
      '{"status":\n vm_state: "active"}',
      ['0-31', 'status status@2 ? @10 @10', `vm_state vm_state@12 'active' active@23 "active"@22`],
    ],
    ['a half-typed word', '{"status": AC\n}', ['0-15', 'status status@2 ? AC@11 AC@11']],
    [
      'a half-typed string',
      '{"status": "AC,\n "n": 1}',
      ['0-24', `status status@2 'AC' AC@12 "AC@11`],
    ],
    ['an opening quote', '{"status": "\n}', ['0-14', `status status@2 '' @12 "@11`]],
    [
      'single quotes and bare keys',
      "{'status': 'ACTIVE', vm_state: 'active'}",
      [
        '0-40',
        `status status@2 'ACTIVE' ACTIVE@12 'ACTIVE'@11`,
        `vm_state vm_state@21 'active' active@32 'active'@31`,
      ],
    ],
    [
      'duplicate keys',
      '{"status": "A", "status": "B"}',
      ['0-30', `status status@2 'A' A@12 "A"@11`, `status status@17 'B' B@27 "B"@26`],
    ],
    [
      'comments between all tokens',
      '/**/{//\n"status"/* : "x" */:// "y"\n"A"/*}*/,}',
      ['4-45', `status status@9 'A' A@36 "A"@35`],
    ],
    [
      'an outer record whose field comes last',
      '{"a": [{"status": "A"}], "status": "B"}',
      ['0-39', `status status@26 'B' B@36 "B"@35`, '7-22', `status status@9 'A' A@19 "A"@18`],
    ],
    [
      'astral characters and lone surrogates before it',
      '{"\ud83d\ude00\ud800": "\udc00", "status": "A"}',
      ['0-27', `status status@14 'A' A@24 "A"@23`],
    ],
    ['a byte order mark', '\ufeff{"status": "A"}', ['1-16', `status status@3 'A' A@13 "A"@12`]],
    [
      'a line separator, which breaks no JSON line',
      '{"status": "A\u2028B"\u2028}',
      ['0-18', `status status@2 'A\u2028B' A\u2028B@12 "A\u2028B"@11`],
    ],
    [
      'blanks that JSON has not',
      '{"status":\u2028\ufeff\u00a0\u3000"A"}',
      ['0-18', `status status@2 'A' A@15 "A"@14`],
    ],
    [
      'an array that is left open before the next key',
      '{"status": ["a", "vm_state": "a"}',
      ['0-33', 'status status@2 # ["a", @11 ["a", @11', `vm_state vm_state@18 'a' a@30 "a"@29`],
    ],
    ['unclosed, to the end', '{"status": "A" ', ['0-15', `status status@2 'A' A@12 "A"@11`]],
    [
      'unclosed, to the bracket round it',
      '[{"status": "A" ]',
      ['1-16', `status status@3 'A' A@13 "A"@12`],
    ],
    ['strings and members of no object', '["status", "vm_state"] "status": 1', []],
    ['keys in strings and comments', '{"a": "\\"status\\": 1" /* "status": 1 */}', []],
    ['keys of no state', '{"state": "a", "vm_states": "b", "Status": "c", "power_state": 1}', []],
  ];

  const at = (text: string, range: Range) => `${slice(text, range)}@${range.start}`;
  for (const [name, text, expected] of cases) {
    it(name, () => {
      const found = read(text).flatMap(({ range, fields }) => [
        `${range.start}-${range.end}`,
        ...fields.map(
          ({ field, key, value, inner, outer }) =>
            `${field} ${at(text, key)} ${short(value)} ${at(text, inner)} ${at(text, outer)}`,
        ),
      ]);
      assert.deepEqual(found, expected);
    });
  }

  it('decodes a long text whole', () => {
    const long = 'ab\\n'.repeat(3000);
    const [record] = read(`{"status": "${long}"}`);
    assert.deepEqual(record?.fields[0]?.value, { kind: 'text', text: 'ab\n'.repeat(3000) });
  });

  it('tells the quote and the decoded key', () => {
    const [record] = read(`{"v\\u006d_state": 'a', "status": "b", "task_state": null}`);
    const found = record?.fields.map(({ spelling, quote }) => [spelling, quote]);
    assert.deepEqual(found, [
      ['vm_state', "'"],
      ['status', '"'],
      ['task_state', ''],
    ]);
  });
});

describe('language: JSON, half-typed', () => {
  for (const [text, ...expected] of HALF_TYPED) {
    it(JSON.stringify(text), () => assert.deepEqual(summary(text), expected));
  }

  const lines: [text: string, ...expected: string[]][] = [
    ['{"status": "A"\n{"status": "B"}\n', "status='A'", "status='B'"],
    ['{"status":\n{"status": "B"}', 'status=?', "status='B'"],
    ['{"status": ["\r\n\r\n{"status": "B"}', 'status=#', "status='B'"],
    ['{\n  "status": "A"\n}\n{"status": "B"}', "status='A'", "status='B'"],
  ];
  for (const [text, ...expected] of lines) {
    it(`${JSON.stringify(text)} in JSON Lines`, () => {
      const records = read(text, 'jsonl');
      assert.deepEqual(summary(text, 'jsonl'), expected);
      assert.ok((records[0]?.range.end ?? 0) <= (records[1]?.range.start ?? 0));
    });
  }
});

describe('language: JSON, the place of a key', () => {
  function slotAt(fixture: string) {
    const { text, offset } = withCursor(fixture);
    const records = read(text);
    return { text, offset, records, slot: jsonReader.keyPosition(text, 'json', records, offset) };
  }

  for (const [fixture, outer, quote = '', hasValue, after = ''] of SLOTS) {
    it(`is at ${JSON.stringify(fixture)}`, () => {
      const { text, offset, slot } = slotAt(fixture);
      assert.ok(slot);
      assert.equal(slot.outer.start + outer.length, slot.outer.end);
      assert.equal(slice(text, slot.outer), outer);
      assert.ok(slot.outer.start <= offset && offset <= slot.outer.end);
      assert.deepEqual(
        [slot.quote, slot.hasValue, slot.after],
        [quote, hasValue === 'value', after],
      );
    });
  }

  for (const fixture of NO_SLOTS) {
    it(`is not at ${JSON.stringify(fixture)}`, () => {
      assert.equal(slotAt(fixture).slot, undefined);
    });
  }

  it('is of the innermost record', () => {
    const { slot, records } = slotAt(
      '{"status": "A", "a": [{"status": "B"}, {"status": "C", <|>}]}',
    );
    assert.equal(slot?.record, records[2]);
  });

  it('is after a line that was left open, in JSON Lines', () => {
    const { text, offset } = withCursor('{"status": "A"\n{"vm_state": "a", <|>\n{"status": "B"}');
    const records = read(text, 'jsonl');
    const slot = jsonReader.keyPosition(text, 'jsonl', records, offset);
    assert.equal(slot?.record, records[1]);
    assert.equal(slot?.after, '');
  });
});

describe('language: JSON, writing', () => {
  const [record] = read('{"status": "A"}');
  assert.ok(record);
  it('quotes keys and values, but not null', () => {
    assert.equal(jsonReader.writeValue('active', '', record), '"active"');
    assert.equal(jsonReader.writeValue('active', "'", record), "'active'");
    assert.equal(jsonReader.writeValue(null, '"', record), 'null');
    assert.equal(jsonReader.writeKey('vmState', '', record), '"vmState"');
    assert.equal(jsonReader.writeKey('vmState', "'", record), "'vmState'");
    assert.equal(jsonReader.separator, ': ');
  });
});

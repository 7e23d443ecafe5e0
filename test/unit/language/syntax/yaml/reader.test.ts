import { strict as assert } from 'node:assert';
import type { StateRecord, Value } from '../../../../../src/language/records/record';
import { yamlReader } from '../../../../../src/language/syntax/yaml/reader';
import type { Range } from '../../../../../src/language/text/range';
import { withCursor } from '../../../../support/cursor';
import { HALF_TYPED, NO_SLOTS, SLOTS } from '../../../../support/yaml-texts';

function read(text: string): readonly StateRecord[] {
  return yamlReader.read(text, 'yaml').records;
}

function slice(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

function short(value: Value): string {
  if (value.kind === 'text') return `'${value.text}'`;
  return value.kind === 'missing' ? '?' : value.kind === 'opaque' ? '#' : 'null';
}

/** `status='ACTIVE' vm_state=null` for each record. */
function summary(text: string): string[] {
  return read(text).map(({ fields }) =>
    fields.map(({ field, value }) => `${field}=${short(value)}`).join(' '),
  );
}

describe('language: YAML, the fields and where they are', () => {
  /** The range of each record, then `field key@offset value inner@offset outer@offset` of each field. */
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      'the three fields',
      'status: ACTIVE\nOS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: null\n',
      [
        '0-70',
        `status status@0 'ACTIVE' ACTIVE@8 ACTIVE@8`,
        `vm_state OS-EXT-STS:vm_state@15 'active' active@36 active@36`,
        'task_state OS-EXT-STS:task_state@43 null null@66 null@66',
      ],
    ],
    [
      'quotes',
      `"status": "ACTIVE"\n'vm_state': 'active'\n`,
      [
        '0-39',
        `status status@1 'ACTIVE' ACTIVE@11 "ACTIVE"@10`,
        `vm_state vm_state@20 'active' active@32 'active'@31`,
      ],
    ],
    [
      'escapes in key and value',
      '"\\x73tat\\u0075s": "A\\U00000043\\t\\"\\/"\nvm_state: \'it\'\'s\\n\'\n',
      [
        '0-57',
        `status \\x73tat\\u0075s@1 'AC\t"/' A\\U00000043\\t\\"\\/@19 "A\\U00000043\\t\\"\\/"@18`,
        `vm_state vm_state@38 'it's\\n' it''s\\n@49 'it''s\\n'@48`,
      ],
    ],
    [
      'escapes that are none',
      '"status": "\\q\\x1\\U00110000"\n',
      ['0-27', `status status@1 'qx1\\U00110000' \\q\\x1\\U00110000@11 "\\q\\x1\\U00110000"@10`],
    ],
    [
      'every null',
      'status: null\nstatus: ~\nstatus: Null\nstatus: NULL\nstatus: nULL\n',
      [
        '0-61',
        'status status@0 null null@8 null@8',
        'status status@13 null ~@21 ~@21',
        'status status@23 null Null@31 Null@31',
        'status status@36 null NULL@44 NULL@44',
        `status status@49 'nULL' nULL@57 nULL@57`,
      ],
    ],
    [
      'nothing, in the place of a value',
      'status:\nstatus: \nstatus:   \nstatus:\t\nstatus:  # c\nstatus: # c\n',
      [
        '0-57',
        'status status@0 null @7 @7',
        'status status@8 null @16 @16',
        'status status@17 null @25 @25',
        'status status@28 null @35 @35',
        'status status@37 null @45 @45',
        'status status@50 null @57 @57',
      ],
    ],
    [
      'nothing, in flow style',
      '{status:, status: , status: }',
      [
        '0-29',
        'status status@1 null @8 @8',
        'status status@10 null @18 @18',
        'status status@20 null @28 @28',
      ],
    ],
    ['a flow pair without a colon is no field', '{status, vm_state}', []],
    [
      'flow style, keys and values adjacent to marks',
      '{"status":"A","vm_state":b,task_state: c}',
      [
        '0-41',
        `status status@2 'A' A@11 "A"@10`,
        `vm_state vm_state@15 'b' b@25 b@25`,
        `task_state task_state@27 'c' c@39 c@39`,
      ],
    ],
    [
      'a pair in a flow sequence',
      '[status: A, {vm_state: b}]',
      ['1-10', `status status@1 'A' A@9 A@9`, '12-25', `vm_state vm_state@13 'b' b@23 b@23`],
    ],
    [
      'values on a line of their own',
      'status:\n  ACTIVE\nvm_state: # c\n\n  # d\n  "active"\n',
      [
        '0-48',
        `status status@0 'ACTIVE' ACTIVE@10 ACTIVE@10`,
        `vm_state vm_state@17 'active' active@41 "active"@40`,
      ],
    ],
    [
      'comments',
      'status: A # c\nvm_state: a#b # c\ntask_state: c\t# d\n',
      [
        '0-49',
        `status status@0 'A' A@8 A@8`,
        `vm_state vm_state@14 'a#b' a#b@24 a#b@24`,
        `task_state task_state@32 'c' c@44 c@44`,
      ],
    ],
    [
      'blanks before the colon',
      'status : A\n"vm_state"\t: b\n',
      ['0-25', `status status@0 'A' A@9 A@9`, `vm_state vm_state@12 'b' b@24 b@24`],
    ],
    [
      'explicit pairs',
      '? status\n: A\n? vm_state\n? task_state\n:   b\n',
      ['0-42', `status status@2 'A' A@11 A@11`, `task_state task_state@26 'b' b@41 b@41`],
    ],
    [
      'anchors',
      'status: &a ACTIVE\n&k vm_state: &b "x"\ntask_state: &c\n',
      [
        '0-52',
        `status status@0 'ACTIVE' ACTIVE@11 ACTIVE@11`,
        `vm_state vm_state@21 'x' x@35 "x"@34`,
        'task_state task_state@38 # &c@50 &c@50',
      ],
    ],
    [
      "YAML's own tags",
      'status: !!str A\nstatus: !!null ""\nstatus: !!null\nstatus: !!str null\nstatus: ! "B"\n',
      [
        '0-81',
        `status status@0 'A' A@14 !!str A@8`,
        'status status@16 null !!null ""@24 !!null ""@24',
        'status status@34 null !!null@42 !!null@42',
        `status status@49 'null' null@63 !!str null@57`,
        `status status@68 'B' B@79 ! "B"@76`,
      ],
    ],
    [
      'tags and anchors together',
      'status: &a !!str A\nstatus: !!str &a B\n',
      ['0-37', `status status@0 'A' A@17 !!str A@11`, `status status@19 'B' B@36 !!str &a B@27`],
    ],
    [
      'what says nothing of a state',
      'status: !own A\nstatus: !!int 1\nstatus: *a\nstatus: [A]\nstatus: {{ x }}\n',
      [
        '0-69',
        'status status@0 # !own A@8 !own A@8',
        'status status@15 # !!int 1@23 !!int 1@23',
        'status status@31 # *a@39 *a@39',
        'status status@42 # [A]@50 [A]@50',
        'status status@54 # {{ x }}@62 {{ x }}@62',
      ],
    ],
    [
      'scalars of several lines',
      'status: A\n  B\nstatus: "A\n  B"\nstatus: |\n  A\nstatus: >-\n  B\n',
      [
        '0-58',
        'status status@0 # A\n  B@8 A\n  B@8',
        'status status@14 # "A\n  B"@22 "A\n  B"@22',
        'status status@30 # |\n  A@38 |\n  A@38',
        'status status@44 # >-\n  B@52 >-\n  B@52',
      ],
    ],
    [
      'collections, of which the records are read for themselves',
      'status:\n  vm_state: a\nvm_state:\n- task_state: b\ntask_state: {status: c}\n',
      [
        '0-71',
        'status status@0 # vm_state: a@10 vm_state: a@10',
        'vm_state vm_state@22 # - task_state: b@32 - task_state: b@32',
        'task_state task_state@48 # {status: c}@60 {status: c}@60',
        '10-21',
        `vm_state vm_state@10 'a' a@20 a@20`,
        '34-47',
        `task_state task_state@34 'b' b@46 b@46`,
        '60-71',
        `status status@61 'c' c@69 c@69`,
      ],
    ],
    [
      'numbers and the like are text',
      'status: 1\nstatus: true\nstatus: 2024-01-01\n',
      [
        '0-41',
        `status status@0 '1' 1@8 1@8`,
        `status status@10 'true' true@18 true@18`,
        `status status@23 '2024-01-01' 2024-01-01@31 2024-01-01@31`,
      ],
    ],
    [
      'merge keys, which add nothing',
      'a: &a {vm_state: x}\nb:\n  <<: *a\n  status: A\n',
      ['6-19', `vm_state vm_state@7 'x' x@17 x@17`, '25-43', `status status@34 'A' A@42 A@42`],
    ],
    [
      'several documents',
      '%YAML 1.2\n---\nstatus: A\n...\n---\nstatus: B\n--- {status: C}\n',
      [
        '14-23',
        `status status@14 'A' A@22 A@22`,
        '32-41',
        `status status@32 'B' B@40 B@40`,
        '46-57',
        `status status@47 'C' C@55 C@55`,
      ],
    ],
    [
      'CRLF',
      'status: A\r\nvm_state:\r\ntask_state: "b" # c\r\n',
      [
        '0-37',
        `status status@0 'A' A@8 A@8`,
        'vm_state vm_state@11 null @20 @20',
        `task_state task_state@22 'b' b@35 "b"@34`,
      ],
    ],
    [
      'a byte order mark',
      '\ufeffstatus:\n  A\nvm_state: b\n',
      ['1-24', `status status@1 'A' A@11 A@11`, `vm_state vm_state@13 'b' b@23 b@23`],
    ],
    [
      'comments before the first document and the first key',
      '\n# c\n# d\nstatus: A\nx:\n  # c\n  # d\n  vm_state: b\n',
      ['9-47', `status status@9 'A' A@17 A@17`, '36-47', `vm_state vm_state@36 'b' b@46 b@46`],
    ],
    [
      'a mapping as a key',
      '? {status: A}\n: 1\n{vm_state: b}: 2\nstatus: C\n',
      [
        '0-44',
        `status status@35 'C' C@43 C@43`,
        '2-13',
        `status status@3 'A' A@11 A@11`,
        '18-31',
        `vm_state vm_state@19 'b' b@29 b@29`,
      ],
    ],
    ['keys in scalars and comments', 'a: "status: b"\n# status: c\nd: |\n  status: e\n', []],
    ['keys of no state', 'state: a\nvm_states: b\nStatus: c\nstatus of: d\n? [status]\n: e\n', []],
    ['no mapping', '- status\n- vm_state', []],
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

  it('tells the quote and the decoded key', () => {
    const [record] = read(`"v\\x6d_state": 'a'\nstatus: "b"\ntask_state: c\nstatus: !!str 'd'\n`);
    const found = record?.fields.map(({ spelling, quote }) => [spelling, quote]);
    assert.deepEqual(found, [
      ['vm_state', "'"],
      ['status', '"'],
      ['task_state', ''],
      ['status', "'"],
    ]);
  });

  it('takes a long scalar for prose', () => {
    for (const quote of ['', '"', "'"]) {
      const [long, longer] = ['a'.repeat(500), 'a'.repeat(600)];
      const text = `status: ${quote}${long}${quote}\nvm_state: ${quote}${longer}${quote}\n`;
      assert.deepEqual(summary(text), [`status='${long}' vm_state=#`]);
    }
  });
});

describe('language: YAML, half-typed', () => {
  for (const [text, ...expected] of HALF_TYPED) {
    it(JSON.stringify(text), () => assert.deepEqual(summary(text), expected));
    it(`${JSON.stringify(text)} with CRLF`, () => {
      assert.deepEqual(summary(text.replaceAll('\n', '\r\n')), expected);
    });
  }

  const siblings = ['id: 1', 'status: "AC"', "vm_state: 'a'", 'task_state: null', 'tags: [x]'];
  const typed = [
    'O',
    'OS-EXT',
    'OS-EXT-STS:',
    '"OS"',
    "'OS'",
    '"OS',
    "'OS",
    'id:',
    'x: "y',
    "x: 'y",
  ];
  const places: [name: string, before: string, indentation: string, after: string][] = [
    ['at the top', '', '', ''],
    ['in a mapping', 'a: "b"\ns:\n', '  ', "t:\n  u: 'v'\n"],
    ['in a sequence', 's:\n  - ', '    ', '  - x: "y"\n'],
    ['after blocks', 's:\n  t: |\n    "x\n', '  ', '  u:\n    - v\n---\na: "b"\n'],
  ];
  for (const [name, before, indentation, after] of places) {
    it(`whatever is typed anywhere ${name}`, () => {
      for (const line of typed) {
        for (let index = 0; index <= siblings.length; index++) {
          const lines = siblings.toSpliced(index, 0, line).map((each) => `${indentation}${each}\n`);
          const block = before.endsWith('- ') ? lines.join('').trimStart() : lines.join('');
          const text = before + block + after;
          assert.deepEqual(summary(text), ["status='AC' vm_state='a' task_state=null"], text);
        }
      }
    });
  }

  it('is left open by a quote that is escaped', () => {
    for (const text of ['status: "AC\\"', "status: 'AC''", 'status: "AC\\"\nid: 1\n']) {
      assert.deepEqual(summary(text), ["status='AC'"], text);
    }
  });

  it('marks the name behind an open quote', () => {
    for (const text of ['status: "AC-x, y\nid: "1"\n', "{status: 'AC-x, y}\n", '"status": "AC-x']) {
      const [field] = read(text)[0]?.fields ?? [];
      assert.ok(field, text);
      assert.equal(slice(text, field.inner), 'AC-x');
      assert.equal(slice(text, field.outer), `${field.quote}AC-x`);
      assert.match(field.quote, /["']/);
    }
  });
});

describe('language: YAML, the place of a key', () => {
  function slotAt(fixture: string) {
    const { text, offset } = withCursor(fixture);
    const records = read(text);
    return { text, offset, records, slot: yamlReader.keyPosition(text, 'yaml', records, offset) };
  }

  for (const [fixture, outer, quote = '', hasValue, after = ''] of SLOTS) {
    it(`is at ${JSON.stringify(fixture)}`, () => {
      const { text, offset, slot } = slotAt(fixture);
      assert.ok(slot);
      assert.equal(slice(text, slot.outer), outer);
      assert.ok(slot.outer.start <= offset && offset <= slot.outer.end);
      assert.deepEqual(
        [slot.quote, slot.hasValue, slot.after],
        [quote, hasValue === 'value', after],
      );
      assert.equal(slot.record.fields[0]?.field, 'vm_state');
    });

    it(`takes a key at ${JSON.stringify(fixture)}`, () => {
      const { text, slot } = slotAt(fixture);
      assert.ok(slot);
      const key = yamlReader.writeKey('task_state', slot.quote, slot.record);
      const value = yamlReader.writeValue('spawning', '', slot.record);
      const pair = slot.hasValue ? key : `${key}${yamlReader.separator}${value}${slot.after}`;
      const changed = text.slice(0, slot.outer.start) + pair + text.slice(slot.outer.end);
      const [record, ...others] = read(changed);
      assert.deepEqual(others, []);
      const fields = record?.fields.map(({ field }) => field).toSorted();
      assert.deepEqual(fields, ['task_state', 'vm_state'], changed);
    });
  }

  for (const fixture of NO_SLOTS) {
    it(`is not at ${JSON.stringify(fixture)}`, () => {
      assert.equal(slotAt(fixture).slot, undefined);
    });
  }

  it('is of the record with that indentation', () => {
    const { slot, records } = slotAt(
      'status: A\nx:\n  - status: B\n    y: {status: C}\n    <|>\n  - status: D\n',
    );
    assert.equal(records.length, 4);
    assert.equal(slot?.record, records[1]);
  });

  it('is of the innermost record in flow style', () => {
    const { slot, records } = slotAt('{status: A, a: [{status: B}, {status: C, <|>}]}');
    assert.equal(slot?.record, records[2]);
  });
});

describe('language: YAML, writing', () => {
  const [record] = read('status: A');
  assert.ok(record);
  it('quotes as it is told, but not null', () => {
    assert.equal(yamlReader.writeValue('active', '', record), 'active');
    assert.equal(yamlReader.writeValue('active', "'", record), "'active'");
    assert.equal(yamlReader.writeValue('active', '"', record), '"active"');
    assert.equal(yamlReader.writeValue(null, '"', record), 'null');
    assert.equal(yamlReader.writeKey('vmState', '', record), 'vmState');
    assert.equal(yamlReader.writeKey('vmState', "'", record), "'vmState'");
    assert.equal(yamlReader.separator, ': ');
    assert.equal(yamlReader.lineComment('ansible'), '#');
  });
});

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readKey } from '../../../../../src/language/records/keys';
import type { StateRecord } from '../../../../../src/language/records/record';
import { yamlReader } from '../../../../../src/language/syntax/yaml/reader';
import type { Range } from '../../../../../src/language/text/range';
import { loadCounted } from '../../../../support/count-steps';
import { CURSOR } from '../../../../support/cursor';
import { fieldsOnly } from '../../../../support/fields-only';
import { reach, stride } from '../../../../support/reach';
import { anyStream, anyTape, print } from '../../../../support/yaml-documents';
import { oracleRecords } from '../../../../support/yaml-oracle';
import { HALF_TYPED, NO_SLOTS, SLOTS } from '../../../../support/yaml-texts';

function read(text: string): readonly StateRecord[] {
  return fieldsOnly(yamlReader.read(text, 'yaml').records);
}

function slice(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

/** As written, without what aliases stand for, and without what is of no interest: where opaque values end, and blanks and comments at the end of a mapping. */
function comparable(records: readonly StateRecord[], text: string): unknown {
  return records.map(({ kind, range: { start, end }, fields }) => ({
    kind,
    start,
    end: endOfCode(text, end),
    fields: fields.map(({ inner, outer, alias, ...rest }) =>
      alias !== undefined
        ? { ...rest, value: { kind: 'opaque' }, start: outer.start }
        : rest.value.kind === 'opaque'
          ? { ...rest, start: outer.start }
          : { ...rest, inner, outer },
    ),
  }));
}

function endOfCode(text: string, end: number): number {
  const [, code = ''] =
    /^(.*?)(?:\s|\s#[^\n\r]*)*$/s.exec(text.slice(Math.max(0, end - 200), end)) ?? [];
  return Math.max(0, end - 200) + code.length;
}

/** Whether `yaml` takes the text; if so, the reader has to find the same in it. */
function isLikeOracle(text: string): boolean {
  const expected = oracleRecords(text);
  if (!expected) return false;
  assert.deepEqual(comparable(read(text), text), comparable(expected, text), JSON.stringify(text));
  return true;
}

/** How long the texts are that repeat one pattern, and the steps that each unit of them takes at most; of data it is 500. */
const REPEATED = 600;
const MOST_STEPS = 25_000;

const DOCUMENTS = [
  'servers:\n  - name: a\n    status: &s ACTIVE\n    OS-EXT-STS:vm_state: active # c\n' +
    '    "OS-EXT-STS:task_state":\n    addresses: {net: [{addr: 10.0.0.1, status: *s}]}\n' +
    "  - <<: *base\n    status: !!str SHUTOFF\n    vm_state: 'stopped'\n    text: |\n      status: x\n",
  '{"servers": [\r\n  {"status": "ACTIVE", "OS-EXT-STS:vm_state": "a\\u0063tive",\r\n' +
    '   "links": [{"href": "https://a/b"}], "task\\x5fstate": null}, {}\r\n]}\r\n',
  '%YAML 1.2\n---\n? status\n: A\n? [x]\n: {vm_state: b}\n...\n---\n- - status: A\n    vm_state: b\n' +
    '  - status: >-\n      C\n- [status: D, vm_state: "E\n   F"]\n',
  '- name: wait\n  openstack.cloud.server_info:\n    filters: { vm_state: stopped }\n  register: r\n' +
    "  until: r.servers[0].status == 'ACTIVE'\n  vars:\n    status: '{{ x }}'\n    vm_state: {{ y }}\n",
  '# a\n# b\nstatus: # c\n  # d\n  A\n\n\nvm_state:\n  # e\n  - status: B # f\n# g\n',
  "&k status: &a !!str A\n!!str vm_state: !own B\n\"task_state\" : 'it''s'\nstatus:\t~\n",
];

const EXAMPLES = [
  ...HALF_TYPED.map(([text]) => text),
  ...SLOTS.map(([text]) => text.replace(CURSOR, '')),
  ...NO_SLOTS.map((text) => text.replace(CURSOR, '')),
];

describe('language: YAML, held against the package yaml', () => {
  for (const text of DOCUMENTS) {
    it(`finds the same in ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.ok(isLikeOracle(text));
    });
  }

  it('finds the same in what is half-typed, where that is YAML', () => {
    const taken = EXAMPLES.filter(isLikeOracle);
    assert.ok(taken.length > 50, `${taken.length}`);
  });

  it('finds the same in any documents', () => {
    let taken = 0;
    let fields = 0;
    fc.assert(
      fc.property(anyStream, anyTape, (documents, tape) => {
        const text = print(documents, tape);
        if (!isLikeOracle(text)) return;
        taken++;
        for (const record of read(text)) fields += record.fields.length;
      }),
      { numRuns: reach(375) },
    );
    assert.ok(taken > reach(350), `${taken}`);
    assert.ok(fields > reach(375), `${fields}`);
  });

  it('finds the same however long the text before the first key is', () => {
    const shapes: ((filler: string) => string)[] = [
      (filler) => `x:\n  # ${filler}\n  # b\n  status: A\n`,
      (filler) => `\n# a\n# b\nstatus: A\ny: ${filler}\n`,
      (filler) => `- # a\n  # b\n  status: A\n  y: ${filler}\n- # c\n  # d\n  status: B\n`,
      (filler) => `a: ${filler}\n...\n# a\n# b\nstatus: A\nx: y\n`,
    ];
    for (const shape of shapes) {
      for (let length = 950; length < 1050; length++)
        assert.ok(isLikeOracle(shape('p'.repeat(length))));
    }
  });
});

/** What holds of any answer to any text. */
function check(text: string): void {
  let before = -1;
  for (const { kind, range, fields } of read(text)) {
    assert.equal(kind, 'object');
    assert.ok(before <= range.start && range.start < range.end && range.end <= text.length);
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
      assert.equal(text.slice(inner.start - quote.length, inner.start), quote);
      assert.ok(value.kind !== 'missing' && (quote === '' || value.kind === 'text'));
      if (value.kind !== 'opaque') assert.doesNotMatch(slice(text, outer), /[\r\n]/);
      last = outer.end;
    }
  }
}

function checkSlot(text: string, offset: number): void {
  const records = read(text);
  const slot = yamlReader.keyPosition(text, 'yaml', records, offset);
  if (!slot) return;
  const { record, outer, quote, hasValue, after } = slot;
  assert.ok(records.includes(record));
  assert.ok(outer.start <= offset && offset <= outer.end && outer.end <= text.length);
  assert.doesNotMatch(slice(text, outer), /[\r\n]/);
  assert.equal(quote, /^["']/.exec(slice(text, outer))?.[0] ?? '');
  assert.ok(!(hasValue && after));
  if (after !== '') assert.equal(text[record.range.start], '{');
}

describe('language: YAML, any text', () => {
  it('is read however it is cut off', () => {
    const step = stride(3);
    for (const [index, example] of [...DOCUMENTS, ...EXAMPLES].entries()) {
      for (let end = index % step; end <= example.length; end += step) {
        check(example.slice(0, end));
        check(example.slice(end));
        checkSlot(example.slice(0, end), end);
        checkSlot(example, end);
      }
    }
  });

  it('is read however it is changed', () => {
    const inserts = ['', '"', "'", '\\', '{', '}', '[', ']', ':', ': ', ',', '#', ' #', '- ', '? '];
    const lines = [
      '\n',
      '\r\n',
      '\n  ',
      '\n---\n',
      '\n...\n',
      '|\n',
      '&a ',
      '*a',
      '!!str ',
      '%',
      '@',
    ];
    const strange = [
      '\t',
      '\r',
      '\u0000',
      '\ud800',
      '\u2028',
      '\ufeff',
      'status: ',
      'vm_state',
      '{{',
    ];
    const edit = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...inserts, ...lines, ...strange));
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTS, ...EXAMPLES),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (example, edits) => {
          let text = example;
          for (const [seed, removed, inserted] of edits) {
            const at = seed % (text.length + 1);
            text = text.slice(0, at) + inserted + text.slice(at + removed);
          }
          check(text);
          for (let offset = 0; offset <= text.length; offset += 7) checkSlot(text, offset);
        },
      ),
      { numRuns: reach(250) },
    );
  });

  it('is read whatever it is', () => {
    const tokens = [
      ...'{}[]:,"\'\\#&*!|>%@`-? \n\t',
      'x',
      'a: ',
      'status: ',
      'status',
      '- ',
      '\n  ',
    ];
    const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 60 });
    const text = fc.oneof(
      soup.map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, fc.nat(), (any, seed) => {
        check(any);
        checkSlot(any, seed % (any.length + 1));
      }),
      { numRuns: reach(375) },
    );
  });

  it('is read to any depth, the records of the outer levels found', () => {
    const levels = (depth: number, line: (level: number) => string) =>
      Array.from({ length: depth }, (_, level) => line(level)).join('');
    assert.equal(read(levels(300, (level) => `${' '.repeat(level)}status:\n`)).length, 300);
    assert.equal(read(`${'{status: '.repeat(300)}A${'}'.repeat(300)}`).length, 300);
    assert.equal(read(`${'- '.repeat(300)}status: A`).length, 1);
    for (const open of ['{a: ', '- ', '? ', '[{', '- status: ']) {
      check(`${open.repeat(10_000)}{status: A}`);
    }
    const text = levels(1200, (level) => `${' '.repeat(level)}status:\n`);
    check(text);
    checkSlot(text, text.length);
  });

  it('is read when it is one line of ten million characters', () => {
    const long = 'x'.repeat(10_000_000);
    for (const text of [long, `status: ${long}`, `status: "${long}`, `{status: A, b: '${long}'}`]) {
      const records = read(text);
      assert.ok(records.length <= 1);
      yamlReader.keyPosition(text, 'yaml', records, text.length);
      yamlReader.keyPosition(text, 'yaml', records, 12);
    }
  });

  const patterns = [
    'a: ',
    'a: b\n',
    '- ',
    '- a\n',
    '? ',
    '[',
    '{',
    '{a: ',
    '[{',
    '}',
    ', ',
    ':',
    '"',
    "'",
    '"\n',
    "'\n",
    '"a" ',
    '"a": "',
    'a: "\n',
    "a: 'b\n",
    'status: "AC\n',
    'a\nb: c\n',
    '"a"\nb: c\n',
    '{a: b\n c: d}\n',
    ' \n',
    '\t\n',
    '# c\n',
    '\\',
    '|\n',
    'a: |\n',
    '&a ',
    '!t ',
    '---\n',
    '%a\n',
    '@',
    '{{ x }}\n',
    '{% if x %}\n',
    '\u0000',
    'status: a\r',
  ];
  it('is read in time, whatever is repeated in it', () => {
    const { module, stepsOf } = loadCounted<
      typeof import('../../../../../src/language/syntax/yaml/reader')
    >('src/language/syntax/yaml/reader.ts');
    for (const pattern of patterns) {
      for (const head of ['', 'x:\n  - status: a\n    ']) {
        const text = `${head}${pattern.repeat(REPEATED / pattern.length)}`;
        const steps = stepsOf(() => {
          const { records } = module.yamlReader.read(text, 'yaml');
          module.yamlReader.keyPosition(text, 'yaml', records, text.length);
        });
        assert.ok(steps < MOST_STEPS * text.length, `${pattern}: ${steps} steps`);
      }
    }
  });
});

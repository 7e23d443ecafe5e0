import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readKey } from '../../../../../src/language/records/keys';
import type { StateRecord } from '../../../../../src/language/records/record';
import { typescriptReader } from '../../../../../src/language/syntax/typescript/reader';
import { scanMembers } from '../../../../../src/language/syntax/typescript/recovery/members';
import type { Range } from '../../../../../src/language/text/range';
import { CURSOR } from '../../../../support/cursor';
import { reach, stride } from '../../../../support/reach';
import { ProgramMaker } from '../../../../support/typescript-documents';
import { oracleRecords } from '../../../../support/typescript-oracle';
import { CODE, HALF_TYPED, OBJECTS, SLOTS, TYPES } from '../../../../support/typescript-texts';

const plain = (marked: string) => marked.replaceAll(CURSOR, '').replace(/[«»]/g, '');
const TEXTS = [...OBJECTS, ...TYPES, ...CODE].map(([, marked]) => plain(marked));
const HALF = [...HALF_TYPED, ...SLOTS].map(([, marked]) => plain(marked));
const LANGUAGES = typescriptReader.languageIds;

function read(text: string, languageId = 'typescript'): readonly StateRecord[] {
  return typescriptReader.read(text, languageId).records;
}

/**
 * The records in a form that can be compared: groups by the offsets of their literals, in no particular order,
 * and ranges of objects only, as the parsers differ about what a comparison spans.
 */
function comparable(records: readonly StateRecord[]): string[] {
  const groups = new Map<number | undefined, number[]>();
  for (const { group, fields } of records) {
    groups.set(group, [...(groups.get(group) ?? []), fields[0]?.inner.start ?? -1]);
  }
  return records
    .map(({ kind, range, fields, group, member }) =>
      JSON.stringify({
        kind,
        range: kind === 'object' ? range : undefined,
        group: group === undefined ? undefined : groups.get(group)?.sort((a, b) => a - b),
        member,
        fields: fields.map(({ field, spelling, key, value, inner, outer, quote, overridable }) => ({
          ...{ field, spelling, key, value, inner, outer, quote, overridable },
        })),
      }),
    )
    .sort();
}

describe('language: TypeScript, held against the compiler', () => {
  for (const languageId of LANGUAGES) {
    it(`finds the same in the examples: ${languageId}`, () => {
      let compared = 0;
      for (const text of TEXTS) {
        const expected = oracleRecords(text, languageId);
        // The compiler reads types in any file, and literals of any length.
        const typed = /interface|type |class|<S>|<T>|\bas\b|!/.test(text);
        if (!expected || text.length > 300 || (typed && languageId.startsWith('java'))) continue;
        compared++;
        assert.deepEqual(comparable(read(text, languageId)), comparable(expected), text);
      }
      assert.ok(compared > (languageId.startsWith('type') ? 25 : 15), String(compared));
    });

    it(`finds the same in any program: ${languageId}`, () => {
      let compared = 0;
      fc.assert(
        fc.property(fc.gen(), (gen) => {
          const text = new ProgramMaker(gen, languageId).program();
          const expected = oracleRecords(text, languageId);
          if (!expected) return;
          compared++;
          assert.deepEqual(comparable(read(text, languageId)), comparable(expected), text);
        }),
        { numRuns: reach(120) },
      );
      assert.ok(compared > reach(100), `too few programs without syntax errors: ${compared}`);
    });
  }

  it('finds the same by tokens as by the tree', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const text = new ProgramMaker(gen, 'typescript').program();
        if (!oracleRecords(text, 'typescript')) return;
        for (const { kind, range, fields } of read(text)) {
          if (kind !== 'object') continue;
          const object = text.slice(range.start, range.end);
          const scans = [true, false].map((types) => scanMembers(object, range.start, types));
          const keys = scans.map(({ members, closed, end }) => ({
            keys: members
              .filter(({ form }) => form === 'pair' || form === 'name' || form === 'method')
              .filter(({ key }) => fields.some((field) => field.key.start === key.start))
              .map(({ key }) => key),
            whole: closed && end === range.end,
          }));
          const expected = { keys: fields.map(({ key }) => key), whole: true };
          assert.ok(
            keys.some((each) => JSON.stringify(each) === JSON.stringify(expected)),
            object,
          );
        }
      }),
      { numRuns: reach(120) },
    );
  });
});

describe('language: TypeScript, one line half-typed', () => {
  const OBJECT_CONTEXTS = [
    'const s: Server = @;\n',
    'export default @;\n',
    'module.exports = @;\n',
    'function f() {\n  return @;\n}\n',
    'const f = (id: string): Server => (@);\n',
    "const l = [\n  { id: 'a' },\n  @,\n  { id: 'z' },\n];\n",
    'create(@, 1);\n',
    'const a = { server: @, other: 1 };\n',
    'const s = @ satisfies Server;\nf();\n',
    "it('x', () => {\n  expect(read(@)).toBe(true);\n});\n",
    'class C {\n  server = @;\n}\n',
  ];
  const TYPE_CONTEXTS = [
    'interface S extends A<B> @\n',
    'export type S = @;\nconst x = 1;\n',
    'function f(s: @): void {}\n',
    'let x: A<@>;\n',
  ];
  const OBJECT_MEMBERS = [
    'id: f({ a: 1 }, /x/),',
    "'OS-EXT-STS:vm_state': 'active',",
    "'OS-EXT-STS:task_state': null,",
    "status: 'ACTIVE',",
    "tags: ['x', 'y'],",
  ];
  const TYPE_MEMBERS = [
    'id: A<{ a: 1 }, B>;',
    "'OS-EXT-STS:vm_state': 'active';",
    "'OS-EXT-STS:task_state': null;",
    "status: 'ACTIVE';",
    'tags: readonly string[];',
  ];
  const forms = (member: string) => {
    const key = member.slice(0, member.indexOf(': ') + 2);
    const half = ['', "'", '"', "'ac", 'ac', "'ac'", 'null', ' '].map((value) => key + value);
    return [...half, key.slice(0, -1), '', 'vm_st', "'OS-EXT", '"vm'];
  };

  for (const [contexts, members] of [
    [OBJECT_CONTEXTS, OBJECT_MEMBERS],
    [TYPE_CONTEXTS, TYPE_MEMBERS],
  ] as const) {
    for (const context of contexts) {
      it(`leaves the other fields: ${JSON.stringify(context)}`, () => {
        for (const [line, member] of members.entries()) {
          for (const form of forms(member)) {
            for (const newLine of ['\n', '\r\n']) {
              const lines = members.map((each, at) => `  ${at === line ? form : each}`);
              const text = context
                .replace('@', () => `{\n${lines.join('\n')}\n}`)
                .replaceAll('\n', newLine);
              const others = members.filter((_, at) => at !== line && at >= 1 && at <= 3);
              const record = read(text).find(({ range }) => {
                const key = text.indexOf(others[0]?.split(': ')[0] ?? '');
                return range.start < key && key < range.end;
              });
              for (const other of others) {
                const [key, value] = other
                  .slice(0, -1)
                  .replace(/^'|'(?=:)/g, '')
                  .split(': ');
                const field = record?.fields.find(({ spelling }) => spelling === key);
                assert.equal(field && text.slice(field.outer.start, field.outer.end), value, text);
              }
            }
          }
        }
      });
    }
  }
});

function assertSound(text: string, languageId: string): void {
  const inText = ({ start, end }: Range) => 0 <= start && start <= end && end <= text.length;
  const within = (inner: Range, outer: Range) =>
    outer.start <= inner.start && inner.end <= outer.end;
  let before = -1;
  const records = read(text, languageId);
  for (const { kind, range, fields, group, member } of records) {
    assert.ok(inText(range) && before <= range.start);
    before = range.start;
    assert.ok(fields.length > 0);
    if (kind !== 'object') assert.equal(fields.length, 1);
    assert.equal(group === undefined, kind === 'object');
    assert.equal(member === undefined, kind !== 'code');
    for (const { key, inner, outer, spelling, field, value, quote } of fields) {
      assert.ok(inText(key) && inText(inner) && inText(outer));
      assert.ok(within(inner, outer) && within(outer, range));
      if (kind === 'object') {
        assert.ok(within(key, range));
        assert.equal(readKey(spelling)?.field, field);
      }
      if (value.kind === 'missing') assert.equal(outer.start, outer.end);
      if (quote === '') assert.deepEqual(inner, outer);
      else assert.equal(text[outer.start], quote);
    }
  }
  const offsets = [0, text.length, Math.floor(text.length / 2)];
  for (const { fields, range } of records.slice(0, 3)) {
    for (const { key, outer } of fields.slice(0, 3)) offsets.push(key.start, outer.end, range.end);
  }
  for (const offset of offsets) {
    const slot = typescriptReader.keyPosition(text, languageId, records, offset);
    if (slot) assert.ok(inText(slot.outer) && within({ start: offset, end: offset }, slot.outer));
  }
}

describe('language: TypeScript, any text', () => {
  it('is read up to any offset', () => {
    const step = stride(4);
    for (const [index, text] of [...TEXTS, ...HALF].entries()) {
      for (let end = index % step; end <= text.length; end += step)
        assertSound(text.slice(0, end), 'typescript');
    }
  });

  it('is read with any character gone or changed', () => {
    const step = stride(11);
    for (const [index, text] of TEXTS.entries()) {
      for (let at = index % step; at < text.length; at += step) {
        for (const other of ['', "'", '{', '\n', '\0']) {
          assertSound(text.slice(0, at) + other + text.slice(at + 1), 'typescriptreact');
        }
      }
    }
  });

  it('is read, whatever it is made of', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', '(', ')', '<', '>', ':', ',', ';', '?', '=', '===', '=>', '...', '|'],
      ...[
        "'",
        '"',
        '`',
        '${',
        '\\',
        '/',
        '//',
        '/*',
        '*/',
        '\n',
        '\r\n',
        ' ',
        '\0',
        '\ud800',
        '🙂',
      ],
      ...['vm_state', 'task_state', 'status', "'active'", 'null', 'x.vm_state', 'type VmState ='],
      ...[
        'switch (x.vm_state) {',
        'case',
        'interface S {',
        '.includes(x.vm_state)',
        'as',
        '!',
        'get',
      ],
    );
    const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => `status;${parts.join(' ')}`);
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, languageId) => {
        assertSound(text, languageId);
        assertSound(text.replaceAll(' ', ''), languageId);
      }),
      { numRuns: reach(600) },
    );
  });

  it('is read with every place for a key sound', () => {
    for (const text of HALF) {
      const records = read(text);
      for (let offset = -1; offset <= text.length + 1; offset++) {
        const slot = typescriptReader.keyPosition(text, 'typescript', records, offset);
        if (!slot) continue;
        assert.ok(slot.outer.start <= offset && offset <= slot.outer.end);
        assert.ok(!text.slice(slot.outer.start, slot.outer.end).includes('\n'));
      }
    }
  });

  it('is read however deep or long it is', () => {
    const deep = (levels: number) =>
      `x = ${'{ a: '.repeat(levels)}{ vm_state: 'a' }${' }'.repeat(levels)}`;
    assert.equal(read(deep(100)).length, 1);
    const member = "vm_state: 'active', task_state: null, ";
    for (const text of [
      deep(2000),
      `x = ${'{ vm_state: '.repeat(2000)}`,
      `${'('.repeat(2000)}x.vm_state === '`,
      `type VmState = ${"('a' | ".repeat(2000)}`,
      `type VmState = ${"'a' | ".repeat(5_000)}'b'`,
      `switch (x.vm_state) { ${"case 'a': ".repeat(5_000)}}`,
      `x = { ${member.repeat(1_500)} }`,
      `x = { ${member.repeat(1_500)}`,
      `x = { vm_state: '${'a'.repeat(1_000_000)}' }`,
      `x = { vm_state: '${'a'.repeat(1_000_000)}`,
    ]) {
      assertSound(text, 'typescript');
    }
  });

  it('is read in a line of megabytes', () => {
    const element = "{ vm_state: 'active', task_state: null, status: 'ACTIVE', id: 'abc' }, ";
    const text = `x = [${element.repeat(14_000)}]`;
    assert.equal(read(text).length, 14_000);
  });
});

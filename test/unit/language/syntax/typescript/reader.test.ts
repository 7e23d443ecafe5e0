import { strict as assert } from 'node:assert';
import type { Quote, StateField, StateRecord } from '../../../../../src/language/records/record';
import { typescriptReader } from '../../../../../src/language/syntax/typescript/reader';
import { CURSOR, withCursor } from '../../../../support/cursor';
import {
  CODE,
  HALF_TYPED,
  type MarkedText,
  OBJECTS,
  SLOTS,
  TYPES,
  UNCLOSED,
  unmark,
} from '../../../../support/typescript-texts';

function read(text: string, languageId = 'typescript'): readonly StateRecord[] {
  return typescriptReader.read(text, languageId).records;
}

function describeField({ spelling, value, quote, overridable }: StateField): string {
  const shown = {
    text: () =>
      quote +
      JSON.stringify(value.kind === 'text' ? value.text : '')
        .slice(1, -1)
        .replaceAll('\\"', '"') +
      quote,
    null: () => 'null',
    missing: () => '?',
    opaque: () => '#',
  }[value.kind]();
  return `${spelling}=${shown}${overridable ? '~' : ''}`;
}

/**
 * Kind, group (numbered in order) and fields, as in `object vm_state='active' status=?` and `code#1 .vm_state=null`:
 * values in their quotes, `?` for missing and `#` for opaque ones, `~` for overridable, `.` for a member.
 */
function describeRecords(records: readonly StateRecord[]): string[] {
  const groups: (number | undefined)[] = [];
  return records.map(({ kind, group, member, fields }) => {
    if (kind !== 'object' && !groups.includes(group)) groups.push(group);
    const head = kind === 'object' ? kind : `${kind}#${groups.indexOf(group) + 1}`;
    return `${head} ${member ? '.' : ''}${fields.map(describeField).join(' ')}`;
  });
}

function check(text: string, ranges: readonly object[], expected: readonly string[], id?: string) {
  const records = read(text, id);
  assert.deepEqual(describeRecords(records), expected);
  const fields = records.flatMap((record) => record.fields);
  const byStart = fields
    .map(({ inner }) => inner)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  assert.deepEqual(byStart, ranges);
  for (const { key, spelling, inner, outer, quote, value } of fields) {
    if (!text.slice(key.start, key.end).includes('\\')) {
      assert.equal(text.slice(key.start, key.end), spelling);
    }
    if (quote === '') assert.deepEqual(outer, inner);
    else assert.equal(text[outer.start], quote);
    if (value.kind === 'text') assert.equal(inner.start, outer.start + 1);
  }
}

function table(cases: readonly MarkedText[]): void {
  for (const [name, marked, ...expected] of cases) {
    it(name, () => {
      const { text, ranges } = unmark(marked);
      check(text, ranges, expected);
    });
  }
}

describe('language: TypeScript, objects', () => {
  table(OBJECTS);

  it('gives the range of the whole braces', () => {
    const text = "x = { vm_state: 'a', y: { status: 'b' } /* } */ } ;";
    const ranges = read(text).map(({ range }) => text.slice(range.start, range.end));
    assert.deepEqual(ranges, ["{ vm_state: 'a', y: { status: 'b' } /* } */ }", "{ status: 'b' }"]);
  });
});

describe('language: TypeScript, types', () => {
  table(TYPES);

  it('gives the braces of an interface and the type of a union as ranges', () => {
    const text = "interface S<T = {}> extends U<{}> { vm_state: 'a' | null }";
    const ranges = read(text).map(({ range }) => text.slice(range.start, range.end));
    assert.deepEqual(ranges, ["{ vm_state: 'a' | null }", "'a' | null"]);
  });
});

describe('language: TypeScript, code', () => {
  table(CODE);

  it('gives comparison, case and call as ranges', () => {
    const text =
      "f(x.vm_state === 'a'); switch (x.vm_state) { case 'b': } ['c'].includes(x.vm_state) || d";
    const ranges = read(text).map(({ range }) => text.slice(range.start, range.end));
    assert.deepEqual(ranges, ["x.vm_state === 'a'", "case 'b':", "['c'].includes(x.vm_state)"]);
  });

  it('has other numbers for other groups', () => {
    const text =
      "type VmState = 'a'; x.vm_state === 'a'; ['a'].includes(x.vm_state); switch (x.vm_state) { case 'a': }";
    assert.equal(new Set(read(text).map(({ group }) => group)).size, 4);
  });
});

describe('language: TypeScript, its dialects', () => {
  const generic = "const f = <T>(x: T) => <any>{ vm_state: '«a»' };";
  const element =
    "const e = <b title='status'>it's {x.vm_state === '«a»' && <c s={{ status: '«B»' }} />}</b>;";
  const plain = "const s = { vm_state: '«a»' };";

  it('reads casts and generics of .ts files', () => {
    const { text, ranges } = unmark(generic);
    check(text, ranges, ["object vm_state='a'"], 'typescript');
  });

  for (const id of ['typescriptreact', 'javascript', 'javascriptreact']) {
    it(`reads elements: ${id}`, () => {
      const { text, ranges } = unmark(element);
      check(text, ranges, ["code#1 .vm_state='a'", "object status='B'"], id);
    });
  }

  for (const id of typescriptReader.languageIds) {
    it(`reads objects: ${id}`, () => {
      const { text, ranges } = unmark(plain);
      check(text, ranges, ["object vm_state='a'"], id);
    });
  }
});

describe('language: TypeScript, half-typed', () => {
  for (const [name, marked, ...expected] of HALF_TYPED) {
    it(name, () => {
      const { text, ranges } = unmark(marked.replace(CURSOR, ''));
      check(text, ranges, expected);
      if (!/«[^«»]*<\|>/.test(marked)) return;
      const { offset } = withCursor(marked.replace(/[«»]/g, ''));
      const at = read(text).filter(({ fields, range }) => {
        assert.ok(range.start <= range.end);
        return fields.some(({ inner }) => inner.start <= offset && offset <= inner.end);
      });
      assert.ok(at.some(({ range }) => range.start <= offset && offset <= range.end));
    });
  }
});

describe('language: TypeScript, where an object that is not closed ends', () => {
  for (const [text, expected] of UNCLOSED) {
    it(JSON.stringify(text), () => {
      const [record] = read(text);
      assert.equal(record && text.slice(record.range.start, record.range.end), expected);
    });
  }
});

describe('language: TypeScript, the place for a key', () => {
  for (const [name, marked, expected] of SLOTS) {
    it(name, () => {
      const { text, offset } = withCursor(marked);
      const slot = typescriptReader.keyPosition(text, 'typescript', read(text), offset);
      const shown =
        slot &&
        `[${text.slice(slot.outer.start, slot.outer.end)}]${slot.quote}${slot.hasValue ? ':' : ''} ${slot.after}`;
      assert.equal(shown, expected);
      if (!slot) return;
      assert.ok(slot.outer.start <= offset && offset <= slot.outer.end);
      assert.ok(slot.record.range.start < slot.outer.start);
    });
  }

  it('is that of the innermost object', () => {
    const { text, offset } = withCursor("x = { vm_state: 'a', y: { status: 'b', <|> } }");
    const slot = typescriptReader.keyPosition(text, 'typescript', read(text), offset);
    assert.equal(slot?.record.fields[0]?.spelling, 'status');
  });
});

describe('language: TypeScript, long objects', () => {
  it('are read by the tree where they are too long to be read by tokens', () => {
    const text = `{ vm_state: 'a', n: , status: 'B', ${'m: 1, '.repeat(5000)} task_state: null }`;
    const [record, ...others] = read(`x = ${text};`);
    const expected = ["object vm_state='a' status='B' task_state=null"];
    assert.deepEqual(record && describeRecords([record]), expected);
    assert.deepEqual(record?.range, { start: 4, end: 4 + text.length });
    assert.equal(others.length, 0);
  });

  it('have their range from the tree, too', () => {
    const text = `{ vm_state: 'a', n: , ${'m: 1, '.repeat(5000)} }`;
    assert.deepEqual(read(`x = ${text};`)[0]?.range, { start: 4, end: 4 + text.length });
  });
});

describe('language: TypeScript, how values and keys are written', () => {
  const first = (text: string): StateRecord => {
    const [record] = read(text);
    assert.ok(record, text);
    return record;
  };
  const none = first('x = { vm_state: y }');

  const values: [
    name: string,
    value: string | null,
    quote: Quote,
    record: string,
    expected: string,
  ][] = [
    ['null', null, '', 'x = { vm_state: y }', 'null'],
    ['null in place of a string', null, '"', 'x = { vm_state: "" }', 'null'],
    ['as nothing else is quoted', 'a', '', 'x = { vm_state: y }', "'a'"],
    ['as others are quoted', 'a', '', 'x = { vm_state: y, status: "b" }', '"a"'],
    ['in the quotes that are there', 'a', "'", 'x = { vm_state: "b" }', "'a'"],
    ['in the backticks that are there', 'a', '`', 'x = { vm_state: "b" }', '`a`'],
    ['in a comparison', 'a', '', 'x.vm_state === ', "'a'"],
    ['with a quote within', "it's", "'", 'x = { vm_state: "b" }', "'it\\'s'"],
  ];
  for (const [name, value, quote, text, expected] of values) {
    it(`value: ${name}`, () => {
      assert.equal(typescriptReader.writeValue(value, quote, first(text)), expected);
    });
  }

  const prefixed = 'OS-EXT-STS:vm_state';
  const keys: [name: string, key: string, quote: Quote, record: string, expected: string][] = [
    ['a name', 'vm_state', '', 'x = { "status": "A" }', 'vm_state'],
    ['a name in quotes', 'vm_state', '"', 'x = { status: y }', '"vm_state"'],
    ['no name', prefixed, '', 'x = { status: y }', `'${prefixed}'`],
    ['no name, as other keys are quoted', prefixed, '', `x = { "status": 'A' }`, `"${prefixed}"`],
    ['no name, as values are quoted', prefixed, '', 'x = { status: "A" }', `"${prefixed}"`],
    ['no name, values in backticks', prefixed, '', 'x = { status: `A` }', `'${prefixed}'`],
    ['a computed name in backticks', prefixed, '', 'x = { [`status`]: y }', `'${prefixed}'`],
  ];
  for (const [name, key, quote, text, expected] of keys) {
    it(`key: ${name}`, () => {
      assert.equal(typescriptReader.writeKey(key, quote, first(text)), expected);
    });
  }

  it('a pair that is written is read again', () => {
    const { separator } = typescriptReader;
    const key = typescriptReader.writeKey(prefixed, '', none);
    const value = typescriptReader.writeValue('active', '', none);
    const [record] = read(`x = { ${key}${separator}${value} }`);
    assert.deepEqual(record && describeRecords([record]), [`object ${prefixed}='active'`]);
  });
});

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { diagnose, type OwnKeys, readText, type TextEdit } from '../../../../src/language';
import { valueEdit } from '../../../../src/language/document/value-edit';
import type { StateField, StateRecord } from '../../../../src/language/records/record';
import type { Settings } from '../../../../src/language/settings/settings';
import {
  DIALECTS,
  FIELDS,
  type Field,
  HUAWEI_CLOUD,
  isPossible,
  type Row,
  relationOf,
} from '../../../../src/model';
import { filesIn } from '../../../corpus/files';
import { allRecords } from '../../../support/all-records';
import { type Pairs, SYNTAXES, type Syntax } from '../../../support/syntaxes';

type Keys = Readonly<Record<Field, string>>;

/** Spellings that tell a server by one field already. */
const PREFIXED: readonly Keys[] = [
  ['OS-EXT-STS:vm_state', 'OS-EXT-STS:task_state'],
  ['OS-EXT-STS_vm_state', 'OS-EXT-STS_task_state'],
  ['OS_EXT_STS_vm_state', 'OS_EXT_STS_task_state'],
  ['os_ext_sts_vm_state', 'os_ext_sts_task_state'],
  ['osExtStsVmState', 'osExtStsTaskState'],
  ['oSEXTSTSVmState', 'oSEXTSTSTaskState'],
  ['os-extended-status:vm_state', 'os-extended-status:task_state'],
].map(([vm_state = '', task_state = '']) => ({ vm_state, task_state, status: 'status' }));

/** Spellings that tell a server where both are there. */
const BARE: readonly Keys[] = [
  ['vm_state', 'task_state'],
  ['vmState', 'taskState'],
  ['VmState', 'TaskState'],
  ['vm-state', 'task-state'],
].map(([vm_state = '', task_state = '']) => ({ vm_state, task_state, status: 'status' }));

const OWN: Keys = { vm_state: 'nova_vm', task_state: 'Nova Task', status: 'nova.status' };
const OWN_KEYS: OwnKeys = Object.fromEntries(FIELDS.map((field) => [OWN[field], field]));

/** Other members that a server has, before and behind its states. */
const OTHERS: Pairs = [
  ['id', '7b1f'],
  ['name', 'web-1'],
  ['power_state', { raw: '1' }],
];

const syntaxes = fc.constantFrom(...SYNTAXES);
const spellings = fc.constantFrom(...PREFIXED, ...BARE, OWN);
const orders = fc.shuffledSubarray([...FIELDS], { minLength: 3, maxLength: 3 });
const others = fc.tuple(fc.subarray([...OTHERS]), fc.subarray([...OTHERS]));

function pairsOf(row: Row, keys: Keys, order: readonly Field[]): Pairs {
  return order.map((field) => [keys[field], row[field]]);
}

/** Different keys only, for a key that is there twice has two values. */
function around(pairs: Pairs, [before, behind]: readonly [Pairs, Pairs]): Pairs {
  return [...before, ...pairs, ...behind.filter((pair) => !before.includes(pair))];
}

function codes(syntax: Syntax, pairs: Pairs, settings: Settings): string[] {
  const text = syntax.write(pairs);
  return diagnose(text, syntax.languageId, settings).map(({ code }) => code);
}

describe('any record, in any syntax, quoting, order and spelling of keys', () => {
  const rows = fc.constantFrom(...DIALECTS).chain((dialect) =>
    fc.record({
      dialect: fc.constant(dialect),
      row: fc.constantFrom(...relationOf(dialect).rows),
    }),
  );

  it('that is made from a row has no diagnostic, in any dialect', () => {
    fc.assert(
      fc.property(syntaxes, spellings, orders, others, rows, (syntax, keys, order, more, made) => {
        const { dialect, row } = made;
        const pairs = around(pairsOf(row, keys, order), more);
        assert.deepEqual(codes(syntax, pairs, { dialect, keys: OWN_KEYS }), []);
      }),
      { numRuns: 2000 },
    );
  });

  const broken = fc
    .record({
      vm_state: fc.constantFrom(...HUAWEI_CLOUD.values.vm_state),
      task_state: fc.constantFrom(...HUAWEI_CLOUD.values.task_state),
      status: fc.constantFrom(...HUAWEI_CLOUD.values.status),
    })
    .filter((row) => !isPossible(HUAWEI_CLOUD, row));

  it('that is made from no row has exactly one', () => {
    fc.assert(
      fc.property(syntaxes, spellings, orders, others, broken, (syntax, keys, order, more, row) => {
        const pairs = around(pairsOf(row, keys, order), more);
        assert.equal(codes(syntax, pairs, { keys: OWN_KEYS }).length, 1, syntax.write(pairs));
      }),
      { numRuns: 2000 },
    );
  });

  it('is found as deep as it is nested, and so are those round it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PREFIXED), broken, fc.nat(20), (keys, row, depth) => {
        const pairs = pairsOf(row, keys, FIELDS);
        const record = JSON.stringify(Object.fromEntries(pairs));
        const nested = Array.from({ length: depth }).reduce<string>(
          (inner, _, level) =>
            level % 2 === 0 ? `[1, ${inner}]` : `${record.slice(0, -1)}, "in": ${inner}}`,
          record,
        );
        for (const [languageId, text] of [
          ['json', nested],
          ['yaml', nested],
          ['typescript', `x = ${nested};`],
        ] as const) {
          const expected = 1 + Math.floor(depth / 2);
          assert.equal(diagnose(text, languageId).length, expected, text);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** A field as a test states it. */
function pairOf({ spelling, value }: StateField): Pairs[number] {
  assert.ok(value.kind === 'text' || value.kind === 'null', spelling);
  return [spelling, value.kind === 'null' ? null : value.text];
}

/** What was read of a text, but for where it stands. */
function contentOf(records: readonly StateRecord[]) {
  return records.map(({ kind, fields }) => ({
    kind,
    fields: fields.map(({ field, spelling, value }) => ({ field, spelling, value })),
  }));
}

describe('text to records to text', () => {
  it('is lossless for any record in any syntax', () => {
    fc.assert(
      fc.property(
        syntaxes,
        fc.constantFrom(...PREFIXED, ...BARE),
        orders,
        fc.constantFrom(...HUAWEI_CLOUD.rows),
        (syntax, keys, order, row) => {
          const pairs = pairsOf(row, keys, order);
          const text = syntax.write(pairs);
          const records = allRecords(readText(text, syntax.languageId));
          assert.equal(records.length, 1, text);
          const read = (records[0]?.fields ?? []).map(pairOf);
          assert.deepEqual(read, pairs);
          assert.equal(syntax.write(read), text);
        },
      ),
      { numRuns: 500 },
    );
  });

  const files = ['test/corpus/silent', 'test/corpus/faulty', 'examples'].flatMap(filesIn);
  for (const { name, text, languageId } of files) {
    it(`is lossless for each value of ${name}`, () => {
      const reading = readText(text, languageId);
      assert.ok(reading);
      const edits = reading.records
        .flatMap((record) =>
          record.fields.flatMap((stateField): TextEdit[] => {
            const { value, inner, quote } = stateField;
            // Only states are ever written, and no state needs an escape.
            if (value.kind !== 'text' || !/^[\w-]+$/.test(value.text)) return [];
            const edit = valueEdit(reading, record, stateField, value.text);
            if (quote !== '' && text.slice(inner.start, inner.end) === value.text) {
              assert.equal(text.slice(edit.start, edit.end), edit.newText);
            }
            return [edit];
          }),
        )
        .filter((edit, index, all) => all.findIndex(({ start }) => start === edit.start) === index)
        .sort((a, b) => b.start - a.start);
      const again = edits.reduce(
        (old, { start, end, newText }) => old.slice(0, start) + newText + old.slice(end),
        text,
      );
      assert.deepEqual(
        contentOf(readText(again, languageId)?.records ?? []),
        contentOf(reading.records),
      );
    });
  }
});

import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { serverSchema } from '../../../src/manifest/schema';
import { HUAWEI_CLOUD, isPossible, type PartialRow } from '../../../src/model';

const { rows, values } = HUAWEI_CLOUD;
const isValid = new Ajv({ allErrors: true, strict: false }).compile(serverSchema());
const strict = new Ajv({ strict: 'log' });

/** A row under the keys of the API, or under those without the prefix. */
function record({ vm_state, task_state, status }: PartialRow, isBare = false) {
  const prefix = isBare ? '' : 'OS-EXT-STS:';
  const entries = [
    [`${prefix}vm_state`, vm_state],
    [`${prefix}task_state`, task_state],
    ['status', status],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

describe('the JSON schema', () => {
  it('is a schema', () => assert.ok(strict.validateSchema(serverSchema())));

  for (const isBare of [false, true]) {
    it(`accepts the rows and refuses all else, ${isBare ? 'bare' : 'prefixed'}`, () => {
      let accepted = 0;
      for (const vm_state of [...values.vm_state, 'ACTIVE', 'gone']) {
        for (const task_state of [...values.task_state, 'powering_on', '']) {
          for (const status of [...values.status, 'active', null]) {
            const row = { vm_state, task_state, status } as PartialRow;
            const isRow = isPossible(HUAWEI_CLOUD, row);
            assert.equal(isValid(record(row, isBare)), isRow, JSON.stringify(row));
            if (isRow) accepted++;
          }
        }
      }
      assert.equal(accepted, rows.length);
    });
  }

  it('accepts what a part of a record leaves possible, and nothing more', () => {
    for (const vm_state of values.vm_state) {
      for (const status of values.status) {
        const row = { vm_state, status };
        assert.equal(isValid(record(row)), isPossible(HUAWEI_CLOUD, row), JSON.stringify(row));
      }
    }
  });

  const faulty = record({ vm_state: 'deleted', task_state: 'spawning' });
  const right = record({ vm_state: 'deleted', task_state: null });
  for (const [name, wrap] of [
    ['in a list', (server: unknown) => [1, server]],
    ['in a response', (server: unknown) => ({ servers: [server], links: [] })],
    ['deep', (server: unknown) => ({ a: [{ b: { c: [[server]] } }] })],
    ['beside other keys', (server: object) => ({ ...server, name: 'a', status_reason: 7 })],
  ] as const) {
    it(`finds servers ${name}`, () => {
      assert.equal(isValid(wrap(faulty)), false);
      assert.equal(isValid(wrap(right)), true);
    });
  }

  it('leaves everything else alone', () => {
    const others = fc.jsonValue().filter((value) => !/(?:vm|task)_state/.test(String(value)));
    fc.assert(fc.property(others, (value) => isValid(value) === true));
    for (const text of ['{"status":"GONE"}', '{"task_state":"FULFILLED"}', '{"vm_state":7}']) {
      assert.equal(isValid(JSON.parse(text)), true, text);
    }
  });
});

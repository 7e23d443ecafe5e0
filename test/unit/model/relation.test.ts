import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import {
  FIELDS,
  HUAWEI_CLOUD,
  isPossible,
  matchingRows,
  nearestRows,
  possibleValues,
  statusOf,
} from '../../../src/model';

interface Spec {
  status: { name: string }[];
  vm_state: { name: string }[];
  task_state: { name: string }[];
  mapping: { vm_state: string; task_state: string | null; status: string }[];
}
const spec: Spec = JSON.parse(
  readFileSync(new URL('../../spec/state-model.json', import.meta.url), 'utf8'),
);
const names = (list: { name: string }[]) => list.map((entry) => entry.name);
const taskStates = [...names(spec.task_state), null];
const expected = (vm: string, task: string | null) =>
  spec.mapping.find((row) => row.vm_state === vm && row.task_state === task)?.status;

describe('model: the relation', () => {
  it('has the rows of the specification and no others', () => {
    assert.deepEqual(HUAWEI_CLOUD.rows, spec.mapping);
    assert.equal(HUAWEI_CLOUD.rows.length, 36);
  });

  it('has the literals of the specification: 6 vm_states, 22 task_states and null, 12 statuses', () => {
    assert.deepEqual(
      new Set<string | null>(HUAWEI_CLOUD.values.vm_state),
      new Set(names(spec.vm_state)),
    );
    assert.deepEqual(new Set<string | null>(HUAWEI_CLOUD.values.task_state), new Set(taskStates));
    assert.deepEqual(
      new Set<string | null>(HUAWEI_CLOUD.values.status),
      new Set(names(spec.status)),
    );
    assert.deepEqual(
      FIELDS.map((field) => HUAWEI_CLOUD.values[field].length),
      [6, 23, 12],
    );
  });

  it('cannot be changed', () => {
    assert.throws(() => Object.assign(HUAWEI_CLOUD.rows[0] ?? {}, { status: 'X' }), TypeError);
    assert.throws(() => (HUAWEI_CLOUD.rows as unknown[]).push({}), TypeError);
  });

  it('answers all 138 pairs and all 1656 triples as the specification does', () => {
    let pairs = 0;
    let triples = 0;
    for (const vm_state of names(spec.vm_state)) {
      for (const task_state of taskStates) {
        pairs++;
        const status = expected(vm_state, task_state);
        assert.equal(statusOf(HUAWEI_CLOUD, vm_state, task_state), status);
        assert.equal(isPossible(HUAWEI_CLOUD, { vm_state, task_state }), status !== undefined);
        for (const candidate of names(spec.status)) {
          triples++;
          assert.equal(
            isPossible(HUAWEI_CLOUD, { vm_state, task_state, status: candidate }),
            candidate === status,
          );
        }
      }
    }
    assert.deepEqual([pairs, triples], [138, 138 * 12]);
  });
});

describe('model: questions', () => {
  it('tells an unknown task_state from none running', () => {
    assert.equal(matchingRows(HUAWEI_CLOUD, { vm_state: 'resized' }).length, 2);
    assert.equal(matchingRows(HUAWEI_CLOUD, { vm_state: 'resized', task_state: null }).length, 1);
    assert.equal(matchingRows(HUAWEI_CLOUD, {}).length, 36);
  });

  it('gives the values a field may take given the others, whatever it holds itself', () => {
    assert.deepEqual(
      possibleValues(HUAWEI_CLOUD, 'status', { vm_state: 'active', task_state: 'powering-off' }),
      ['ACTIVE'],
    );
    assert.deepEqual(possibleValues(HUAWEI_CLOUD, 'vm_state', { status: 'REBUILD' }), [
      'active',
      'stopped',
      'error',
    ]);
    assert.deepEqual(
      possibleValues(HUAWEI_CLOUD, 'task_state', {
        vm_state: 'resized',
        task_state: 'spawning',
      }),
      ['resize_reverting', null],
    );
    assert.deepEqual(
      possibleValues(HUAWEI_CLOUD, 'task_state', { vm_state: 'deleted', status: 'ACTIVE' }),
      [],
    );
  });

  it('gives the nearest rows of an impossible record: those that change the fewest fields', () => {
    const nearest = nearestRows(HUAWEI_CLOUD, {
      vm_state: 'stopped',
      task_state: 'rebooting',
      status: 'REBOOT',
    });
    assert.deepEqual(nearest, [{ vm_state: 'active', task_state: 'rebooting', status: 'REBOOT' }]);
  });

  it('gives the rows that agree as nearest where some do', () => {
    assert.deepEqual(nearestRows(HUAWEI_CLOUD, { status: 'DELETED' }), [
      { vm_state: 'deleted', task_state: null, status: 'DELETED' },
    ]);
  });
});

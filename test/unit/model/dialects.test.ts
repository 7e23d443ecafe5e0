import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { DIALECTS, matchingRows, relationOf, statusOf } from '../../../src/model';

const spec = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../spec/${name}.json`, import.meta.url), 'utf8'));

describe('model: dialects', () => {
  it('huaweicloud-2022 has the rows of its specification, and UNKNOWN for every other pair', () => {
    const { map, vm_state, task_state, status } = spec('dialect-huaweicloud-2022');
    const relation = relationOf('huaweicloud-2022');
    assert.deepEqual(new Set(relation.values.vm_state), new Set(vm_state));
    assert.deepEqual(new Set(relation.values.task_state), new Set([...task_state, null]));
    assert.deepEqual(new Set(relation.values.status), new Set(status));
    const listed = new Map(map.map(([vm, task, shown]: string[]) => [`${vm} ${task}`, shown]));
    for (const vm of vm_state) {
      for (const task of [...task_state, null]) {
        const expected = listed.get(`${vm} ${task}`) ?? 'UNKNOWN';
        assert.equal(statusOf(relation, vm, task), expected, `${vm} ${task}`);
      }
    }
    assert.equal(relation.rows.length, vm_state.length * (task_state.length + 1));
  });

  it('openstack gives every pair the status that Nova gives it', () => {
    const { map, vm_states, task_states, statuses } = spec('dialect-openstack-nova');
    const relation = relationOf('openstack');
    assert.deepEqual(new Set(relation.values.vm_state), new Set(vm_states));
    assert.deepEqual(new Set(relation.values.task_state), new Set([...task_states, null]));
    // UNKNOWN is what Nova shows for a vm_state it does not know, which no row can have.
    const shown = new Set([...relation.values.status, 'UNKNOWN']);
    assert.deepEqual(shown, new Set(statuses));
    for (const vm of vm_states) {
      for (const task of [...task_states, null]) {
        const expected = map[vm].by_task_state[task] ?? map[vm].default;
        assert.equal(statusOf(relation, vm, task), expected, `${vm} ${task}`);
      }
    }
    assert.equal(relation.rows.length, 12 * 43);
  });

  it('no row of the default mapping is contradicted by another dialect', () => {
    for (const dialect of DIALECTS) {
      for (const row of relationOf('huaweicloud').rows) {
        assert.equal(matchingRows(relationOf(dialect), row).length, 1, JSON.stringify(row));
      }
    }
  });
});

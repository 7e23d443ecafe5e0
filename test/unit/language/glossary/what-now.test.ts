import { strict as assert } from 'node:assert';
import { english } from '../../../../src/language';
import { progressOf, progressText } from '../../../../src/language/glossary/what-now';
import { DIALECTS, matchingRows, relationOf } from '../../../../src/model';

const told = (dialect: (typeof DIALECTS)[number], vm_state: string, task_state: string | null) => {
  const progress = progressOf(relationOf(dialect), { vm_state, task_state }, english);
  const written = (value: string, isOwn: boolean) => (isOwn ? `[${value}]` : value);
  return progress && progressText(progress, task_state ?? '', english, written).join(' ');
};

describe('language: what a server in the middle of an operation is on its way to', () => {
  const cases: [vmState: string, task: string | null, expected: string | undefined][] = [
    ['active', null, undefined],
    [
      'active',
      'reboot_pending',
      'In progress: soft reboot (rebooting → [reboot_pending] → reboot_started). Wait until task_state is null and vm_state is active; status is ACTIVE then.',
    ],
    [
      'active',
      'powering-off',
      'In progress: stop. Wait until task_state is null and vm_state is stopped; status is SHUTOFF then.',
    ],
    [
      'stopped',
      'resize_finish',
      'In progress: resize (flavor change) (resize_prep → resize_migrating → resize_migrated → [resize_finish]). Wait until task_state is null and vm_state is resized; status is VERIFY_RESIZE then.',
    ],
    [
      'error',
      'rebuilding',
      'In progress: rebuild ([rebuilding] → rebuild_block_device_mapping → rebuild_spawning). Wait until task_state is null, then read vm_state.',
    ],
    [
      'resized',
      'resize_reverting',
      'In progress: resize rollback. Wait until task_state is null, then read vm_state.',
    ],
  ];
  for (const [vmState, task, expected] of cases) {
    it(`${vmState} with ${task}: ${expected ?? 'nothing'}`, () => {
      assert.equal(told('huaweicloud', vmState, task), expected);
    });
  }

  it('keeps the tasks of one operation apart that end in other states', () => {
    assert.equal(
      told('openstack', 'active', 'soft-deleting'),
      'In progress: delete. Wait until task_state is null and vm_state is soft-delete; status is SOFT_DELETED then.',
    );
    assert.match(told('openstack', 'active', 'shelving') ?? '', /then read vm_state\.$/);
  });

  for (const dialect of DIALECTS) {
    it(`names rows of the mapping only: ${dialect}`, () => {
      const relation = relationOf(dialect);
      for (const row of relation.rows) {
        const progress = progressOf(relation, row, english);
        if (!progress) continue;
        assert.ok(row.task_state !== null && progress.tasks.includes(row.task_state));
        for (const task_state of progress.tasks) {
          assert.ok(matchingRows(relation, { vm_state: row.vm_state, task_state }).length > 0);
        }
        if (progress.outcome) assert.equal(matchingRows(relation, progress.outcome).length, 1);
      }
    });
  }
});

import { strict as assert } from 'node:assert';
import {
  type Field,
  HUAWEI_CLOUD,
  meantName,
  nearestName,
  sameNameFolded,
} from '../../../src/model';

const cases: [Field, string, string | undefined][] = [
  ['vm_state', 'actve', 'active'],
  ['vm_state', 'ACTIVE', 'active'],
  ['vm_state', 'stoped', 'stopped'],
  ['vm_state', 'buildng', 'building'],
  ['vm_state', 'rescued', undefined],
  ['vm_state', 'running', undefined],
  ['vm_state', 'shelved', undefined],
  ['vm_state', '', undefined],
  ['task_state', 'powering_off', 'powering-off'],
  ['task_state', 'resize-prep', 'resize_prep'],
  ['task_state', 'hard_rebooting', 'rebooting_hard'],
  ['task_state', 'spawnning', 'spawning'],
  ['status', ' BUILD', 'BUILD'],
  ['status', 'SHOUTOFF', 'SHUTOFF'],
  ['status', 'RESIZE_VERIFY', 'VERIFY_RESIZE'],
  ['status', 'RESCUE', undefined],
  ['status', 'PAUSED', undefined],
];

describe('model: the nearest name', () => {
  for (const [field, name, expected] of cases) {
    it(`takes ${field} '${name}' for ${expected ?? 'nothing'}`, () => {
      assert.equal(nearestName(HUAWEI_CLOUD, field, name), expected);
    });
  }

  it('knows a literal that is only folded differently', () => {
    assert.equal(sameNameFolded(HUAWEI_CLOUD, 'task_state', ' Powering_On '), 'powering-on');
    assert.equal(sameNameFolded(HUAWEI_CLOUD, 'task_state', 'poweringon'), undefined);
  });
});

describe('model: the name that was meant', () => {
  const meant: [Field, string, string | undefined][] = [
    ['status', 'CONFIRM_RESIZE', 'VERIFY_RESIZE'],
    ['status', 'RESIZE_VERIFY', 'VERIFY_RESIZE'],
    ['status', ' BUILD', 'BUILD'],
    ['status', 'RUNNING', 'ACTIVE'],
    ['vm_state', 'SHUTOFF', 'stopped'],
    ['vm_state', 'STOPPED', 'stopped'],
    ['vm_state', 'build', 'building'],
    ['task_state', 'powering_off', 'powering-off'],
    ['task_state', 'starting', 'powering-on'],
    ['task_state', 'suspending', undefined],
  ];
  for (const [field, name, expected] of meant) {
    it(`takes ${field} '${name}' for ${expected ?? 'nothing'}`, () => {
      assert.equal(meantName(HUAWEI_CLOUD, field, name), expected);
    });
  }
});

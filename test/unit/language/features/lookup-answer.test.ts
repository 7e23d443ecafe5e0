import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createLanguageService } from '../../../../src/language';
import type { Settings } from '../../../../src/language/settings/settings';
import { HUAWEI_CLOUD, matchingRows } from '../../../../src/model';
import { chinese } from '../../../support/localize';

const { rows, values } = HUAWEI_CLOUD;
const listed = (text: string) => text.split('\n').filter((line) => line.startsWith('- '));

const service = createLanguageService();

describe('answers about states', () => {
  it('tell the status of each pair', () => {
    for (const { vm_state, task_state, status } of rows) {
      const text = service.answer({ vm_state, task_state });
      const line = `- vm_state ${vm_state}, task_state ${task_state}, status ${status}`;
      assert.deepEqual(listed(text), [line]);
      assert.equal(service.statusOf({ vm_state, task_state }), status);
    }
  });

  it('tell the pairs of each status', () => {
    for (const status of values.status) {
      const pairs = matchingRows(HUAWEI_CLOUD, { status });
      assert.equal(listed(service.answer({ status })).length, pairs.length);
      assert.deepEqual(
        service.pairsOf(status),
        pairs.map(({ vm_state, task_state }) => ({ vm_state, task_state })),
      );
    }
  });

  it('explain the states', () => {
    assert.match(
      service.answer({ task_state: 'powering-on' }),
      /\n\ntask_state powering-on: \w.+\./,
    );
    assert.match(
      createLanguageService({ translate: chinese }).answer({ status: 'BUILD' }),
      /[\u4e00-\u9fff]{5}/,
    );
  });

  const cases: [string, unknown, RegExp, Settings?][] = [
    [
      'no such pair',
      { vm_state: 'deleted', task_state: 'spawning' },
      /^task_state 'spawning' requires/,
    ],
    [
      'another status',
      { vm_state: 'active', task_state: null, status: 'SHUTOFF' },
      /^status should be 'ACTIVE', not 'SHUTOFF'[\s\S]*\n- /,
    ],
    ['a misspelt state', { task_state: 'powering_on' }, /Did you mean 'powering-on'\?/],
    [
      'an unknown state',
      { status: 'SLEEPY' },
      /^Unknown status 'SLEEPY'\.[\s\S]*\nstatus: BUILD, /,
    ],
    ['no task by name', { vm_state: 'resized', task_state: 'None' }, /VERIFY_RESIZE/],
    ['nothing in particular', {}, /^- vm_state building/],
    ['no question', 'what?', /^- vm_state building/],
    [
      'another dialect',
      { vm_state: 'paused', task_state: null },
      /status PAUSED/,
      { dialect: 'openstack' },
    ],
    [
      'an added row',
      { vm_state: 'stopped', task_state: 'rebooting' },
      /status REBOOT$/m,
      {
        additionalRows: [{ vm_state: 'stopped', task_state: 'rebooting', status: 'REBOOT' }],
      },
    ],
  ];
  for (const [name, question, expected, settings] of cases) {
    it(name, () => assert.match(createLanguageService(settings).answer(question), expected));
  }

  it('have a bound, whatever is asked', () => {
    for (const question of [{}, { status: 'x'.repeat(1e6) }, { vm_state: '\n- forged' }]) {
      assert.ok(createLanguageService({ dialect: 'openstack' }).answer(question).length < 10_000);
    }
    assert.match(createLanguageService({ dialect: 'openstack' }).answer({}), /… and \d+ more$/);
    fc.assert(fc.property(fc.jsonValue(), (question) => service.answer(question).length > 0));
  });

  it('say nothing of a pair that no server has', () => {
    assert.equal(service.statusOf({ vm_state: 'deleted', task_state: 'spawning' }), undefined);
    assert.equal(service.statusOf({ vm_state: 'constructor', task_state: null }), undefined);
    assert.deepEqual(service.pairsOf('GONE'), []);
  });
});

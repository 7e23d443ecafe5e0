import { strict as assert } from 'node:assert';
import * as language from '../../../src/language';
import { english } from '../../../src/language';
import { ConfiguredServices } from '../../../src/shared/configured-services';
import { chinese } from '../../support/localize';

function created() {
  const log: string[] = [];
  return { log, services: new ConfiguredServices(language, (message) => log.push(message)) };
}

const same = (given: unknown) => given;

describe('services by what is configured', () => {
  it('are the same object for what is written alike', () => {
    const { services } = created();
    const written = () => ({ dialect: 'openstack', keys: { lifecycle: 'vm_state' } });
    const [one, other] = [0, 1].map(() => services.configuration(written(), english, same));
    assert.ok(one);
    assert.equal(one, other);
    const settings = () => language.settingsFor(one, () => false);
    assert.equal(services.service(settings()), services.service(settings()));
  });

  it('are others by other settings, and in another language', () => {
    const { services } = created();
    const plain = services.service({ translate: english });
    assert.notEqual(services.service({ translate: english, dialect: 'openstack' }), plain);
    assert.notEqual(services.service({ translate: chinese }), plain);
  });

  it('report what makes no sense once, however often it is read', () => {
    const { services, log } = created();
    for (const given of [
      { dialect: 'gone' },
      { dialect: 'gone' },
      { dialect: 'gone', keys: {} },
      7,
    ]) {
      services.configuration(given, english, same);
    }
    assert.deepEqual(log, [
      'Invalid value of ecsStates.dialect, which is ignored: "gone"',
      'Invalid value of ecsStates, which is ignored: 7',
    ]);
  });
});

import { strict as assert } from 'node:assert';
import { createLanguageService, diagnose } from '../../../../src/language';

/** A server's record, of which one value is in doubt. */
function recordWith(values: Readonly<Record<string, string | null>>): string {
  const right = { 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': null };
  return JSON.stringify({ ...right, ...values });
}

describe('a value that is half-typed', () => {
  const cases: [Readonly<Record<string, string>>, boolean][] = [
    [{ 'OS-EXT-STS:vm_state': 'acti' }, true],
    [{ 'OS-EXT-STS:vm_state': 'a' }, true],
    [{ 'OS-EXT-STS:task_state': 'reboot-' }, true],
    [{ 'OS-EXT-STS:task_state': 'powering_' }, true],
    [{ 'OS-EXT-STS:task_state': 'powering-' }, true],
    [{ status: 'ACT' }, true],
    [{ 'OS-EXT-STS:vm_state': 'actve' }, false],
    [{ 'OS-EXT-STS:vm_state': 'ACTIVE' }, false],
    [{ 'OS-EXT-STS:vm_state': 'ctive' }, false],
    [{ 'OS-EXT-STS:vm_state': 'activex' }, false],
    [{ 'OS-EXT-STS:vm_state': 'active ' }, false],
    [{ 'OS-EXT-STS:task_state': 'powering_off' }, false],
    [{ 'OS-EXT-STS:vm_state': 'stopped', 'OS-EXT-STS:task_state': 'rebooting' }, false],
  ];
  for (const [values, expected] of cases) {
    const text = recordWith(values);
    it(`${expected ? 'may' : 'cannot'} be the beginning of a state in ${text}`, () => {
      const [found, ...others] = diagnose(text, 'json');
      assert.ok(found);
      assert.deepEqual(others, []);
      const { code, start, end } = found;
      assert.equal(
        createLanguageService().isHalfTyped(code, text.slice(start, end)),
        expected,
        code,
      );
    });
  }

  it('is so in any case', () => {
    assert.equal(createLanguageService().isHalfTyped('unknown-vm-state', 'ACT'), true);
    assert.equal(createLanguageService().isHalfTyped('unknown-status', 'act'), true);
  });

  it('is so while its quotes are empty', () => {
    for (const quotes of ['""', "''", '``']) {
      assert.equal(createLanguageService().isHalfTyped('unknown-vm-state', quotes), true, quotes);
    }
    assert.equal(createLanguageService().isHalfTyped('unknown-vm-state', `"'`), false);
  });

  it('is so by the dialect and the rows that are set', () => {
    assert.equal(createLanguageService().isHalfTyped('unknown-vm-state', 'paus'), false);
    assert.equal(
      createLanguageService({ dialect: 'openstack' }).isHalfTyped('unknown-vm-state', 'paus'),
      true,
    );
    const row = { vm_state: 'frozen', task_state: null, status: 'FROZEN' };
    assert.equal(createLanguageService().isHalfTyped('unknown-status', 'FRO'), false);
    assert.equal(
      createLanguageService({ additionalRows: [row] }).isHalfTyped('unknown-status', 'FRO'),
      true,
    );
  });
});

import { strict as assert } from 'node:assert';
import { configurationFrom, isConfigurable, severitySetting } from '../../../../src/language';

const CODE = 'impossible-pair';
const IN_CAMEL_CASE = 'severity.impossiblePair';

describe('language: the severity of a rule in a configuration', () => {
  it('has a name in camel case in the editor', () => {
    assert.equal(severitySetting(CODE), IN_CAMEL_CASE);
    assert.ok(isConfigurable(IN_CAMEL_CASE) && isConfigurable(`severity.${CODE}`));
  });

  const cases: [written: object, expected: string | undefined, complaints: string[]][] = [
    [{ [`severity.${CODE}`]: 'error' }, 'error', []],
    [{ [IN_CAMEL_CASE]: 'error' }, 'error', []],
    [{ severity: { impossiblePair: 'hint' } }, 'hint', []],
    [{ severity: { [CODE]: 'hint', impossiblePair: 'error' } }, 'hint', []],
    [{ severity: { impossiblePair: 'error', [CODE]: 'hint' } }, 'hint', []],
    [{ severity: { impossiblePair: 'loud' } }, undefined, [`severity.${CODE}`]],
    [{ severity: { impossibleTriple: 'off' } }, undefined, ['severity.impossibleTriple']],
  ];
  for (const [written, expected, complaints] of cases) {
    it(`is ${expected} in ${JSON.stringify(written)}`, () => {
      const complained: string[] = [];
      const { severity } = configurationFrom(written, (name) => complained.push(name));
      assert.equal(severity[CODE], expected);
      assert.deepEqual(complained, complaints);
    });
  }
});

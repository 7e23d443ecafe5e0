import { strict as assert } from 'node:assert';
import { stateOf } from '../../../../src/language/records/written-state';
import { HUAWEI_CLOUD } from '../../../../src/model';

describe('records: a task of none in words', () => {
  const state = (text: string) => stateOf(HUAWEI_CLOUD, 'task_state', { kind: 'text', text });

  for (const text of ['None', 'NULL', '-', '', ' ', '\tnone\n', '\u00a0null\u00a0', '\ufeff-']) {
    it(`is ${JSON.stringify(text)}`, () => assert.equal(state(text), null));
  }

  for (const text of ['nones', 'no ne', '--', 'null null', '0']) {
    it(`is not ${JSON.stringify(text)}`, () => assert.notEqual(state(text), null));
  }

  it('is found at once however many blanks there are', () => {
    assert.equal(state(' '.repeat(1_000_000)), null);
    assert.equal(state(`${' '.repeat(1_000_000)}x`), undefined);
  });
});

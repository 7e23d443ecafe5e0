import { strict as assert } from 'node:assert';
import { type Tally, tallyText } from '../../../../src/language';
import { english } from '../../../../src/language/text/localize';
import { chinese } from '../../../support/localize';

const CLEAN: Tally = { files: 12, skipped: 0, milliseconds: 140, faulty: 0, codes: {} };

describe('the tally of a check', () => {
  it('says that nothing was found', () => {
    assert.equal(tallyText(CLEAN, english), '12 files checked in 0.1 s: no problems.');
  });

  it('counts by code, the most frequent first', () => {
    const codes = { 'unknown-status': 1, 'impossible-pair': 3 };
    assert.equal(
      tallyText({ ...CLEAN, faulty: 2, codes }, english),
      '12 files checked in 0.1 s: 4 problems in 2 files (impossible-pair 3, unknown-status 1).',
    );
    assert.match(tallyText({ ...CLEAN, faulty: 2, codes }, chinese), /2 个文件中有 4 个问题/);
  });

  it('has one of a thing as one', () => {
    const codes = { 'unknown-status': 1 };
    assert.equal(
      tallyText({ ...CLEAN, files: 1, faulty: 1, codes }, english),
      '1 file checked in 0.1 s: 1 problem in 1 file (unknown-status 1).',
    );
    assert.match(tallyText({ ...CLEAN, faulty: 1, codes }, chinese), /1 个文件中有 1 个问题/);
  });

  it('mentions what was not checked', () => {
    assert.match(tallyText({ ...CLEAN, skipped: 3 }, english), /no problems\. Files .*: 3\.$/);
  });
});

import { strict as assert } from 'node:assert';
import { readText } from '../../../../src/language';
import { evidenceOf } from '../../../../src/language/records/evidence';
import { HUAWEI_CLOUD } from '../../../../src/model';

describe('evidence of a record', () => {
  const CASES: readonly (readonly [languageId: string, text: string, expected: string])[] = [
    ['json', '{"OS-EXT-STS:vm_state": "stoped"}', 'sure'],
    ['json', '{"vm_state": "active", "task_state": null, "status": "ACTIVE"}', 'sure'],
    ['json', '{"vm_state": "stopped"}', 'plausible'],
    ['json', '{"vm_state": "deleted", "status": "ACTIVE"}', 'plausible'],
    ['json', '{"vm_state": "running"}', 'none'],
    ['json', '{"OS-EXT-STS:vm_state": "column", "OS-EXT-STS:task_state": "label"}', 'none'],
    ['typescript', "s['OS-EXT-STS:vm_state'] === 'stoped'", 'sure'],
    ['typescript', "expect(s.vm_state).toBe('stoped')", 'sure'],
    ['typescript', "expect(s.vm_state).toBe('Column')", 'plausible'],
  ];
  for (const [languageId, text, expected] of CASES) {
    it(`${text} is ${expected}`, () => {
      const records = readText(text, languageId)?.records ?? [];
      assert.deepEqual(
        records.map((record) => evidenceOf(HUAWEI_CLOUD, record)),
        [expected],
      );
    });
  }
});

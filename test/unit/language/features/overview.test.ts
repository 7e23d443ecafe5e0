import { strict as assert } from 'node:assert';
import { createLanguageService, overviewText, readText } from '../../../../src/language';
import { english } from '../../../../src/language/text/localize';

function overview(text: string, languageId: string): string {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return overviewText(createLanguageService().overview(reading), english);
}

describe('the overview of a text', () => {
  const cases: [string, string, string][] = [
    ['json', '[{"vm_state": "active"}, {"task_state": null}]', 'Server records: 1'],
    ['json', '[{"vm_state": "active"}, {"vm_state": "error"}]', 'Server records: 2'],
    ['yaml', 'vm_state: active\n', 'Server records: 1'],
    [
      'typescript',
      "x = { vm_state: 'active' }; y = a.vm_state === 'active' || a.task_state === 'deleting';",
      'Server records: 1, Server states in code: 2',
    ],
    ['typescript', "a.vm_state === 'active'", 'Server states in code: 1'],
    ['json', '{"status": "ACTIVE", "task_state": null}', ''],
    ['json', '', ''],
  ];
  for (const [languageId, text, expected] of cases) {
    it(`${languageId}: ${text}`, () => assert.equal(overview(text, languageId), expected));
  }

  it('says from where on a text is not read, because a parser would take forever', function () {
    this.timeout(480_000);
    const server = "const s = { vm_state: 'active', task_state: null };\n";
    assert.equal(
      overview(`${server}\n${'({'.repeat(15_000)}`, 'typescript'),
      'Server records: 1, Not read from line 3 on',
    );
  });
});

import { strict as assert } from 'node:assert';
import { createLanguageService, diagnose, readText } from '../../../../src/language';
import type { Settings } from '../../../../src/language/settings/settings';
import { HUAWEI_CLOUD } from '../../../../src/model';
import { chinese } from '../../../support/localize';

/** The text with each hint in angle brackets where it is shown. */
function shown(text: string, languageId: string, settings?: Settings): string {
  const reading = readText(text, languageId);
  assert.ok(reading);
  const hints = createLanguageService(settings).statusHints(reading, {
    start: 0,
    end: text.length,
  });
  return hints.reduceRight(
    (left, { offset, label }) => `${left.slice(0, offset)}‹${label}›${left.slice(offset)}`,
    text,
  );
}

/** The text after all hints were accepted, last first. */
function accepted(text: string, languageId: string, settings?: Settings): string {
  const reading = readText(text, languageId);
  assert.ok(reading);
  const hints = createLanguageService(settings).statusHints(reading, {
    start: 0,
    end: text.length,
  });
  return hints.reduceRight((left, hint) => {
    const edit = hint.edit();
    assert.ok(edit);
    return left.slice(0, edit.start) + edit.newText + left.slice(edit.end);
  }, text);
}

describe('inlay hints for the status', () => {
  const cases: [string, string, string, Settings?][] = [
    [
      'json',
      '{"vm_state": "active", "task_state": null, "name": "a"}',
      '{"vm_state": "active", "task_state": null‹status: ACTIVE›, "name": "a"}',
    ],
    [
      'json',
      '{"task_state": "powering-on", "vm_state": "stopped"}',
      '{"task_state": "powering-on", "vm_state": "stopped"‹status: SHUTOFF›}',
    ],
    [
      'yaml',
      '- vm_state: resized # why\n  task_state: ~\n',
      '- vm_state: resized # why\n  task_state: ~‹status: VERIFY_RESIZE›\n',
    ],
    [
      'typescript',
      "const x = { vmState: 'error', taskState: 'deleting' };",
      "const x = { vmState: 'error', taskState: 'deleting'‹status: ERROR› };",
      { statusHints: 'all' },
    ],
  ];
  const typing: [string, string][] = [
    ['json', '{"vm_state": "active", "task_state": null, ""}'],
    ['json', '{\n  "",\n  "vm_state": "active",\n  "task_state": null\n}'],
    ['yaml', 'vm_state: active\ntask_state: null\n""\n'],
  ];
  for (const [languageId, text] of typing) {
    it(`wait until a key that has just been begun is typed: ${languageId} ${text}`, () => {
      assert.equal(shown(text, languageId), text);
    });
  }

  it('do not wait for a value that is empty', () => {
    const text = '{"name": "", "vm_state": "active", "task_state": null';
    assert.equal(shown(`${text}}`, 'json'), `${text}‹status: ACTIVE›}`);
  });

  for (const [languageId, text, expected, settings] of cases) {
    it(`${languageId}: ${JSON.stringify(expected)}`, () => {
      assert.equal(shown(text, languageId, settings), expected);
      const written = accepted(text, languageId, settings);
      assert.deepEqual(diagnose(written, languageId), []);
      assert.equal(shown(written, languageId, settings), written, 'a status is there now');
    });
  }

  const places: [languageId: string, name: string, text: string, expected: string][] = [
    [
      'json',
      'on one line',
      '{"vm_state": "active", "task_state": null}',
      '{"vm_state": "active", "task_state": null, "status": "ACTIVE"}',
    ],
    [
      'json',
      'on lines of their own, the last member',
      '{\n  "vm_state": "active",\n  "task_state": null\n}',
      '{\n  "vm_state": "active",\n  "task_state": null,\n  "status": "ACTIVE"\n}',
    ],
    [
      'json',
      'before another member',
      '{\r\n\t"vm_state": "active",\r\n\t"task_state": null,\r\n\t"name": "a"\r\n}',
      '{\r\n\t"vm_state": "active",\r\n\t"task_state": null,\r\n\t"status": "ACTIVE",\r\n\t"name": "a"\r\n}',
    ],
    [
      'jsonc',
      'with a comment behind the value, which stays with it',
      '{\n  "vm_state": "active",\n  "task_state": null // why\n}',
      '{\n  "vm_state": "active",\n  "status": "ACTIVE",\n  "task_state": null // why\n}',
    ],
    [
      'typescript',
      'before a trailing comma',
      "const x = {\n  vmState: 'active',\n  taskState: null,\n};",
      "const x = {\n  vmState: 'active',\n  taskState: null,\n  status: 'ACTIVE',\n};",
    ],
    [
      'typescript',
      'with an assertion behind the value, which stays with it',
      "const x = { vmState: 'active', taskState: null as null };",
      "const x = { vmState: 'active', status: 'ACTIVE', taskState: null as null };",
    ],
    [
      'yaml',
      'in a block',
      '- vm_state: active\n  task_state: null # why\n  name: a\n',
      '- vm_state: active\n  task_state: null # why\n  status: ACTIVE\n  name: a\n',
    ],
    [
      'yaml',
      'in a flow mapping',
      '- {vm_state: active, task_state: null}\n',
      '- {vm_state: active, task_state: null, status: ACTIVE}\n',
    ],
  ];
  for (const [languageId, name, text, expected] of places) {
    it(`are written where they stand: ${languageId} ${name}`, () => {
      assert.equal(accepted(text, languageId, { statusHints: 'all' }), expected);
    });
  }

  const silent: [string, string, string, Settings?][] = [
    ['a status is there', 'json', '{"vm_state": "active", "task_state": null, "status": "ERROR"}'],
    ['half of a pair', 'json', '{"vm_state": "deleted"}'],
    ['no such pair', 'json', '{"vm_state": "deleted", "task_state": "spawning"}'],
    ['an unknown state', 'json', '{"vm_state": "activ", "task_state": null}'],
    ['a value that is being typed', 'yaml', 'vm_state: active\ntask_state: powering-\n'],
    ['a value that is not there yet', 'json', '{"vm_state": "active", "task_state": }'],
    ['a key that is there twice', 'json', '{"vm_state":"active","task_state":null,"vm_state":"x"}'],
    ['not about a server', 'json', '{"task_state": null, "name": "a"}'],
    ['off', 'json', '{"vm_state": "active", "task_state": null}', { statusHints: 'off' }],
    ['code by default', 'typescript', "x = { vm_state: 'active', task_state: null };"],
    ['code that looks at states', 'typescript', "x.vm_state === 'active'", { statusHints: 'all' }],
    [
      'a spread may bring one',
      'typescript',
      "x = { vm_state: 'active', task_state: null, ...y };",
      { statusHints: 'all' },
    ],
  ];
  for (const [name, languageId, text, settings] of silent) {
    it(`are silent: ${name}`, () => assert.equal(shown(text, languageId, settings), text));
  }

  it('are there for every pair', () => {
    for (const { vm_state, task_state, status } of HUAWEI_CLOUD.rows) {
      const text = JSON.stringify({ vm_state, task_state });
      assert.equal(shown(text, 'json'), `${text.slice(0, -1)}‹status: ${status}›}`);
    }
  });

  it('are those of the range only', () => {
    const record = '{"vm_state": "active", "task_state": null}';
    const text = `[${Array.from({ length: 100 }, () => record).join(',\n')}]`;
    const reading = readText(text, 'json');
    assert.ok(reading);
    const range = { start: text.indexOf('\n') + 1, end: text.indexOf('\n') + 1 + record.length };
    assert.equal(createLanguageService().statusHints(reading, range).length, 1);
  });

  it('say why, in the language that is set', () => {
    const reading = readText('{"vm_state": "active", "task_state": null}', 'json');
    assert.ok(reading);
    const [hint] = createLanguageService().statusHints(reading, { start: 0, end: 99 });
    assert.equal(hint?.markdown, 'vm_state active with task_state `null` shows status **ACTIVE**.');
    const settings = { translate: chinese };
    const [translated] = createLanguageService(settings).statusHints(reading, {
      start: 0,
      end: 99,
    });
    assert.match(translated?.markdown ?? '', /[\u4e00-\u9fff]/);
  });
});

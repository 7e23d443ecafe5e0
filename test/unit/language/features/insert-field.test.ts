import { strict as assert } from 'node:assert';
import { createLanguageService, diagnose, readText } from '../../../../src/language';
import { withCursor } from '../../../support/cursor';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

/** The text after each insertion that is offered, by title. */
function inserted(fixture: string, languageId: string): Record<string, string> {
  const { text, offset } = withCursor(fixture);
  const reading = readText(text, languageId);
  assert.ok(reading);
  return Object.fromEntries(
    createLanguageService()
      .insertions(reading, offset)
      .map(({ title, edit }) => [
        title,
        text.slice(0, edit.start) + edit.newText + text.slice(edit.end),
      ]),
  );
}

describe('insert a missing field', () => {
  const cases: [string, string, string, Record<string, string>][] = [
    [
      'json',
      'on one line',
      `{"${VM}": "active", "${TASK}": n<|>ull}`,
      {
        "Insert status 'ACTIVE'": `{"${VM}": "active", "status": "ACTIVE", "${TASK}": null}`,
      },
    ],
    [
      'json',
      'on lines, CRLF',
      `{\r\n  "${VM}": "del<|>eted"\r\n}`,
      {
        'Insert task_state null': `{\r\n  "${TASK}": null,\r\n  "${VM}": "deleted"\r\n}`,
        "Insert status 'DELETED'": `{\r\n  "status": "DELETED",\r\n  "${VM}": "deleted"\r\n}`,
      },
    ],
    [
      'yaml',
      'block, a comment stays where it is',
      `- name: a\n  ${VM}: stopped\n  ${TASK}: power<|>ing-on # why\n`,
      {
        "Insert status 'SHUTOFF'": `- name: a\n  ${VM}: stopped\n  ${TASK}: powering-on # why\n  status: SHUTOFF\n`,
      },
    ],
    [
      'yaml',
      'the only key of an item',
      `- vm_state: del<|>eted\n`,
      {
        'Insert task_state null': `- vm_state: deleted\n  task_state: null\n`,
        "Insert status 'DELETED'": `- vm_state: deleted\n  status: DELETED\n`,
      },
    ],
    [
      'yaml',
      'flow',
      `a: { vm_state: resized, status: VER<|>IFY_RESIZE }\n`,
      {
        'Insert task_state null': `a: { vm_state: resized, task_state: null, status: VERIFY_RESIZE }\n`,
      },
    ],
    [
      'typescript',
      'camel case',
      `x = { vmState: 'error', taskState: 'dele<|>ting' }`,
      {
        "Insert status 'ERROR'": `x = { vmState: 'error', status: 'ERROR', taskState: 'deleting' }`,
      },
    ],
    [
      'jsonc',
      'a comment stays above its field',
      `{\n  "${VM}": "active", // a\n\n  // b\n  /* c\n     d */\n  "${TASK}": nu<|>ll // e\n}`,
      {
        "Insert status 'ACTIVE'": `{\n  "${VM}": "active", // a\n\n  "status": "ACTIVE",\n  // b\n  /* c\n     d */\n  "${TASK}": null // e\n}`,
      },
    ],
    [
      'typescript',
      'a directive stays above its field, CRLF',
      `x = {\r\n\tvm_state: 'active',\r\n\t// eslint-disable-next-line camelcase\r\n\ttask_state: nu<|>ll,\r\n};`,
      {
        "Insert status 'ACTIVE'": `x = {\r\n\tvm_state: 'active',\r\n\tstatus: 'ACTIVE',\r\n\t// eslint-disable-next-line camelcase\r\n\ttask_state: null,\r\n};`,
      },
    ],
    [
      'typescript',
      'a comment in the line of a field: before the other field',
      `x = {\n  vm_state: 'active',\n  /* step */ task_state: nu<|>ll,\n};`,
      {
        "Insert status 'ACTIVE'": `x = {\n  status: 'ACTIVE',\n  vm_state: 'active',\n  /* step */ task_state: null,\n};`,
      },
    ],
    [
      'typescript',
      'what looks like a comment is the end of a template',
      'x = {\n  vm_state: `active`,\n  note: `\n  // no`,\n  task_state: nu<|>ll,\n};',
      {
        "Insert status 'ACTIVE'":
          'x = {\n  status: `ACTIVE`,\n  vm_state: `active`,\n  note: `\n  // no`,\n  task_state: null,\n};',
      },
    ],
    [
      'yaml',
      'comments stay above their fields',
      `# web\n${VM}: active # a\n# b\n${TASK}: nu<|>ll # c\n# d\nname: web\n`,
      {
        "Insert status 'ACTIVE'": `# web\n${VM}: active # a\n# b\n${TASK}: null # c\nstatus: ACTIVE\n# d\nname: web\n`,
      },
    ],
    [
      'yaml',
      'a null that is not written, at the end of the text',
      `- # one\n  ${VM}: active\n  # b\n  ${TASK}:<|> # c`,
      {
        "Insert status 'ACTIVE'": `- # one\n  ${VM}: active\n  # b\n  ${TASK}: # c\n  status: ACTIVE`,
      },
    ],
    [
      'yaml',
      'flow on lines, a comment stays',
      `a: {\n  ${VM}: active,\n  # b\n  ${TASK}: nu<|>ll # c\n}\n`,
      {
        "Insert status 'ACTIVE'": `a: {\n  ${VM}: active,\n  status: ACTIVE,\n  # b\n  ${TASK}: null # c\n}\n`,
      },
    ],
    [
      'jsonc',
      'a state is misspelt',
      `{"vm-state": "rebooting_hrad",\n"taskState":"netw<|>orking"\n}`,
      {},
    ],
    ['json', 'a state is not there yet', `{"${VM}": ,"${TASK}":"netw<|>orking"}`, {}],
    ['typescript', 'a state is a variable', `x = { vm_state: y, task_state: 'netw<|>orking' }`, {}],
    ['typescript', 'a spread may win', `x = { vm_state: 'dele<|>ted', ...y }`, {}],
    [
      'json',
      'a key is there twice',
      `{"${VM}":"active","${VM}":"error","${TASK}":"spaw<|>ning"}`,
      {},
    ],
    ['json', 'several values are possible', `{"${VM}": "act<|>ive"}`, {}],
    ['json', 'nothing is missing', `{"${VM}":"active","${TASK}":null,"status":"ACT<|>IVE"}`, {}],
    ['json', 'not about a server', `{"status": "DEL<|>ETED"}`, {}],
    ['json', 'outside', `[{"${VM}": "deleted"}, 1<|>]`, {}],
  ];
  for (const [languageId, name, fixture, expected] of cases) {
    it(`${languageId}: ${name}`, () => {
      const offered = inserted(fixture, languageId);
      assert.deepEqual(offered, expected);
      for (const text of Object.values(offered)) assert.deepEqual(diagnose(text, languageId), []);
    });
  }
});

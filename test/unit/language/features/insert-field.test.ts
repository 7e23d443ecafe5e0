import { strict as assert } from 'node:assert';
import { diagnose, insertReading, readText } from '../../../../src/language';
import { withCursor } from '../../../support/cursor';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

/** The text after each insertion that is offered, by title. */
function inserted(fixture: string, languageId: string): Record<string, string> {
  const { text, offset } = withCursor(fixture);
  const reading = readText(text, languageId);
  assert.ok(reading);
  return Object.fromEntries(
    insertReading(reading, offset).map(({ title, edit }) => [
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
        "Insert status 'SHUTOFF'": `- name: a\n  ${VM}: stopped\n  status: SHUTOFF\n  ${TASK}: powering-on # why\n`,
      },
    ],
    [
      'yaml',
      'the only key of an item',
      `- vm_state: del<|>eted\n`,
      {
        'Insert task_state null': `- task_state: null\n  vm_state: deleted\n`,
        "Insert status 'DELETED'": `- status: DELETED\n  vm_state: deleted\n`,
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

import { strict as assert } from 'node:assert';
import { hover } from '../../../../src/language';
import { withCursor } from '../../../support/cursor';
import { SYNTAXES } from '../../../support/syntaxes';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';

/** The text a hover is about, or undefined. */
function subject(fixture: string, languageId: string): string | undefined {
  const { text, offset } = withCursor(fixture);
  const found = hover(text, languageId, offset);
  return found && text.slice(found.start, found.end);
}

describe('hover', () => {
  const cases: [string, string, string, string | undefined][] = [
    ['json', 'a value, with its quotes', `{"${VM}":"act<|>ive"}`, '"active"'],
    ['json', 'a key', `{"OS-EXT-<|>STS:vm_state":"active"}`, VM],
    ['json', 'null', `{"${TASK}":nu<|>ll}`, 'null'],
    ['json', 'a key whose value is unknown', `{"${VM[0]}<|>${VM.slice(1)}":"actve"}`, VM],
    ['json', 'a misspelt value', `{"${VM}":"act<|>ve"}`, '"actve"'],
    ['json', 'a word that is no state where nothing else is one', `{"state":"fo<|>o"}`, undefined],
    ['yaml', 'a misspelt value in YAML', `${VM}: act<|>ve\n`, 'actve'],
    ['typescript', 'a misspelt literal', `x.task_state === 'spaw<|>nin'`, "'spawnin'"],
    ['typescript', 'a literal that resembles no state', `x.task_state === 'fo<|>o'`, undefined],
    ['json', 'a type in place of a value', `{"${VM}":"str<|>ing"}`, undefined],
    ['json', 'a status beside a vm_state', `{"${VM}":"active","status":"ACT<|>IVE"}`, '"ACTIVE"'],
    ['json', 'a status alone', `{"status":"ACT<|>IVE"}`, undefined],
    ['json', 'a status that exists nowhere else', `{"status":"VERIFY_<|>RESIZE"}`, 'VERIFY_RESIZE'],
    ['json', 'a word that is everybody’s', `{"a":"active, <|>deleting"}`, undefined],
    ['json', 'the task_state of something else', `{"task_<|>state":"FULFILLED"}`, undefined],
    ['yaml', 'a plain value', `${VM}: act<|>ive\n`, 'active'],
    ['yaml', 'a list of literals', `- name: reboot_<|>pending_hard\n`, 'reboot_pending_hard'],
    ['typescript', 'a compared literal', `x.task_state === 'spaw<|>ning'`, "'spawning'"],
    ['typescript', 'the compared member', `x.task_<|>state === 'spawning'`, 'task_state'],
    ['typescript', 'a case', `switch (x.vm_state) { case 'stop<|>ped': }`, "'stopped'"],
    ['yaml', 'a property of a template', 'properties:\n  block_device_map<|>ping: []\n', undefined],
    ['json', 'a key of a request', `{"server":{"block_device_ma<|>pping":[]}}`, undefined],
    [
      'json',
      'a key of a request next to a server',
      `[{"${VM}":"active"},{"block_device_ma<|>pping":[]}]`,
      undefined,
    ],
    ['typescript', 'a member by such a name', `f(image['block_device_ma<|>pping']);`, undefined],
    [
      'json',
      'a word of everybody’s in a file without servers',
      `{"a":"block_device_<|>mapping"}`,
      undefined,
    ],
    [
      'json',
      'the same next to a server',
      `[{"${VM}":"active"},"block_device_<|>mapping"]`,
      'block_device_mapping',
    ],
    ['plaintext', 'another language', `{"${VM}":"act<|>ive"}`, undefined],
  ];
  for (const [languageId, name, fixture, expected] of cases) {
    it(`${languageId}: ${name}`, () => assert.equal(subject(fixture, languageId), expected));
  }

  for (const word of ['image_backup', 'image_snapshot', 'soft-delete', 'updating_password']) {
    it(`none for ${word} in a file without servers`, () => {
      const text = JSON.stringify({ table: word });
      assert.equal(
        hover(text, 'json', text.indexOf(word) + 3, { dialect: 'openstack' }),
        undefined,
      );
    });
  }

  it('says the same in every syntax', () => {
    const texts = SYNTAXES.map(({ languageId, write }) => {
      const text = write([
        [VM, 'stopped'],
        [TASK, 'powering-on'],
      ]);
      return hover(text, languageId, text.indexOf('powering-on') + 2)?.markdown;
    });
    assert.ok(texts[0]?.includes('SHUTOFF'));
    assert.deepEqual(new Set(texts), new Set([texts[0]]));
  });

  const mistakes: [name: string, fixture: string, expected: RegExp][] = [
    ['the guess', `{"${VM}":"run<|>ning"}`, /^⚠ Unknown .*'active'\?\n\n`active` — vm_state\n/],
    [
      'the field whose state it is',
      `{"${VM}":"SHUT<|>OFF"}`,
      /^⚠ 'SHUTOFF' is a status, not a vm_state.*\n\n`stopped` — vm_state\n/,
    ],
    [
      'the statuses that can stand there',
      `{"${VM}":"stopped","status":"GRE<|>EN"}`,
      /^⚠ Unknown status 'GREEN'\.\n\n`status` — [\s\S]*\nPossible here: RESIZE, REBUILD, SHUTOFF\n/,
    ],
    [
      'the status that follows',
      `{"${VM}":"stopped","${TASK}":null,"status":"GRE<|>EN"}`,
      /^⚠ Unknown status .*'SHUTOFF'\?\n\n`SHUTOFF` — status\n/,
    ],
    [
      'the dialect that has it, explained by that',
      `{"${VM}":"pau<|>sed"}`,
      /^⚠ 'paused' is an OpenStack Nova vm_state [\s\S]*- `MIGRATING`: `migrating`\n[\s\S]*docs\.openstack\.org/,
    ],
  ];
  for (const [name, fixture, expected] of mistakes) {
    it(`over a value that is not a state: ${name}`, () => {
      const { text, offset } = withCursor(fixture);
      assert.match(hover(text, 'json', offset)?.markdown ?? '', expected);
    });
  }

  it('shows the rows that the other fields leave', () => {
    const { text, offset } = withCursor(`{"${VM}":"stopped","${TASK}":"delet<|>ing"}`);
    const markdown = hover(text, 'json', offset)?.markdown ?? '';
    assert.match(markdown, /SHUTOFF/);
    assert.doesNotMatch(markdown, /ERROR/);
  });
});

import { strict as assert } from 'node:assert';
import {
  complete,
  createLanguageService,
  diagnose,
  hover,
  readText,
} from '../../../../src/language';
import { keysOf, type Settings } from '../../../../src/language/settings/settings';
import { withCursor } from '../../../support/cursor';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const NOVA: Settings = { dialect: 'openstack' };

describe('notifications of Nova', () => {
  const cases: { name: string; pairs: Pairs; expected: string[] }[] = [
    {
      name: 'a right one',
      pairs: [
        ['state', 'paused'],
        ['task_state', 'unpausing'],
      ],
      expected: [],
    },
    {
      name: 'a misspelt state',
      pairs: [
        ['state', 'pausd'],
        ['task_state', null],
      ],
      expected: ['unknown-vm-state @ pausd'],
    },
    {
      name: 'a misspelt step, the other way round',
      pairs: [
        ['task_state', 'powering_off'],
        ['state', 'active'],
      ],
      expected: ['unknown-task-state @ powering_off'],
    },
    {
      name: 'with a status',
      pairs: [
        ['state', 'pausd'],
        ['task_state', null],
        ['status', 'OK'],
      ],
      expected: [],
    },
    {
      name: 'with a vm_state',
      pairs: [
        ['state', 'pausd'],
        ['task_state', null],
        ['vm_state', 'paused'],
      ],
      expected: [],
    },
    {
      name: 'in camel case',
      pairs: [
        ['state', 'pausd'],
        ['taskState', null],
      ],
      expected: [],
    },
    { name: 'no task_state', pairs: [['state', 'pausd']], expected: [] },
    {
      name: 'of something else',
      pairs: [
        ['state', 'open'],
        ['task_state', null],
      ],
      expected: [],
    },
    {
      name: 'in upper case',
      pairs: [
        ['state', 'ACTIVE'],
        ['task_state', null],
      ],
      expected: [],
    },
    {
      name: 'half of something else',
      pairs: [
        ['state', 'error'],
        ['task_state', 'failed'],
      ],
      expected: [],
    },
  ];
  for (const { name, pairs, expected } of cases) {
    for (const { name: syntax, languageId, write } of SYNTAXES) {
      it(`${name}: ${syntax}`, () => {
        const text = write(pairs);
        const found = diagnose(text, languageId, NOVA);
        const shown = found.map(({ code, start, end }) => `${code} @ ${text.slice(start, end)}`);
        assert.deepEqual(shown, expected, text);
        const others = pairs.filter(([key]) => key !== 'state');
        for (const dialect of ['huaweicloud', 'huaweicloud-2022'] as const) {
          const codes = (of: string) =>
            diagnose(of, languageId, { dialect }).map(({ code }) => code);
          assert.deepEqual(codes(text), codes(write(others)));
        }
      });
    }
  }

  for (const text of [
    "if (event.state === 'pausd' && event.task_state === null) {}",
    "switch (event.state) { case 'pausd': case 'active': }",
    "const { state, task_state } = event; if (state === 'pausd') {}",
    "type state = 'pausd' | 'active' | 'stopped';",
    "interface A { state: 'pausd' | 'active'; task_state: null }",
  ]) {
    it(`are data, not code: ${text}`, () => {
      assert.deepEqual(diagnose(text, 'typescript', NOVA), []);
    });
  }

  it('are completed and hovered', () => {
    const { text, offset } = withCursor('{"state": "<|>", "task_state": "unpausing"}');
    const labels = complete(text, 'json', offset, NOVA).map(({ label }) => label);
    assert.ok(labels.includes('paused'));
    assert.deepEqual(complete(text, 'json', offset), []);
    const paused = '{"state": "paused", "task_state": null}';
    assert.match(hover(paused, 'json', 13, NOVA)?.markdown ?? '', /paused/);
    assert.equal(hover(paused, 'json', 13), undefined);
  });

  it('get no status, for with one they were none', () => {
    const text = '{"state": "paused", "task_state": null, }';
    const reading = readText(text, 'json', keysOf(NOVA));
    assert.ok(reading);
    assert.deepEqual(createLanguageService(NOVA).insertions(reading, 13), []);
    assert.deepEqual(complete(text, 'json', text.length - 1, NOVA), []);
  });
});

import { strict as assert } from 'node:assert';
import { applied, fixAllReading, fixReading, readText } from '../../../../../src/language';
import { type Certainty, checkPlace } from '../../../../support/data-cases';

const VM = 'OS-EXT-STS:vm_state';

const IN_JSON: [Certainty, name: string, text: string][] = [
  ['sure', 'a list', `{"${VM}": ["a<|>ctive", "stopped"]}`],
  ['sure', 'the last of a list', `{"${VM}": ["active", "s<|>topped"]}`],
  ['sure', 'a list next to a null', '{"vm_state": ["active", "s<|>topped"], "task_state": null}'],
  [
    'sure',
    'a list that is of states by itself',
    '{"vm_state": ["active", "building", "s<|>topped"]}',
  ],
  ['plausible', 'a list of one word', '{"vm_state": ["s<|>topped"]}'],
  ['none', 'a list of everybody’s words', '{"status": ["A<|>CTIVE", "PENDING"]}'],
  ['none', 'a list in a list', `{"${VM}": [["a<|>ctive"]]}`],
  [
    'sure',
    'the values of a schema',
    `{"${VM}": {"type": "string", "enum": ["active", "s<|>topped"]}}`,
  ],
  ['sure', 'the value of a schema', `{"${VM}": {"const": "s<|>topped"}}`],
  ['sure', 'an example', `{"${VM}": {"type": "string", "example": "s<|>topped"}}`],
  ['sure', 'examples', `{"${VM}": {"examples": ["s<|>topped"]}}`],
  ['sure', 'a default', `{"${VM}": {"default": "s<|>topped", "x": {}}}`],
  ['none', 'another key of a schema', `{"${VM}": {"title": "s<|>topped"}}`],
  ['none', 'an enumeration of a part', `{"${VM}": {"items": {"enum": ["s<|>topped"]}}}`],
];

const IN_YAML: [Certainty, name: string, text: string][] = [
  ...IN_JSON,
  ['sure', 'a list in block style', `${VM}:\n  - active\n  - s<|>topped\n`],
  ['sure', 'a list as far to the left', `${VM}:\n- s<|>topped\n- active\n`],
  ['sure', 'a list in flow style', `${VM}: [active, s<|>topped]\n`],
  [
    'sure',
    'an enumeration in block style',
    `properties:\n  ${VM}:\n    type: string\n    enum:\n      - active\n      - s<|>topped\n`,
  ],
  ['sure', 'an example in block style', `${VM}:\n  type: string\n  example: s<|>topped\n`],
];

describe('language: lists and schemas under the name of a field', () => {
  for (const [certainty, name, text] of IN_JSON) {
    it(`JSON, ${certainty}: ${name}`, () => checkPlace(text, 'json', certainty));
  }
  for (const [certainty, name, text] of IN_YAML) {
    it(`YAML, ${certainty}: ${name}`, () => checkPlace(text, 'yaml', certainty));
  }

  const fixes: [languageId: string, text: string, expected: string][] = [
    ['json', `{"${VM}": ["Active", "stopped"]}`, `{"${VM}": ["Active", "stopped"]}`],
    ['json', `{"${VM}": ["active", "stoped"]}`, `{"${VM}": ["active", "stoped"]}`],
  ];
  for (const [languageId, text, expected] of fixes) {
    it(`nothing in a list is changed unseen: ${text}`, () => {
      const reading = readText(text, languageId);
      assert.ok(reading);
      assert.equal(applied(text, fixAllReading(reading)), expected);
    });
  }

  it('a misspelt word of a list can be changed by hand', () => {
    const text = `{"${VM}": ["active", "stoped"]}`;
    const reading = readText(text, 'json');
    assert.ok(reading);
    const at = text.indexOf('stoped');
    const [first] = fixReading(reading, { start: at, end: at });
    assert.equal(applied(text, first?.edits ?? []), `{"${VM}": ["active", "stopped"]}`);
  });
});

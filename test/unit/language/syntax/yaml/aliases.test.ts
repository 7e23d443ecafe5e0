import { strict as assert } from 'node:assert';
import {
  applied,
  createLanguageService,
  diagnose,
  fixAllReading,
  fixReading,
  hover,
  readText,
} from '../../../../../src/language';
import { withCursor } from '../../../../support/cursor';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const BASE = `base: &b {${VM}: active, ${TASK}: null}\n`;

/** The diagnostics with what they mark, and behind a bar what they refer to. */
function found(text: string): string[] {
  return diagnose(text, 'yaml').map(({ code, start, end, related }) =>
    [
      `${code} ${text.slice(start, end)}`,
      ...related.map((at) => text.slice(at.start, at.end)),
    ].join(' | '),
  );
}

function hints(text: string): string[] {
  const reading = readText(text, 'yaml');
  assert.ok(reading);
  return createLanguageService()
    .statusHints(reading, { start: 0, end: text.length })
    .map(({ label }) => label);
}

describe('language: YAML, merge keys and aliases', () => {
  const faults: [name: string, text: string, ...expected: string[]][] = [
    [
      'a status that does not fit what is merged',
      `${BASE}x:\n  <<: *b\n  status: SHUTOFF\n`,
      'status-mismatch SHUTOFF | active | null',
    ],
    ['a status that fits', `${BASE}x:\n  <<: *b\n  status: ACTIVE\n`],
    [
      'a key behind the merge key wins',
      `${BASE}x:\n  <<: *b\n  ${VM}: stopped\n  status: SHUTOFF\n`,
    ],
    [
      'a key before the merge key wins',
      `${BASE}x:\n  ${VM}: stopped\n  <<: *b\n  status: SHUTOFF\n`,
    ],
    [
      'a list, of which the first wins',
      `${BASE}c: &c {${VM}: stopped, ${TASK}: null}\nx:\n  <<: [*c, *b]\n  status: ACTIVE\n`,
      'status-mismatch ACTIVE | stopped | null',
    ],
    [
      'a list in block style',
      `${BASE}c: &c\n  id: 1\nx:\n  <<:\n    - *c\n    - *b\n  status: SHUTOFF\n`,
      'status-mismatch SHUTOFF | active | null',
    ],
    [
      'what is merged has it from another',
      `${BASE}c: &c\n  <<: *b\n  id: 1\nx: {<<: *c, status: SHUTOFF}\n`,
      'status-mismatch SHUTOFF | active | null',
    ],
    [
      'the field to blame is merged, so that one written here is marked',
      `base: &b {status: SHUTOFF, ${TASK}: null}\nx:\n  <<: *b\n  ${VM}: active\n`,
      'status-mismatch active | SHUTOFF | null',
    ],
    [
      'what is wrong where it is written is reported there',
      `base: &b {${VM}: active, ${TASK}: null, status: SHUTOFF}\nx:\n  <<: *b\n  ${TASK}: null\n`,
      'status-mismatch SHUTOFF | active | null',
    ],
    [
      'a misspelt state is reported where it is written',
      `base: &b {${VM}: actve, ${TASK}: null}\nx:\n  <<: *b\n  status: SHUTOFF\n`,
      'unknown-vm-state actve',
    ],
    [
      'the last anchor of a name counts',
      `${BASE}c: &b {${VM}: stopped}\nx: {<<: *b, status: SHUTOFF}\n`,
    ],
    [
      'an anchor of something else hides the one before',
      `${BASE}c: &b [1]\nx: {<<: *b, status: SHUTOFF}\n`,
    ],
    ['an anchor behind the alias', `x: {<<: *b, status: SHUTOFF}\n${BASE}`],
    ['an anchor of another document', `${BASE}---\nx: {<<: *b, status: SHUTOFF}\n`],
    ['an anchor of a document that has ended', `${BASE}...\nx: {<<: *b, status: SHUTOFF}\n`],
    ['an unknown anchor', `x: {<<: *b, status: SHUTOFF}\n`],
    ['a quoted key is no merge key', `${BASE}x: {"<<": *b, status: SHUTOFF}\n`],
    [
      'a field that is there twice says nothing',
      `base: &b {${VM}: active, ${VM}: stopped}\nx: {<<: *b, status: ERROR}\n`,
    ],
    [
      'an alias as a value',
      `a: &s stopped\nx:\n  ${VM}: *s\n  ${TASK}: null\n  status: ACTIVE\n`,
      'status-mismatch ACTIVE | *s | null',
    ],
    ['an alias that fits', `a: &s stopped\nx:\n  ${VM}: *s\n  ${TASK}: null\n  status: SHUTOFF\n`],
    ['an alias of a misspelt word', `a: &s stoped\nx:\n  ${VM}: *s\n  status: SHUTOFF\n`],
    ['an alias of null', `a: &s ~\nx: {${VM}: stopped, ${TASK}: *s, status: SHUTOFF}\n`],
    ['an alias of a mapping', `${BASE}x: {${VM}: *b, ${TASK}: null, status: SHUTOFF}\n`],
  ];
  for (const [name, text, ...expected] of faults) {
    it(name, () => assert.deepEqual(found(text), expected));
  }

  const endless: [name: string, text: string][] = [
    ['a mapping that merges itself', `x: &x\n  <<: *x\n  ${VM}: active\n  status: SHUTOFF\n`],
    [
      'two that merge each other',
      `a: &a {<<: *b, ${VM}: active}\nb: &b {<<: *a, status: SHUTOFF}\n`,
    ],
    ['a part that merges the whole', `a: &a\n  ${VM}: active\n  b: {<<: *a, status: SHUTOFF}\n`],
    ['an alias that stands for itself', `${VM}: &a *a\nstatus: SHUTOFF\n`],
  ];
  for (const [name, text] of endless) {
    it(`${name} comes to an end`, () => assert.ok(found(text).length <= 1));
  }

  it('mappings that double at every step take no longer than they are', () => {
    const steps = Array.from(
      { length: 200 },
      (_, index) => `m${index + 1}: &m${index + 1}\n  <<: [*m${index}, *m${index}]\n`,
    );
    const text = `m0: &m0 {${VM}: active, ${TASK}: null}\n${steps.join('')}x: {<<: *m200, status: SHUTOFF}\n`;
    assert.deepEqual(found(text), ['status-mismatch SHUTOFF | active | null']);
  });

  it('a status that is merged needs no hint, and a pair that is completed by merging has one', () => {
    assert.deepEqual(hints(`${BASE}x: {<<: *b, id: 1}\n`), ['status: ACTIVE']);
    assert.deepEqual(
      hints(`base: &b {status: ACTIVE}\nx: {<<: *b, ${VM}: active, ${TASK}: null}\n`),
      [],
    );
    assert.deepEqual(hints(`base: &b {${TASK}: null}\nx: {<<: *b, ${VM}: stopped}\n`), [
      'status: SHUTOFF',
    ]);
  });

  it('a hover on a status takes the merged fields into account', () => {
    const { text, offset } = withCursor(`${BASE}x:\n  <<: *b\n  status: ACT<|>IVE\n`);
    const alone = withCursor(`${VM}: active\n${TASK}: null\nstatus: ACT<|>IVE\n`);
    assert.equal(
      hover(text, 'yaml', offset)?.markdown,
      hover(alone.text, 'yaml', alone.offset)?.markdown,
    );
  });

  const fixes: [name: string, text: string, expected: string][] = [
    [
      'the explicit value is changed, not the merged one',
      `${BASE}x:\n  <<: *b\n  status: SHUTOFF\n`,
      `${BASE}x:\n  <<: *b\n  status: ACTIVE\n`,
    ],
    [
      'an anchor and a tag stay',
      `a: {${VM}: &s ACTIVE, ${TASK}: null, status: &t !!str active}\n`,
      `a: {${VM}: &s active, ${TASK}: null, status: &t !!str ACTIVE}\n`,
    ],
  ];
  for (const [name, text, expected] of fixes) {
    it(`fix all: ${name}`, () => {
      const reading = readText(text, 'yaml');
      assert.ok(reading);
      assert.equal(applied(text, fixAllReading(reading)), expected);
    });
  }

  it('no fix changes what other mappings take over', () => {
    const text = `base: &b {status: SHUTOFF, ${TASK}: null}\nx:\n  <<: *b\n  ${VM}: active\n`;
    const reading = readText(text, 'yaml');
    assert.ok(reading);
    const edits = fixReading(reading, { start: 0, end: text.length }).flatMap((fix) => fix.edits);
    const inBase = edits.filter(
      ({ start, newText }) => start < text.indexOf('x:') && !/ecs-/.test(newText),
    );
    assert.deepEqual(inBase, []);
  });
});

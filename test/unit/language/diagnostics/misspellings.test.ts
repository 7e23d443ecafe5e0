import { strict as assert } from 'node:assert';
import { fixAllReading, fixReading, readText, type TextEdit } from '../../../../src/language';
import { keysOf } from '../../../../src/language/settings/settings';
import {
  type Dialect,
  type Field,
  isLiteral,
  matchingRows,
  meantName,
  relationOf,
} from '../../../../src/model';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const KEYS = {
  vm_state: 'OS-EXT-STS:vm_state',
  task_state: 'OS-EXT-STS:task_state',
  status: 'status',
} as const;

type Case = readonly [field: Field, wrong: string, right: string];

/** What clients, SDKs, mocks and bug reports in public write; `true` where nothing else can have been meant by the name alone. */
const EVERYWHERE: readonly (readonly [...Case, safe: boolean])[] = [
  ['status', 'CONFIRM_RESIZE', 'VERIFY_RESIZE', false],
  ['status', 'RESIZE_VERIFY', 'VERIFY_RESIZE', false],
  ['status', 'verify_resize', 'VERIFY_RESIZE', true],
  ['status', 'Active', 'ACTIVE', true],
  ['status', 'SHOUTOFF', 'SHUTOFF', false],
  ['status', ' BUILD', 'BUILD', true],
  ['status', ' RESIZE', 'RESIZE', true],
  ['status', ' VERIFY_RESIZE', 'VERIFY_RESIZE', true],
  ['status', 'BUILDING', 'BUILD', false],
  ['status', 'STOPPED', 'SHUTOFF', false],
  ['status', 'RESIZED', 'VERIFY_RESIZE', false],
  ['status', 'RUNNING', 'ACTIVE', false],
  ['vm_state', 'ACTIVE', 'active', true],
  ['vm_state', 'BUILDING', 'building', true],
  ['vm_state', 'STOPPED', 'stopped', true],
  ['vm_state', 'RESIZED', 'resized', true],
  ['vm_state', 'ERROR', 'error', true],
  ['vm_state', 'DELETED', 'deleted', true],
  ['vm_state', 'running', 'active', false],
  ['vm_state', 'build', 'building', false],
  ['vm_state', 'shutoff', 'stopped', false],
  ['vm_state', 'verify_resize', 'resized', false],
  ['task_state', 'powering_off', 'powering-off', true],
  ['task_state', 'powering_on', 'powering-on', true],
  ['task_state', 'starting', 'powering-on', false],
  ['task_state', 'stopping', 'powering-off', false],
  ['task_state', 'restarting', 'rebooting', false],
  ['task_state', 'building', 'spawning', false],
];

/** The same for states that the default dialect does not have. */
const OPENSTACK: readonly (readonly [...Case, safe: boolean])[] = [
  ['status', 'SHELVE_OFFLOADED', 'SHELVED_OFFLOADED', false],
  ['status', 'RESCUED', 'RESCUE', false],
  ['vm_state', 'PAUSED', 'paused', true],
  ['vm_state', 'SUSPENDED', 'suspended', true],
  ['vm_state', 'RESCUED', 'rescued', true],
  ['vm_state', 'SHELVED', 'shelved', true],
  ['vm_state', 'SHELVED_OFFLOADED', 'shelved_offloaded', true],
  ['vm_state', 'SOFT_DELETED', 'soft-delete', false],
  ['vm_state', 'soft_deleted', 'soft-delete', false],
  ['vm_state', 'soft_delete', 'soft-delete', true],
  ['vm_state', 'suspend', 'suspended', false],
  ['vm_state', 'rescue', 'rescued', false],
  ['task_state', 'soft_deleting', 'soft-deleting', true],
];

/** A record of a row that has the state, and the same with the state misspelt. */
function recordsFor(dialect: Dialect, [field, wrong, right]: Case): { right: Pairs; wrong: Pairs } {
  const [row] = matchingRows(relationOf(dialect), { [field]: right });
  assert.ok(row);
  const pairs = (value: string): Pairs =>
    (['vm_state', 'task_state', 'status'] as const).map((name) => [
      KEYS[name],
      name === field ? value : row[name],
    ]);
  const isPadded = wrong !== wrong.trim();
  const raw = pairs(wrong).map(([key, value]) =>
    isPadded && value === wrong
      ? ([key, { raw: JSON.stringify(wrong) }] as const)
      : ([key, value] as const),
  );
  return { right: pairs(right), wrong: raw };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (old, { start, end, newText }) => old.slice(0, start) + newText + old.slice(end),
    text,
  );
}

function check(dialect: Dialect, [field, wrong, right, safe]: readonly [...Case, boolean]): void {
  const relation = relationOf(dialect);
  it(`${dialect}: ${field} '${wrong}' was meant to be '${right}'`, () => {
    assert.ok(isLiteral(relation, field, right));
    assert.equal(meantName(relation, field, wrong), right);
    const records = recordsFor(dialect, [field, wrong, right]);
    for (const { name, languageId, write } of SYNTAXES) {
      const text = write(records.wrong);
      const reading = readText(text, languageId, keysOf({ dialect }));
      assert.ok(reading);
      const fixes = fixReading(reading, { start: 0, end: text.length }, { dialect });
      const [first, ...others] = fixes.filter(({ kind }) => kind !== 'suppress');
      assert.equal(first?.title, `Change ${field} to '${right}'`, `${name}: ${text}`);
      assert.equal(first.preferred, true);
      assert.deepEqual(others, []);
      const mended = apply(text, first.edits);
      assert.equal(mended.replace(/["'`]/g, ''), write(records.right).replace(/["'`]/g, ''));
      // The status follows from the pair, which says what was meant.
      const isCertain = safe || field === 'status';
      assert.equal(fixAllReading(reading, { dialect }).length > 0, isCertain, 'on save');
    }
  });
}

describe('misspellings seen in public', () => {
  for (const each of EVERYWHERE) {
    check('huaweicloud', each);
    check('openstack', each);
  }
  for (const each of OPENSTACK) check('openstack', each);

  // Words that are of no edition and near to none: a wrong guess would be worse than none.
  const strangers: [Field, string][] = [
    ['status', 'RESUMING'],
    ['status', 'SNAPSHOTTING'],
    ['status', 'GONE'],
    ['vm_state', 'up'],
    ['vm_state', 'down'],
    ['vm_state', 'sleeping'],
    ['task_state', 'handling'],
  ];
  for (const [field, name] of strangers) {
    it(`nothing is guessed for ${field} '${name}'`, () => {
      assert.equal(meantName(relationOf('huaweicloud'), field, name), undefined);
    });
  }

  for (const rendered of ['', 'None', 'none', 'null', 'NULL', '-', ' ']) {
    it(`a task_state of ${JSON.stringify(rendered)} is no task, however it was printed`, () => {
      const text = JSON.stringify({ [KEYS.vm_state]: 'active', [KEYS.task_state]: rendered });
      const reading = readText(text, 'json');
      assert.ok(reading);
      assert.deepEqual(fixReading(reading, { start: 0, end: text.length }), []);
    });
  }
});

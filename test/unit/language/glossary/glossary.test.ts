import { strict as assert } from 'node:assert';
import { OTHER_EDITIONS } from '../../../../src/language/glossary/editions';
import { OPERATIONS, type OperationId } from '../../../../src/language/glossary/entry';
import {
  fieldMeaningOf,
  GLOSSARY,
  meaningOf,
  operationOf,
  roleOf,
} from '../../../../src/language/glossary/glossary';
import { pitfallOf } from '../../../../src/language/glossary/pitfalls';
import { english, type Translate } from '../../../../src/language/text/localize';
import {
  DIALECTS,
  type Dialect,
  FIELDS,
  type Field,
  HUAWEI_CLOUD,
  isLiteral,
  matchingRows,
  type PartialRow,
  relationOf,
} from '../../../../src/model';
import { chinese } from '../../../support/localize';

/** The literals of a field in any dialect. */
function literalsOf(field: Field): (string | null)[] {
  return [...new Set(DIALECTS.flatMap((dialect) => relationOf(dialect).values[field]))];
}

const LITERALS = FIELDS.flatMap((field) =>
  literalsOf(field).map((value): [Field, string | null] => [field, value]),
);
const STATUSES = literalsOf('status');
const PAIRED_NAMES = [...FIELDS, ...literalsOf('vm_state'), ...literalsOf('task_state')].filter(
  (name) => name?.match(/[_-]/),
);

/** The pitfall of a literal in the first dialect that has it, of a record of which nothing else is known. */
function warningOf(field: Field, value: string | null, t: Translate): string | undefined {
  const dialect = DIALECTS.find((each) => isLiteral(relationOf(each), field, value));
  return dialect && pitfallOf(field, value, relationOf(dialect), {}, t)?.text;
}

/** The names in a text that can be nothing but literals or fields: `VERIFY_RESIZE`, `resize_prep`. */
function namesIn(text: string): string[] {
  return text.match(/[A-Z]{2,}(?:_[A-Z]+)*|[a-z]+(?:_[a-z]+)+|powering-[a-z]+/g) ?? [];
}

/** The words in Latin letters, of which a Chinese text has no others than the names it speaks of. */
function latinWords(text: string): Set<string> {
  return new Set(text.match(/[A-Za-z][\w-]*|\d+/g));
}

/** The distinct values that a field has in the rows that agree. */
function valuesIn(field: Field, row: PartialRow): (string | null)[] {
  return [...new Set(matchingRows(HUAWEI_CLOUD, row).map((match) => match[field]))];
}

describe('glossary', () => {
  for (const field of FIELDS) {
    it(`has the literals of ${field} in every dialect and no others, each once`, () => {
      const names = HUAWEI_CLOUD.values[field].map((value) => value ?? 'null');
      assert.deepEqual(new Set(Object.keys(GLOSSARY[field])), new Set(names));
      const all = [...Object.keys(GLOSSARY[field]), ...Object.keys(OTHER_EDITIONS[field])];
      assert.deepEqual(
        all.sort(),
        literalsOf(field)
          .map((value) => value ?? 'null')
          .sort(),
      );
    });

    it(`says what ${field} is`, () => {
      for (const t of [english, chinese]) {
        assert.ok(roleOf(field, t) !== '' && fieldMeaningOf(field, t).length > 10);
      }
    });
  }

  for (const [field, value] of LITERALS) {
    it(`explains ${field} ${value} in one sentence`, () => {
      assert.match(meaningOf(field, value, english), /^[A-Z][^.]{15,}\.$/);
      assert.match(meaningOf(field, value, chinese), /^[^。]{5,}。$/);
    });

    it(`speaks only of states that there are, in both languages alike: ${field} ${value}`, () => {
      const written = [meaningOf(field, value, english), warningOf(field, value, english) ?? ''];
      const translated = [meaningOf(field, value, chinese), warningOf(field, value, chinese) ?? ''];
      for (const name of written.flatMap(namesIn)) {
        const isName = STATUSES.includes(name) || PAIRED_NAMES.includes(name) || name === 'HTTP';
        assert.ok(isName, name);
      }
      for (const [index, text] of translated.entries()) {
        const source = written[index] ?? '';
        assert.deepEqual(new Set(namesIn(text)), new Set(namesIn(source)));
        for (const word of latinWords(text)) assert.ok(latinWords(source).has(word), word);
      }
    });
  }

  it('gives each literal of a field a meaning of its own', () => {
    for (const field of FIELDS) {
      const meanings = literalsOf(field).map((value) => meaningOf(field, value, english));
      assert.equal(new Set(meanings).size, meanings.length);
    }
  });

  const strangers: [Field, string | null][] = [
    ['vm_state', 'ACTIVE'],
    ['vm_state', 'sleeping'],
    ['vm_state', null],
    ['task_state', 'constructor'],
    ['status', ''],
  ];
  for (const [field, value] of strangers) {
    it(`has nothing to say about ${field} ${JSON.stringify(value)}`, () => {
      assert.equal(meaningOf(field, value, english), '');
      assert.equal(pitfallOf(field, value, HUAWEI_CLOUD, {}, english), undefined);
      assert.equal(operationOf(field, value, english).id, 'none');
    });
  }
});

describe('glossary, operations', () => {
  const cases: [Field, string | null, OperationId, string, string][] = [
    ['task_state', 'spawning', 'create', 'create', '创建'],
    ['task_state', 'reboot_pending', 'soft-reboot', 'soft reboot', '普通重启'],
    ['task_state', 'reboot_pending_hard', 'forced-reboot', 'forced reboot', '强制重启'],
    ['task_state', 'rebuild_spawning', 'rebuild', 'rebuild', '重建'],
    ['task_state', 'migrating', 'live-migration', 'live migration', '热迁移'],
    ['task_state', 'resize_migrating', 'resize', 'resize (flavor change)', '变更规格'],
    ['task_state', 'resize_reverting', 'resize-rollback', 'resize rollback', '回退变更规格'],
    ['task_state', 'powering-on', 'start', 'start', '开机'],
    ['task_state', 'powering-off', 'stop', 'stop', '关机'],
    ['task_state', 'deleting', 'delete', 'delete', '删除'],
    ['task_state', null, 'none', 'no operation', '无操作'],
    ['vm_state', 'resized', 'resize', 'resize (flavor change)', '变更规格'],
    ['vm_state', 'active', 'none', 'no operation', '无操作'],
    ['status', 'HARD_REBOOT', 'forced-reboot', 'forced reboot', '强制重启'],
  ];
  for (const [field, value, id, name, chineseName] of cases) {
    it(`${field} ${value} belongs to ${id}`, () => {
      assert.deepEqual(operationOf(field, value, english), { id, name });
      assert.deepEqual(operationOf(field, value, chinese), { id, name: chineseName });
    });
  }

  it('are all some literal’s', () => {
    const used = LITERALS.map(([field, value]) => operationOf(field, value, english).id);
    assert.deepEqual(new Set(used), new Set(Object.keys(OPERATIONS)));
  });

  it('are the same for the literals of one row, but where a literal has none to itself', () => {
    for (const row of HUAWEI_CLOUD.rows) {
      const idOf = (field: Field) => operationOf(field, row[field], english).id;
      const cause = row.task_state === null ? idOf('vm_state') : idOf('task_state');
      assert.ok([cause, 'none'].includes(idOf('status')), JSON.stringify(row));
    }
  });

  it('are none for no step, and for no step only', () => {
    for (const value of literalsOf('task_state')) {
      assert.equal(operationOf('task_state', value, english).id === 'none', value === null);
    }
  });
});

describe('glossary, pitfalls', () => {
  const warned: [Field, string | null, RegExp][] = [
    ['vm_state', 'active', /Not the same as status ACTIVE/],
    ['vm_state', 'resized', /HTTP 409/],
    ['vm_state', 'error', /REBUILD/],
    ['task_state', 'rebuilding', /active, stopped or error/],
    ['task_state', 'resize_prep', /until then it is stopped/],
    ['task_state', 'powering-on', /status does not change/],
    ['task_state', 'powering-off', /status does not change/],
    ['task_state', 'deleting', /looks healthy/],
    ['task_state', null, /building or error/],
    ['status', 'ACTIVE', /stopped or deleted/],
    ['status', 'SHUTOFF', /started or deleted/],
    ['status', 'RESIZE', /vm_state stopped/],
    ['status', 'VERIFY_RESIZE', /confirm or revert/],
    ['status', 'ERROR', /deleted/],
    ['status', 'REBUILD', /active, stopped or error/],
  ];
  for (const [field, value, expected] of warned) {
    it(`warns of ${field} ${value}`, () => {
      assert.match(warningOf(field, value, english) ?? '', expected);
    });
  }

  const concerned: [Dialect, Field, string | null, PartialRow, RegExp | undefined][] = [
    ['huaweicloud', 'vm_state', 'active', {}, /REBOOT, HARD_REBOOT, REBUILD or MIGRATING/],
    ['huaweicloud-2022', 'vm_state', 'active', {}, /MIGRATING or UNKNOWN/],
    ['openstack', 'vm_state', 'active', {}, /RESIZE/],
    ['huaweicloud', 'vm_state', 'active', { task_state: null }, undefined],
    ['huaweicloud', 'vm_state', 'stopped', { task_state: 'resize_prep' }, /RESIZE/],
    ['openstack', 'task_state', 'resize_prep', {}, /stopped or active|active or stopped/],
    ['openstack', 'status', 'RESIZE', {}, /stopped or active|active or stopped/],
    ['openstack', 'task_state', 'rebooting_hard', { vm_state: 'stopped' }, /does not change/],
    ['huaweicloud', 'task_state', null, { vm_state: 'active' }, undefined],
    ['huaweicloud', 'task_state', null, { vm_state: 'error' }, /Not a sign of success/],
    ['huaweicloud', 'status', 'ACTIVE', { task_state: null }, undefined],
    ['huaweicloud', 'status', 'ACTIVE', { task_state: 'deleting' }, /Stays ACTIVE/],
  ];
  for (const [dialect, field, value, others, expected] of concerned) {
    const name = `${field} ${value} in ${dialect} with ${JSON.stringify(others)}`;
    it(`${expected ? 'concern' : 'do not concern'} ${name}`, () => {
      const pitfall = pitfallOf(field, value, relationOf(dialect), others, english)?.text;
      if (expected) assert.match(pitfall ?? '', expected);
      else assert.equal(pitfall, undefined);
    });
  }

  for (const dialect of DIALECTS) {
    it(`name what the relation of ${dialect} has, and deny none of its rows`, () => {
      const relation = relationOf(dialect);
      for (const [field, value] of LITERALS) {
        if (!isLiteral(relation, field, value)) continue;
        const pitfall = pitfallOf(field, value, relation, {}, english)?.text ?? '';
        for (const status of namesIn(pitfall).filter((name) => STATUSES.includes(name))) {
          assert.ok(isLiteral(relation, 'status', status), `${value}: ${status}`);
        }
        // Whatever is said to be so "only" or "until then" is so in every row with that status.
        const [, list = ''] =
          /(?:with vm_state|then it is) ([a-z, ]+?)(?: only|\.)/.exec(pitfall) ?? [];
        if (list === '') continue;
        const named = list.split(/, | or /);
        const rows = matchingRows(relation, { [field]: value, status: 'RESIZE' });
        assert.deepEqual(new Set(named), new Set(rows.map(({ vm_state }) => vm_state)));
      }
    });
  }

  it('are only where there is something to warn of', () => {
    assert.equal(warningOf('task_state', 'networking', english), undefined);
    assert.equal(warningOf('status', 'BUILD', chinese), undefined);
  });

  // What the sentences say, asked of the rows.
  const facts: [string, Field, PartialRow, (string | null)[]][] = [
    ['a start shows SHUTOFF', 'status', { task_state: 'powering-on' }, ['SHUTOFF']],
    ['a stop shows ACTIVE', 'status', { task_state: 'powering-off' }, ['ACTIVE']],
    ['RESIZE is shown when stopped', 'vm_state', { status: 'RESIZE' }, ['stopped']],
    ['soft reboots are active', 'vm_state', { status: 'REBOOT' }, ['active']],
    ['forced reboots are active', 'vm_state', { status: 'HARD_REBOOT' }, ['active']],
    ['live migrations are active', 'vm_state', { status: 'MIGRATING' }, ['active']],
    ['rebuilds', 'vm_state', { status: 'REBUILD' }, ['active', 'stopped', 'error']],
    ['deletions', 'vm_state', { task_state: 'deleting' }, ['active', 'stopped', 'error']],
    ['deletions show', 'status', { task_state: 'deleting' }, ['ACTIVE', 'SHUTOFF', 'ERROR']],
    ['ERROR steps', 'task_state', { status: 'ERROR' }, ['deleting', null]],
    ['VERIFY_RESIZE steps', 'task_state', { status: 'VERIFY_RESIZE' }, [null]],
    ['resized shows', 'status', { vm_state: 'resized' }, ['REVERT_RESIZE', 'VERIFY_RESIZE']],
    [
      'a created server without a step',
      'status',
      { vm_state: 'building', task_state: null },
      ['BUILD'],
    ],
    ['a deleted server', 'task_state', { vm_state: 'deleted' }, [null]],
    ['error', 'status', { vm_state: 'error' }, ['REBUILD', 'ERROR']],
    ['stopped', 'status', { vm_state: 'stopped' }, ['RESIZE', 'REBUILD', 'SHUTOFF']],
    ['null goes with all', 'vm_state', { task_state: null }, [...HUAWEI_CLOUD.values.vm_state]],
    [
      'active',
      'status',
      { vm_state: 'active' },
      ['REBOOT', 'HARD_REBOOT', 'REBUILD', 'MIGRATING', 'ACTIVE'],
    ],
  ];
  for (const [name, field, row, expected] of facts) {
    it(`are true: ${name}`, () => {
      assert.deepEqual(new Set(valuesIn(field, row)), new Set(expected));
    });
  }

  it('are true: the names with a hyphen', () => {
    const hyphened = LITERALS.filter(([, value]) => value?.includes('-')).map(([, value]) => value);
    assert.deepEqual(hyphened.sort(), [
      'powering-off',
      'powering-on',
      'soft-delete',
      'soft-deleting',
    ]);
  });
});

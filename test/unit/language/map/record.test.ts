import { strict as assert } from 'node:assert';
import { createLanguageService, readText } from '../../../../src/language';
import { filteredRows } from '../../../../src/language/map/filter';
import { viewRecord } from '../../../../src/language/map/record';
import { english } from '../../../../src/language/text/localize';
import { HUAWEI_CLOUD, isPossible, type PartialRow } from '../../../../src/model';
import { withCursor } from '../../../support/cursor';

const view = (row: PartialRow) => viewRecord(HUAWEI_CLOUD, row, english);

describe('what the map says of a record', () => {
  const cases: [string, PartialRow, string, RegExp, string[]][] = [
    [
      'a row of the mapping',
      { vm_state: 'active', task_state: 'deleting', status: 'ACTIVE' },
      'one',
      /^vm_state active with task_state deleting shows status ACTIVE\.$/,
      [],
    ],
    ['one row, told in part', { task_state: 'powering-on' }, 'one', /shows status SHUTOFF/, []],
    ['several rows', { vm_state: 'active' }, 'some', /^13 rows agree/, []],
    [
      'a pair that no server has',
      { vm_state: 'stopped', task_state: 'rebooting', status: 'REBOOT' },
      'none',
      /^task_state 'rebooting' requires vm_state 'active', but vm_state is 'stopped'\.$/,
      ["Change vm_state to 'active'"],
    ],
    [
      'a status that does not follow',
      { vm_state: 'stopped', task_state: null, status: 'ACTIVE' },
      'none',
      /^status should be 'SHUTOFF', not 'ACTIVE'/,
      ["Change vm_state to 'active'", "Change status to 'SHUTOFF'"],
    ],
    [
      'a misspelt name',
      { vm_state: 'resized', task_state: null, status: 'RESIZE_VERIFY' },
      'none',
      /^Unknown status 'RESIZE_VERIFY'\. Did you mean 'VERIFY_RESIZE'\?$/,
      ["Change status to 'VERIFY_RESIZE'"],
    ],
    [
      'a name that nobody knows, where one row is left',
      { vm_state: 'deleted', task_state: 'levitating' },
      'none',
      /^Unknown task_state 'levitating'\. Possible here: null\.$/,
      ['Change task_state to null'],
    ],
  ];
  for (const [name, row, kind, verdict, ways] of cases) {
    it(`of ${name}`, () => {
      const seen = view(row);
      assert.equal(seen?.kind, kind);
      assert.match(seen?.verdict ?? '', verdict);
      assert.deepEqual(new Set(seen?.waysOut.map(({ title }) => title)), new Set(ways));
    });
  }

  const wrong: [string, PartialRow, string | undefined][] = [
    [
      'a task that it never has',
      { vm_state: 'stopped', task_state: 'rebooting', status: 'REBOOT' },
      'stopped',
    ],
    [
      'a task that it would be right without',
      { vm_state: 'stopped', task_state: 'rebooting' },
      undefined,
    ],
    [
      'a status that does not follow',
      { vm_state: 'stopped', task_state: null, status: 'ACTIVE' },
      undefined,
    ],
    ['no word of a task', { vm_state: 'stopped', status: 'ACTIVE' }, undefined],
    ['a pair that exists', { vm_state: 'active', task_state: 'rebooting' }, undefined],
  ];
  for (const [name, row, state] of wrong) {
    it(`blames ${state ?? 'no state'} with ${name}`, () =>
      assert.equal(view(row)?.wrongState, state));
  }

  it('of nothing is nothing', () => assert.equal(view({}), undefined));

  it('leads out of every impossible record to rows that exist', () => {
    const { vm_state, task_state, status } = HUAWEI_CLOUD.values;
    let impossible = 0;
    for (const vm of [...vm_state, 'nonsense']) {
      for (const task of [...task_state, 'nonsense']) {
        for (const shown of [...status, 'NONSENSE']) {
          const row = { vm_state: vm, task_state: task, status: shown };
          const seen = view(row);
          assert.ok(seen);
          assert.equal(seen.kind === 'none', !isPossible(HUAWEI_CLOUD, row));
          if (seen.kind !== 'none') continue;
          impossible++;
          const isAnyState =
            vm === 'nonsense' &&
            new Set(
              HUAWEI_CLOUD.rows
                .filter((known) => task === 'nonsense' || known.task_state === task)
                .filter((known) => shown === 'NONSENSE' || known.status === shown)
                .map((known) => known.vm_state),
            ).size > 1;
          assert.equal(seen.waysOut.length === 0, isAnyState, JSON.stringify(row));
          assert.ok(seen.waysOut.length <= 6);
          for (const way of seen.waysOut) assert.ok(HUAWEI_CLOUD.rows.includes(way.row as never));
        }
      }
    }
    assert.ok(impossible > 1000);
  });
});

describe('the record at the cursor', () => {
  const cases: [string, string, string, PartialRow | undefined][] = [
    [
      'in an object, not on a literal',
      'json',
      '{"vm_state":"active",<|> "id": 7, "task_state":null}',
      { vm_state: 'active', task_state: null },
    ],
    [
      'in the inner of two',
      'json',
      '{"vm_state":"active","task_state":null,"old":{"vm_state":"st<|>opped","task_state":null}}',
      { vm_state: 'stopped', task_state: null },
    ],
    [
      'with a name that is no state',
      'yaml',
      'vm_state: act<|>ive\ntask_state: rebootin\n',
      { vm_state: 'active', task_state: 'rebootin' },
    ],
    ['in a comparison', 'typescript', "x.vm_state === 'act<|>ive'", { vm_state: 'active' }],
    ['outside of all', 'json', '[{"vm_state":"active","task_state":null}<|> , 1]', undefined],
    ['in what is not about a server', 'json', '{"status":"ACT<|>IVE"}', undefined],
  ];
  for (const [name, languageId, fixture, expected] of cases) {
    it(`${languageId}: ${name}`, () => {
      const { text, offset } = withCursor(fixture);
      const place = name === 'outside of all' ? offset + 1 : offset;
      const reading = readText(text, languageId);
      assert.ok(reading);
      assert.deepEqual(createLanguageService().recordAt(reading, place)?.row, expected);
    });
  }
});

describe('the filter of the table', () => {
  const cases: [string, number][] = [
    ['', 36],
    ['stopped', 10],
    ['STOPPED rebuild', 3],
    ['null', 6],
    ['soft reboot', 3],
    ['nothing-of-the-kind', 0],
    ['.*', 0],
  ];
  for (const [filter, count] of cases) {
    it(`${JSON.stringify(filter)} leaves ${count}`, () => {
      assert.equal(filteredRows(HUAWEI_CLOUD.rows, filter, english).size, count);
    });
  }
});

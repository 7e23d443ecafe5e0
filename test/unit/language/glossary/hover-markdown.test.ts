import { strict as assert } from 'node:assert';
import { type HoverSubject, hoverMarkdown } from '../../../../src/language/glossary/hover-markdown';
import { english, type Translate } from '../../../../src/language/text/localize';
import {
  createRelation,
  DIALECTS,
  FIELDS,
  type Field,
  HUAWEI_CLOUD,
  matchingRows,
  type PartialRow,
  relationOf,
} from '../../../../src/model';
import { chinese } from '../../../support/localize';

const LINK =
  '[Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)](https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html)';
const CHINESE_LINK =
  '[华为云：云服务器状态（最新版本；此处为 2022 年 10 月之前的版本）](https://support.huaweicloud.com/api-ecs/ecs_08_0002.html)';

function hover(subject: HoverSubject, others: PartialRow = {}, t: Translate = english): string {
  return hoverMarkdown(subject, HUAWEI_CLOUD, others, t);
}

/** The list of rows in a hover: what they have in common, and the names that differ. */
function listed(markdown: string): [string, string[]][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('- `'));
  return lines.map((line) => {
    const [of = '', names = ''] = line.slice(2).replaceAll('`', '').split(': ');
    return [of, names.split(', ')];
  });
}

describe('hover text, whole', () => {
  const cases: [string, HoverSubject, PartialRow, Translate, string[]][] = [
    [
      'a literal with one row',
      { field: 'task_state', value: 'spawning' },
      {},
      english,
      [
        '`spawning` — task_state · create',
        'The host has what it needs and is now creating the new server.',
        'Only with vm_state `building` and status `BUILD`.',
        LINK,
      ],
    ],
    [
      'a literal with many rows: they are grouped by status, and none is left out',
      { field: 'vm_state', value: 'active' },
      {},
      english,
      [
        '`active` — vm_state',
        'The server runs normally; a task such as a reboot, a rebuild or a deletion can be working on it.',
        [
          '- `ACTIVE`: `null`, `powering-off`, `deleting`',
          '- `REBOOT`: `rebooting`, `reboot_pending`, `reboot_started`',
          '- `HARD_REBOOT`: `rebooting_hard`, `reboot_pending_hard`, `reboot_started_hard`',
          '- `REBUILD`: `rebuilding`, `rebuild_block_device_mapping`, `rebuild_spawning`',
          '- `MIGRATING`: `migrating`',
        ].join('\n'),
        LINK,
      ],
    ],
    [
      'a literal in a whole record, in Chinese',
      { field: 'status', value: 'VERIFY_RESIZE' },
      { vm_state: 'resized', task_state: null },
      chinese,
      [
        '`VERIFY_RESIZE` — status · 变更规格',
        '云服务器已变更为新规格，正在校验变更后的配置，等待确认。',
        '> 变更规格到此并未结束：云服务器在等待用户确认或回退。',
        CHINESE_LINK,
      ],
    ],
    [
      'a status while a task runs: what is in progress, and what to wait for',
      { field: 'status', value: 'SHUTOFF' },
      { vm_state: 'stopped', task_state: 'powering-on' },
      english,
      [
        '`SHUTOFF` — status',
        'The server has been stopped normally.',
        'In progress: start. Wait until task_state is null and vm_state is `active`; status is `ACTIVE` then.',
        '> Stays SHUTOFF while the server is being started or deleted; only task_state shows it.',
        LINK,
      ],
    ],
    [
      'the task of a record: what comes before and after it',
      { field: 'task_state', value: 'reboot_pending' },
      { vm_state: 'active' },
      english,
      [
        '`reboot_pending` — task_state',
        'A soft reboot is being issued.',
        'In progress: soft reboot (`rebooting` → **`reboot_pending`** → `reboot_started`). Wait until task_state is null and vm_state is `active`; status is `ACTIVE` then.',
        '> vm_state does not change meanwhile, so waiting for vm_state active does not wait for the end.',
        'vm_state active with task_state reboot_pending shows status **REBOOT**.',
        LINK,
      ],
    ],
    [
      'a literal that another field rules out',
      { field: 'task_state', value: 'rebooting' },
      { vm_state: 'stopped', status: 'REBOOT' },
      english,
      [
        '`rebooting` — task_state · soft reboot',
        '⚠ Not possible together with vm_state stopped.',
        'A soft reboot has been accepted and not yet been issued.',
        'Only with vm_state `active` and status `REBOOT`.',
        LINK,
      ],
    ],
    [
      'no task, next to a status only',
      { field: 'task_state', value: null },
      { status: 'SHUTOFF' },
      english,
      [
        '`null` — task_state',
        'No task is in progress; vm_state shows what the server is.',
        'Only with vm_state `stopped`.',
        LINK,
      ],
    ],
    [
      'a key',
      { field: 'task_state' },
      { vm_state: 'resized' },
      english,
      [
        '`task_state` — task in progress',
        'What is being done to the server right now; null where nothing is.',
        'Possible here: `null`, resize_reverting',
        LINK,
      ],
    ],
    [
      'a key, in Chinese',
      { field: 'vm_state' },
      { status: 'REBUILD' },
      chinese,
      [
        '`vm_state` — 稳定状态',
        '云服务器当前所处的稳定状态，正在执行的任务不会改变它。',
        '此处可取：active、stopped、error',
        CHINESE_LINK,
      ],
    ],
  ];
  for (const [name, subject, others, t, expected] of cases) {
    it(name, () => assert.equal(hover(subject, others, t), expected.join('\n\n')));
  }
});

describe('hover text, of rows that the settings add', () => {
  const relation = createRelation([
    ['![x](https://example.com/x.png)', '<b>|', 'A*\nB'],
    ['my_state-2', null, '状态'],
  ]);
  const about = (subject: HoverSubject) => hoverMarkdown(subject, relation, {}, english);

  it('has names that are no Markdown', () => {
    const markdown = about({ field: 'status', value: 'A*\nB' });
    const name = '\\!\\[x\\]\\(https\\:\\/\\/example\\.com\\/x\\.png\\)';
    assert.ok(
      markdown.includes(`\nOnly with vm_state ${name} and task_state \\<b\\>\\|.\n`),
      markdown,
    );
    assert.match(about({ field: 'task_state' }), /^Values: `null`, \\<b\\>\\\|$/m);
  });

  it('has plain names as they are', () => {
    assert.match(
      about({ field: 'status', value: '状态' }),
      /^Only with vm_state `my_state-2` and task_state `null`\.$/m,
    );
  });
});

describe('hover text, the rows', () => {
  for (const [field, value] of FIELDS.flatMap((each) =>
    HUAWEI_CLOUD.values[each].map((one): [Field, string | null] => [each, one]),
  )) {
    it(`are those of ${field} ${value}, and no other`, () => {
      const markdown = hover({ field, value });
      const rows = matchingRows(HUAWEI_CLOUD, { [field]: value });
      const by = field === 'status' ? 'vm_state' : 'status';
      const other = field === 'task_state' ? 'vm_state' : 'task_state';
      const pairs = listed(markdown).flatMap(([of, names]) => names.map((name) => [of, name]));
      if (pairs.length > 0) {
        assert.deepEqual(
          new Set(pairs.map(String)),
          new Set(rows.map((row) => `${row[by]},${row[other]}`)),
        );
      } else {
        assert.equal(new Set(rows.map((row) => row[by])).size, 1);
        const line = /^Only with .*$/m.exec(markdown)?.[0] ?? '';
        for (const row of rows) {
          assert.ok(line.includes(`\`${row[by]}\``) && line.includes(`\`${row[other]}\``), line);
        }
      }
    });
  }

  for (const row of HUAWEI_CLOUD.rows) {
    it(`are not repeated where the record is ${Object.values(row).join(' / ')}`, () => {
      for (const field of FIELDS) {
        const { [field]: value, ...others } = row;
        const markdown = hover({ field, value }, others as PartialRow);
        assert.doesNotMatch(markdown, /^- |^Only with|⚠/m);
      }
    });
  }

  it('tells no task from a task_state that is not known', () => {
    const [known, unknown] = [{ task_state: null }, {}].map((others) =>
      hover({ field: 'vm_state', value: 'resized' }, others),
    );
    assert.match(known ?? '', /with task_state `null` shows status \*\*VERIFY_RESIZE\*\*/);
    assert.deepEqual(listed(unknown ?? ''), [
      ['VERIFY_RESIZE', ['null']],
      ['REVERT_RESIZE', ['resize_reverting']],
    ]);
  });

  for (const dialect of DIALECTS) {
    it(`take ten lines at the most with all else: ${dialect}`, () => {
      const relation = relationOf(dialect);
      const records: PartialRow[] = [{}, ...relation.rows.filter((_, index) => index % 11 === 0)];
      for (const field of FIELDS) {
        for (const value of relation.values[field]) {
          for (const others of records) {
            const markdown = hoverMarkdown({ field, value }, relation, others, english, dialect);
            const lines = markdown.split('\n').filter((line) => line !== '');
            assert.ok(lines.length <= 10, markdown);
            assert.ok(Math.max(...lines.map((line) => line.length)) < 360, markdown);
          }
        }
      }
    });
  }

  it('are counted where there are too many', () => {
    const relation = relationOf('openstack');
    const about = (t: Translate) =>
      hoverMarkdown({ field: 'task_state', value: 'spawning' }, relation, {}, t, 'openstack');
    assert.match(about(english), /^- … and 6 more$/m);
    assert.match(about(chinese), /^- ……另有 6 行$/m);
  });
});

describe('hover text, impossible records', () => {
  const cases: [string, HoverSubject, PartialRow, string][] = [
    [
      'names the one field that rules it out',
      { field: 'vm_state', value: 'deleted' },
      { task_state: 'deleting', status: 'DELETED' },
      'Not possible together with task_state deleting.',
    ],
    [
      'names each field that rules it out',
      { field: 'vm_state', value: 'building' },
      { task_state: 'deleting', status: 'ERROR' },
      'Not possible together with task_state deleting, status ERROR.',
    ],
    [
      'names the status that follows where the fields rule it out together only',
      { field: 'task_state', value: 'deleting' },
      { vm_state: 'active', status: 'SHUTOFF' },
      'status should be `ACTIVE`.',
    ],
    [
      'names no task as null',
      { field: 'status', value: 'RESIZE' },
      { task_state: null },
      'Not possible together with task_state `null`.',
    ],
  ];
  for (const [name, subject, others, expected] of cases) {
    it(name, () => {
      const markdown = hover(subject, others);
      assert.equal(markdown.split('\n\n')[1], `⚠ ${expected}`, markdown);
      const rows = expected.startsWith('status should') ? [] : listed(hover(subject));
      assert.deepEqual(listed(markdown), rows);
    });
  }

  it('says so for every impossible triple, and for no possible one', () => {
    for (const vm_state of HUAWEI_CLOUD.values.vm_state) {
      for (const task_state of HUAWEI_CLOUD.values.task_state) {
        for (const status of HUAWEI_CLOUD.values.status) {
          const isRow = matchingRows(HUAWEI_CLOUD, { vm_state, task_state, status }).length > 0;
          const markdown = hover({ field: 'status', value: status }, { vm_state, task_state });
          assert.equal(markdown.includes('\n\n⚠ '), !isRow, markdown);
        }
      }
    }
  });

  it('shows the status that follows from the pair', () => {
    const others = { vm_state: 'stopped', task_state: 'powering-on' };
    const markdown = hover({ field: 'status', value: 'ACTIVE' }, others);
    assert.match(markdown, /^⚠ status should be `SHUTOFF`\.$/m);
    assert.match(
      hover(
        { field: 'vm_state', value: 'stopped' },
        { task_state: 'powering-on', status: 'ACTIVE' },
        chinese,
      ),
      /^⚠ status 应为 `SHUTOFF`。$/m,
    );
  });
});

describe('hover text, keys', () => {
  const cases: [string, Field, PartialRow, string][] = [
    ['all values', 'vm_state', {}, 'Values: building, active, stopped, resized, error, deleted'],
    [
      'those that the others leave',
      'status',
      { vm_state: 'error' },
      'Possible here: REBUILD, ERROR',
    ],
    [
      'the status of the pair',
      'status',
      { vm_state: 'active', task_state: 'powering-off' },
      'vm_state active with task_state powering-off shows status **ACTIVE**.',
    ],
    [
      'none where the others contradict each other',
      'status',
      { vm_state: 'active', task_state: 'powering-on' },
      'No value goes with vm_state active, task_state powering-on.',
    ],
    [
      'none, its own value left aside',
      'vm_state',
      { vm_state: 'building', task_state: 'spawning', status: 'ERROR' },
      'No value goes with task_state spawning, status ERROR.',
    ],
  ];
  for (const [name, field, others, expected] of cases) {
    it(`${field}: ${name}`, () => {
      const markdown = hover({ field }, others);
      assert.ok(markdown.split('\n').includes(expected), markdown);
      assert.deepEqual(listed(markdown), []);
    });
  }

  it('name every value of the field, no task first', () => {
    const line = /^Values: (.*)$/m.exec(hover({ field: 'task_state' }))?.[1] ?? '';
    const values = line.split(', ');
    assert.equal(values[0], '`null`');
    assert.deepEqual(
      new Set(values),
      new Set(HUAWEI_CLOUD.values.task_state.map((value) => value ?? '`null`')),
    );
  });
});

describe('hover text, what the document may say', () => {
  const evil = '**x** [a](command:evil) | `b` <img>';

  it('repeats nothing but literals', () => {
    for (const field of FIELDS) {
      const others: PartialRow = { vm_state: evil, task_state: evil, status: evil };
      assert.equal(hover({ field, value: evil }, others), hover({ field }));
    }
    assert.equal(
      hover({ field: 'vm_state', value: 'active' }, { status: evil }),
      hover({ field: 'vm_state', value: 'active' }),
    );
  });

  it('takes the literals from the relation it is given', () => {
    const dialect = createRelation([['sleeping', null, 'ASLEEP']]);
    const markdown = hoverMarkdown({ field: 'vm_state', value: 'sleeping' }, dialect, {}, english);
    assert.ok(markdown.startsWith('`sleeping` — vm_state\n\nOnly with'), markdown);
    assert.match(markdown, /^Only with task_state `null` and status `ASLEEP`\.$/m);
  });
});

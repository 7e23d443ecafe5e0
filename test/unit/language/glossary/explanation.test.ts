import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {
  type HoverSubject,
  hoverMarkdown,
  literalDocumentation,
} from '../../../../src/language/glossary/explanation';
import { english, type Translate } from '../../../../src/language/text/localize';
import {
  createRelation,
  FIELDS,
  type Field,
  HUAWEI_CLOUD,
  matchingRows,
  type PartialRow,
  type Row,
} from '../../../../src/model';
import { CHINESE_BUNDLE, chinese, recordingTranslate } from '../../../support/localize';

const LITERALS = FIELDS.flatMap((field) =>
  HUAWEI_CLOUD.values[field].map((value): [Field, string | null] => [field, value]),
);

function hover(subject: HoverSubject, others: PartialRow = {}, t: Translate = english): string {
  return hoverMarkdown(subject, HUAWEI_CLOUD, others, t);
}

/** The rows of the table in a hover, as the values they hold. */
function tableRows(markdown: string): (string | null)[][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('**', ''))
      .map((cell) => (cell === '`null`' ? null : cell)),
  );
}

function cells(row: Row): (string | null)[] {
  return FIELDS.map((field) => row[field]);
}

describe('hover text, whole', () => {
  const cases: [string, HoverSubject, PartialRow, Translate, string][] = [
    [
      'a literal alone',
      { field: 'task_state', value: 'spawning' },
      {},
      english,
      `\`spawning\` — task_state · create

The host has what it needs and is now creating the new server.

| vm_state | task_state | status |
| --- | --- | --- |
| building | **spawning** | BUILD |

[Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)](https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html)`,
    ],
    [
      'a literal in a whole record, in Chinese',
      { field: 'status', value: 'VERIFY_RESIZE' },
      { vm_state: 'resized', task_state: null },
      chinese,
      `\`VERIFY_RESIZE\` — status · 变更规格

云服务器已变更为新规格，正在校验变更后的配置，等待确认。

> 变更规格到此并未结束：云服务器在等待用户确认或回退。

| vm_state | task_state | status |
| --- | --- | --- |
| **resized** | **\`null\`** | **VERIFY_RESIZE** |

vm_state resized 与 task_state \`null\` 组合时，status 显示为 **VERIFY_RESIZE**。

[华为云：云服务器状态（最新版本；此处为 2022 年 10 月之前的版本）](https://support.huaweicloud.com/api-ecs/ecs_08_0002.html)`,
    ],
    [
      'a literal that another field rules out',
      { field: 'task_state', value: 'rebooting' },
      { vm_state: 'stopped', status: 'REBOOT' },
      english,
      `\`rebooting\` — task_state · soft reboot

⚠ Not possible together with vm_state stopped.

A soft reboot has been accepted and not yet been issued.

| vm_state | task_state | status |
| --- | --- | --- |
| active | **rebooting** | **REBOOT** |

[Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)](https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html)`,
    ],
    [
      'no task, beside a status only',
      { field: 'task_state', value: null },
      { status: 'SHUTOFF' },
      english,
      `\`null\` — task_state

No task is in progress; vm_state shows what the server is.

| vm_state | task_state | status |
| --- | --- | --- |
| stopped | **\`null\`** | **SHUTOFF** |

[Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)](https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html)`,
    ],
    [
      'a key',
      { field: 'task_state' },
      { vm_state: 'resized' },
      english,
      `\`task_state\` — task in progress

What is being done to the server right now; null where nothing is.

Possible here: \`null\`, resize_reverting

[Huawei Cloud: ECS statuses (current edition; this is the one before October 2022)](https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_08_0002.html)`,
    ],
    [
      'a key, in Chinese',
      { field: 'vm_state' },
      { status: 'REBUILD' },
      chinese,
      `\`vm_state\` — 稳定状态

云服务器当前所处的稳定状态，正在执行的任务不会改变它。

此处可取：active、stopped、error

[华为云：云服务器状态（最新版本；此处为 2022 年 10 月之前的版本）](https://support.huaweicloud.com/api-ecs/ecs_08_0002.html)`,
    ],
  ];
  for (const [name, subject, others, t, expected] of cases) {
    it(name, () => assert.equal(hover(subject, others, t), expected));
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
    const cells = [
      '!\\[x\\]\\(https\\:\\/\\/example\\.com\\/x\\.png\\)',
      '\\<b\\>\\|',
      '**A\\* B**',
    ];
    assert.ok(markdown.includes(`\n| \\${cells.join(' | ')} |\n`), markdown);
    assert.match(about({ field: 'task_state' }), /^Values: `null`, \\<b\\>\\\|$/m);
  });

  it('has plain names as they are', () => {
    assert.match(
      about({ field: 'status', value: '状态' }),
      /^\| my_state-2 \| `null` \| \*\*状态\*\* \|$/m,
    );
  });
});

describe('hover text, the table', () => {
  for (const row of HUAWEI_CLOUD.rows) {
    it(`has the row ${cells(row).join(' / ')} and no other, whichever field it is about`, () => {
      for (const field of FIELDS) {
        const { [field]: value, ...others } = row as Row;
        const markdown = hover({ field, value }, others as PartialRow);
        assert.deepEqual(tableRows(markdown), [cells(row)]);
        assert.ok(markdown.includes(`shows status **${row.status}**.`));
      }
    });
  }

  for (const [field, value] of LITERALS) {
    it(`has rows of ${field} ${value}, those without a task first, and counts the others`, () => {
      const markdown = hover({ field, value });
      const rows = matchingRows(HUAWEI_CLOUD, { [field]: value });
      const all = rows.map(cells).map(String);
      const shown = tableRows(markdown);
      for (const row of shown) assert.ok(all.includes(String(row)));
      assert.equal(new Set(shown.map(String)).size, shown.length);
      const firstTask = shown.findIndex(([, task]) => task !== null);
      assert.ok(firstTask < 0 || shown.slice(firstTask).every(([, task]) => task !== null));
      const more = Number(/… and (\d+) more/.exec(markdown)?.[1] ?? 0);
      assert.equal(shown.length + more, rows.length);
      assert.ok(shown.length <= 9 && more !== 1);
    });
  }

  it('is cut after 8 rows, and not for one more', () => {
    const active = hover({ field: 'vm_state', value: 'active' });
    assert.equal(tableRows(active).length, 8);
    assert.match(active, /^… and 5 more$/m);
    assert.match(hover({ field: 'vm_state', value: 'active' }, {}, chinese), /^……另有 5 行$/m);
    assert.equal(tableRows(hover({ field: 'status', value: 'REBUILD' })).length, 9);
  });

  it('has in bold what the record has, and nothing else', () => {
    const markdown = hover({ field: 'task_state', value: 'deleting' }, { status: 'ERROR' });
    assert.match(markdown, /^\| error \| \*\*deleting\*\* \| \*\*ERROR\*\* \|$/m);
  });

  it('tells no task from a task_state that is not known', () => {
    const [known, unknown] = [{ task_state: null }, {}].map((others) =>
      hover({ field: 'vm_state', value: 'resized' }, others),
    );
    assert.deepEqual(tableRows(known ?? ''), [['resized', null, 'VERIFY_RESIZE']]);
    assert.match(known ?? '', /with task_state `null` shows status \*\*VERIFY_RESIZE\*\*/);
    assert.equal(tableRows(unknown ?? '').length, 2);
    assert.doesNotMatch(unknown ?? '', /shows status \*\*/);
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
      'names the fields that rule it out together',
      { field: 'task_state', value: 'deleting' },
      { vm_state: 'active', status: 'SHUTOFF' },
      'Not possible together with vm_state active, status SHUTOFF.',
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
      assert.ok(markdown.split('\n').includes(`⚠ ${expected}`), markdown);
      assert.deepEqual(tableRows(markdown), tableRows(hover(subject)));
    });
  }

  it('says so for every impossible triple, and for no possible one', () => {
    for (const vm_state of HUAWEI_CLOUD.values.vm_state) {
      for (const task_state of HUAWEI_CLOUD.values.task_state) {
        for (const status of HUAWEI_CLOUD.values.status) {
          const isRow = matchingRows(HUAWEI_CLOUD, { vm_state, task_state, status }).length > 0;
          const markdown = hover({ field: 'status', value: status }, { vm_state, task_state });
          assert.equal(markdown.includes('Not possible together with'), !isRow, markdown);
        }
      }
    }
  });

  it('still says what status the pair shows', () => {
    const others = { vm_state: 'stopped', task_state: 'powering-on' };
    const markdown = hover({ field: 'status', value: 'ACTIVE' }, others);
    assert.match(
      markdown,
      /vm_state stopped with task_state powering-on shows status \*\*SHUTOFF\*\*\./,
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
      assert.deepEqual(tableRows(markdown), []);
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
    assert.equal(literalDocumentation('status', evil, HUAWEI_CLOUD, {}, english), '');
  });

  it('takes the literals from the relation it is given', () => {
    const dialect = createRelation([['sleeping', null, 'ASLEEP']]);
    const markdown = hoverMarkdown({ field: 'vm_state', value: 'sleeping' }, dialect, {}, english);
    assert.ok(markdown.startsWith('`sleeping` — vm_state\n\n| vm_state |'), markdown);
    assert.deepEqual(tableRows(markdown), [['sleeping', null, 'ASLEEP']]);
  });
});

describe('hover text, documentation of a literal', () => {
  it('is the meaning and the pitfall', () => {
    assert.equal(
      literalDocumentation('status', 'SHUTOFF', HUAWEI_CLOUD, {}, english),
      'The server has been stopped normally.\n\n> Stays SHUTOFF while the server is being started or deleted; only task_state shows it.',
    );
  });

  it('is the meaning alone where there is no pitfall', () => {
    assert.equal(
      literalDocumentation('task_state', 'networking', HUAWEI_CLOUD, {}, chinese),
      '正在为新云服务器准备网络。',
    );
  });
});

describe('the Chinese messages', () => {
  const src = path.resolve(import.meta.dirname, '../../../../src');
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(src, file), 'utf8'));

  /** What the sources say: each string literal, and those that a function named `t` is called with. */
  function stringsIn(text: string): { all: string[]; translated: string[] } {
    const all: string[] = [];
    const translated: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) {
        all.push(node.text);
        const call = node.parent;
        if (ts.isCallExpression(call) && call.arguments[0] === node) {
          if (/(?:^|\.)t$/.test(call.expression.getText())) translated.push(node.text);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
    return { all, translated };
  }

  const strings = sources.map(stringsIn);
  const holes = (message: string) => (message.match(/\{\d+\}/g) ?? []).sort();

  it('cover every message that hovers ask for', () => {
    const { t, messages } = recordingTranslate();
    const others: PartialRow[] = [
      {},
      { vm_state: 'active' },
      { task_state: null },
      { vm_state: 'active', task_state: 'spawning' },
      { vm_state: 'active', task_state: null },
    ];
    for (const row of others) {
      for (const [field, value] of LITERALS) hover({ field, value }, row, t);
      for (const field of FIELDS) hover({ field }, row, t);
    }
    assert.ok(messages.size > 80);
    for (const message of messages) assert.ok(Object.hasOwn(CHINESE_BUNDLE, message), message);
  });

  it('cover every message that the sources ask for by name', () => {
    const messages = strings.flatMap(({ translated }) => translated);
    assert.ok(messages.includes('contradicts {0}'));
    for (const message of messages) assert.ok(Object.hasOwn(CHINESE_BUNDLE, message), message);
  });

  it('have no entry that no source has', () => {
    const used = new Set(strings.flatMap(({ all }) => all));
    for (const message of Object.keys(CHINESE_BUNDLE)) assert.ok(used.has(message), message);
  });

  for (const [message, translation] of Object.entries(CHINESE_BUNDLE)) {
    it(`have the holes of: ${message}`, () => {
      assert.deepEqual(holes(translation), holes(message));
      assert.notEqual(translation, message);
    });
  }
});

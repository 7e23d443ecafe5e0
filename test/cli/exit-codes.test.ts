import { strict as assert } from 'node:assert';
import { CLEAN, folderWith, IMPOSSIBLE, MISMATCH, run, type Tree } from './support';

interface Case {
  readonly title: string;
  readonly tree?: Tree;
  readonly args: readonly string[];
  readonly code: number;
  readonly says?: RegExp;
}

const ONE: Tree = { 'a.json': MISMATCH };

const CASES: readonly Case[] = [
  { title: 'nothing found', tree: { 'a.json': CLEAN }, args: ['.'], code: 0 },
  { title: 'no files at all', args: ['.'], code: 0 },
  { title: 'a warning', tree: ONE, args: ['.'], code: 1 },
  { title: 'a warning that is put up with', tree: ONE, args: ['--max-warnings', '1'], code: 0 },
  {
    title: 'more warnings than are put up with',
    tree: { ...ONE, 'b.json': IMPOSSIBLE },
    args: ['--max-warnings', '1'],
    code: 1,
  },
  {
    title: 'an error, whatever warnings are put up with',
    tree: ONE,
    args: ['--max-warnings', '9', '-s', 'status-mismatch=error'],
    code: 1,
  },
  {
    title: 'information only',
    tree: ONE,
    args: ['-s', 'status-mismatch=information'],
    code: 0,
    says: /others: 1/,
  },
  {
    title: 'a rule that is off',
    tree: ONE,
    args: ['-s', 'status-mismatch=off'],
    code: 0,
    says: /Nothing found/,
  },
  { title: 'a path that is not there', args: ['nowhere.json'], code: 2, says: /nowhere\.json/ },
  { title: 'a glob without files', args: ['nowhere/**'], code: 2, says: /no such file/ },
  {
    title: 'findings and a path that is not there',
    tree: ONE,
    args: ['a.json', 'nowhere.json'],
    code: 2,
    says: /status-mismatch[\s\S]*nowhere/,
  },
  { title: 'an option that is none', args: ['--frob'], code: 2, says: /--frob/ },
  { title: 'a format that is none', args: ['-f', 'xml'], code: 2, says: /xml/ },
  { title: 'a rule that is none', args: ['-s', 'x=error'], code: 2, says: /impossible-pair/ },
  { title: 'a level that is none', args: ['-s', 'impossible-pair=x'], code: 2, says: /warning/ },
  {
    title: 'a level and something behind it',
    args: ['-s', 'impossible-pair=off=x'],
    code: 2,
    says: /warning/,
  },
  { title: 'a path of no letters', tree: ONE, args: [''], code: 2, says: /no such file/ },
  {
    title: 'a path with what a terminal would obey',
    args: ['\u001b[31mred.json'],
    code: 2,
    says: /ecs-states: \ufffd\[31mred\.json: no such file/,
  },
  { title: 'a dialect that is none', args: ['-d', 'x'], code: 2, says: /openstack/ },
  { title: 'a number that is none', args: ['--max-warnings', '-1'], code: 2 },
  { title: 'standard input of no language', args: ['-'], code: 2, says: /--stdin-filename/ },
  { title: 'standard input and a file', tree: ONE, args: ['-', 'a.json'], code: 2, says: /alone/ },
  { title: 'a configuration that is not there', args: ['-c', 'x.json'], code: 2, says: /x\.json/ },
];

describe('exit codes', () => {
  for (const { title, tree = {}, args, code, says } of CASES) {
    it(`${code} for ${title}`, async () => {
      const outcome = await run(['check', ...args], { cwd: folderWith(tree) });
      assert.equal(outcome.code, code, outcome.stderr);
      if (says) assert.match(outcome.stdout + outcome.stderr, says);
      assert.doesNotMatch(outcome.stderr, /^\s+at /m, 'a stack trace');
    });
  }

  it('2 for no command, with help', async () => {
    const { code, stderr } = await run([]);
    assert.equal(code, 2);
    assert.match(stderr, /Usage:[\s\S]*check/);
  });

  it('0 for the version', async () => {
    const { code, stdout } = await run(['--version']);
    assert.equal(code, 0);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

describe('a wrong call', () => {
  for (const [args, said] of [
    [['check', '--frob'], 'ecs-states: 未知选项“--frob”\n'],
    [['check', '--fixx'], 'ecs-states: 未知选项“--fixx”\n是否应为 --fix？\n'],
    [['chekc'], 'ecs-states: 未知命令“chekc”\n是否应为 check？\n'],
    [['check', '-d'], 'ecs-states: 选项“-d, --dialect <name>”缺少取值\n'],
    [
      ['check', '-d', 'x'],
      'ecs-states: “x”不是选项“-d, --dialect <name>”的有效取值。须为以下之一：huaweicloud, huaweicloud-2022, openstack。\n',
    ],
    [
      ['check', '--threads', 'x'],
      'ecs-states: “x”不是选项“--threads <n>”的有效取值。需要一个整数。\n',
    ],
  ] as const) {
    it(`is explained in the language of the reader: ${args.join(' ')}`, async () => {
      const { stderr } = await run(args, { environment: { LC_ALL: 'zh_CN.UTF-8' } });
      assert.equal(stderr, said);
    });
  }
});

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { CLEAN, folderWith, MISMATCH, run } from './support';

/** The files that findings are reported in, in order. */
async function reported(args: readonly string[], cwd: string): Promise<string[]> {
  const { stdout } = await run(['check', '-f', 'json', ...args], { cwd });
  return JSON.parse(stdout).files.map((file: { path: string }) => file.path);
}

describe('the files that are checked', () => {
  const tree = {
    '.gitignore': 'ignored\n*.tmp.json\n',
    'a.json': MISMATCH,
    'B.JSON': MISMATCH,
    'deep/.hidden/c.yaml': 'vm_state: stopped\ntask_state: rebooting\n',
    'deep/.gitignore': '!kept.tmp.json\nd.ts\n',
    'deep/kept.tmp.json': MISMATCH,
    'deep/d.ts': `export const server = { vm_state: 'stopped', task_state: 'rebooting' };\n`,
    'ignored/e.json': MISMATCH,
    'x.tmp.json': MISMATCH,
    'node_modules/m/f.json': MISMATCH,
    'notes.txt': MISMATCH,
    '[odd] (name).json': MISMATCH,
    '..up/g.json': MISMATCH,
  };
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'a folder: what .gitignore leaves, in order',
      ['.'],
      [
        '..up/g.json',
        'B.JSON',
        '[odd] (name).json',
        'a.json',
        'deep/.hidden/c.yaml',
        'deep/kept.tmp.json',
      ],
    ],
    ['a folder below, by the .gitignore above it', ['ignored'], []],
    ['a file that .gitignore names', ['ignored/e.json'], ['ignored/e.json']],
    ['a file in node_modules', ['node_modules/m/f.json'], ['node_modules/m/f.json']],
    ['a glob', ['deep/**/*.json'], ['deep/kept.tmp.json']],
    ['a name that looks like a glob', ['[odd] (name).json'], ['[odd] (name).json']],
    ['a file that is named twice, once', ['a.json', 'a.json'], ['a.json']],
    ['a file of no known language', ['notes.txt'], []],
    ['a file of no known language, which is told', ['-l', 'json', 'notes.txt'], ['notes.txt']],
  ];
  for (const [title, args, expected] of cases) {
    it(title, async () => {
      const folder = folderWith(tree);
      execFileSync('git', ['init', '--quiet'], { cwd: folder });
      assert.deepEqual(await reported(args, folder), expected);
    });
  }

  it('follow no links in folders, and links that are named', async () => {
    const folder = folderWith({ 'in/a.json': CLEAN, 'out/b.json': MISMATCH });
    symlinkSync(path.join(folder, 'in'), path.join(folder, 'in/loop'));
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'in/broken.json'));
    symlinkSync(path.join(folder, 'out/b.json'), path.join(folder, 'in/link.json'));
    assert.deepEqual(await reported(['in'], folder), []);
    assert.deepEqual(await reported(['in/link.json'], folder), ['in/link.json']);
    assert.equal((await run(['check', 'in/broken.json'], { cwd: folder })).code, 2);
  });

  it('that are pipes or devices do not block', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'a.json': MISMATCH });
    execFileSync('mkfifo', [path.join(folder, 'pipe.json')]);
    assert.deepEqual(await reported(['.'], folder), ['a.json']);
  });
});

describe('hostile files', () => {
  const deep = 100_000;
  const cases: readonly (readonly [string, string | Buffer, number])[] = [
    ['10 MB on one line', `[${`${CLEAN.trim()},`.repeat(150_000)}${MISMATCH.trim()}]`, 1],
    ['NUL', '{ "vm_state": "stop\0ped" }', 0],
    ['bytes of no text', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256)), 0],
    ['a lone surrogate', '{ "vm_state": "\ud800", "task_state": "\\ud800" }', 0],
    ['nested deeply', `${'['.repeat(deep)}${']'.repeat(deep)}`, 0],
    ['empty', '', 0],
    ['a byte order mark alone', '\ufeff', 0],
    ['half a code unit', Buffer.from([0xfe, 0xff, 0x00]), 0],
  ];
  for (const [title, content, code] of cases) {
    it(`${title}: exit code ${code}, no trace`, async () => {
      const folder = folderWith({ 'a.json': content });
      const outcome = await run(['check', '.', '--max-warnings', '0'], { cwd: folder });
      assert.equal(outcome.code, code, outcome.stderr.slice(0, 500));
      assert.doesNotMatch(outcome.stderr, /^\s+at /m);
    });
  }

  it('cannot command the terminal', async () => {
    const folder = folderWith({
      '\u001b[31mname.json':
        '{ "name": "\u001b]0;x\u0007\u202e", "vm_state": "actve", "task_state": null }\n',
    });
    const { stdout } = await run(['check', '.'], { cwd: folder });
    assert.match(stdout, /unknown-vm-state/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('a large file among many', () => {
  it('gives the same whether or not threads are started for it on the way', async () => {
    // A megabyte is what threads are started for, however fast the machine is.
    const large = `${' '.repeat(1_000_001)}${MISMATCH}`;
    const folder = folderWith(
      Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          `${index}.json`,
          index === 100 ? large : MISMATCH,
        ]),
      ),
    );
    const [alone, open] = await Promise.all(
      [['--threads', '1'], []].map((args) =>
        run(['check', '-f', 'json', ...args], { cwd: folder }),
      ),
    );
    assert.equal(JSON.parse(open?.stdout ?? '').summary.warning, 200);
    assert.deepEqual(open, alone);
  });
});

describe('many files', () => {
  const tree = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [
      `folder-${index % 40}/${index}.json`,
      index % 3 === 0 ? MISMATCH : CLEAN,
    ]),
  );

  it('give the same in threads as one after the other, and in order', async () => {
    const folder = folderWith(tree);
    const [alone, together] = await Promise.all(
      ['1', '4'].map((threads) =>
        run(['check', '-f', 'json', '--threads', threads, '.'], { cwd: folder }),
      ),
    );
    assert.equal(alone?.code, 1);
    assert.deepEqual(together, alone);
    const { files, summary } = JSON.parse(together?.stdout ?? '');
    assert.equal(summary.files, 2000);
    assert.equal(summary.warning, 667);
    const names = files.map((file: { path: string }) => file.path);
    assert.deepEqual(names, [...names].sort());
  });
});

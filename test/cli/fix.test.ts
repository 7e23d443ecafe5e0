import { strict as assert } from 'node:assert';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { CLEAN, folderWith, IMPOSSIBLE, MENDED, MISMATCH, NOBODY, run } from './support';

const crlf = (text: string) => text.replaceAll(', ', ',\r\n');
const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('--fix', () => {
  const cases: readonly (readonly [string, string | Buffer, string | Buffer])[] = [
    ['makes what has one right answer', MISMATCH, MENDED],
    ['leaves what has several', IMPOSSIBLE, IMPOSSIBLE],
    ['leaves what is right', CLEAN, CLEAN],
    ['keeps CRLF', crlf(MISMATCH), crlf(MENDED)],
    ['keeps a byte order mark', `\ufeff${MISMATCH}`, `\ufeff${MENDED}`],
    ['keeps UTF-16', utf16le(MISMATCH), utf16le(MENDED)],
    ['keeps UTF-16 of the other order', utf16le(MISMATCH).swap16(), utf16le(MENDED).swap16()],
    [
      'makes no change where half a character would be lost',
      Buffer.concat([utf16le(MISMATCH), Buffer.from([0x20])]),
      Buffer.concat([utf16le(MISMATCH), Buffer.from([0x20])]),
    ],
    [
      'makes no change where the encoding is unknown',
      Buffer.concat([Buffer.from([0x2f, 0x2f, 0xff, 0xd6, 0x0a]), Buffer.from(MISMATCH)]),
      Buffer.concat([Buffer.from([0x2f, 0x2f, 0xff, 0xd6, 0x0a]), Buffer.from(MISMATCH)]),
    ],
  ];
  for (const [title, before, after] of cases) {
    it(`${title}, and nothing more when run again`, async () => {
      const folder = folderWith({ 'a.json': before });
      const file = path.join(folder, 'a.json');
      const first = await run(['check', '--fix'], { cwd: folder });
      assert.deepEqual(readFileSync(file), Buffer.from(after), first.stderr);
      const { mtimeMs, ino } = statSync(file);
      const second = await run(['check', '--fix'], { cwd: folder });
      assert.doesNotMatch(second.stdout, /Fixed/);
      assert.deepEqual([statSync(file).mtimeMs, statSync(file).ino], [mtimeMs, ino]);
      assert.deepEqual(readdirSync(folder), ['a.json']);
    });
  }

  it('tells what it made and what remains', async () => {
    const folder = folderWith({ 'a.json': `[${MISMATCH}, ${IMPOSSIBLE}]` });
    const { code, stdout } = await run(['check', '--fix'], { cwd: folder });
    assert.equal(code, 1);
    assert.match(stdout, /impossible-pair[\s\S]*Fixed: 1/);
    assert.doesNotMatch(stdout, /status-mismatch/);
  });

  it('keeps links and permissions', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'real/a.json': MISMATCH });
    const file = path.join(folder, 'real/a.json');
    const link = path.join(folder, 'link.json');
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    assert.equal((await run(['check', '--fix', 'link.json'], { cwd: folder })).code, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.equal(readFileSync(file, 'utf8'), MENDED);
  });

  for (const mode of [0o664, 0o600, 0o755, 0o4775, 0o666]) {
    it(`keeps the permissions ${mode.toString(8)}, whatever the mask`, async function () {
      if (process.platform === 'win32') this.skip();
      const folder = folderWith({ 'a.json': MISMATCH });
      const file = path.join(folder, 'a.json');
      chmodSync(file, mode);
      const mask = process.umask(0o077);
      const running = run(['check', '--fix'], { cwd: folder });
      process.umask(mask);
      assert.equal((await running).code, 0);
      assert.equal(readFileSync(file, 'utf8'), MENDED);
      assert.equal(statSync(file).mode & 0o7777, mode);
    });
  }

  it('keeps the owner and group where it may, and leaves the file where it may not', async function () {
    if (process.platform === 'win32') this.skip();
    const isRoot = process.getuid?.() === 0;
    const folder = folderWith({ 'a.json': MISMATCH });
    const file = path.join(folder, 'a.json');
    chmodSync(file, 0o666);
    chmodSync(folder, 0o777);
    // Whoever is not root owns all that there is to fix, and gives nothing away.
    if (isRoot) chownSync(file, NOBODY - 1, NOBODY - 2);
    const { uid, gid } = statSync(file);
    if (isRoot) {
      const left = await run(['check', '--fix', '-f', 'json'], { cwd: folder, asStranger: true });
      assert.equal(left.code, 2);
      assert.match(JSON.parse(left.stdout).troubles[0].message, /owner/);
      assert.equal(JSON.parse(left.stdout).files[0].findings.length, 1);
      assert.equal(readFileSync(file, 'utf8'), MISMATCH);
    }
    assert.equal((await run(['check', '--fix'], { cwd: folder })).code, 0);
    assert.equal(readFileSync(file, 'utf8'), MENDED);
    assert.deepEqual([statSync(file).uid, statSync(file).gid], [uid, gid]);
    assert.deepEqual(readdirSync(folder), ['a.json']);
  });

  for (const [title, spoil, reason] of [
    [
      'is read-only',
      (folder: string) => chmodSync(path.join(folder, 'a.json'), 0o444),
      /read-only/,
    ],
    [
      'has several names',
      (folder: string) => linkSync(path.join(folder, 'a.json'), path.join(folder, 'other.txt')),
      /hard links/,
    ],
    [
      'is in a folder that nothing can be written to',
      (folder: string) => chmodSync(folder, 0o555),
      /EACCES|owner/,
    ],
  ] as const) {
    for (const threads of ['1', '2']) {
      it(`leaves a file that ${title}, says so and fixes the others: ${threads}`, async function () {
        if (process.platform === 'win32') this.skip();
        const folder = folderWith({ 'in/a.json': MISMATCH, 'z.json': MISMATCH });
        chmodSync(path.join(folder, 'z.json'), 0o666);
        spoil(path.join(folder, 'in'));
        if (process.getuid?.() === 0) {
          for (const name of ['', 'in', 'in/a.json', 'z.json']) {
            chownSync(path.join(folder, name), NOBODY, NOBODY);
          }
        }
        const names = readdirSync(path.join(folder, 'in'));
        const { mode, ino } = statSync(path.join(folder, 'in/a.json'));
        const args = ['check', '--fix', '-f', 'json', '--threads', threads];
        const { code, stdout } = await run(args, { cwd: folder, asStranger: true });
        assert.equal(code, 2);
        const { files, troubles, summary } = JSON.parse(stdout);
        assert.equal(troubles.length, 1);
        assert.equal(troubles[0].path, 'in/a.json');
        assert.match(troubles[0].message, reason);
        assert.deepEqual(summary, { ...summary, files: 2, warning: 1, fixable: 1, fixed: 1 });
        assert.equal(files[0].findings.length, 1);
        assert.equal(readFileSync(path.join(folder, 'in/a.json'), 'utf8'), MISMATCH);
        assert.equal(readFileSync(path.join(folder, 'z.json'), 'utf8'), MENDED);
        assert.deepEqual(readdirSync(path.join(folder, 'in')), names);
        const after = statSync(path.join(folder, 'in/a.json'));
        assert.deepEqual([after.mode, after.ino], [mode, ino]);
        chmodSync(path.join(folder, 'in'), 0o755);
      });
    }
  }

  it('replaces a file whose name is as long as a name can be', async () => {
    const name = `${'n'.repeat(250)}.json`;
    const folder = folderWith({ [name]: MISMATCH });
    assert.equal((await run(['check', '--fix'], { cwd: folder })).code, 0);
    assert.deepEqual(readdirSync(folder), [name]);
  });

  it('makes the same in threads', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.json`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, MISMATCH])));
    const { code, stdout } = await run(['check', '--fix', '--threads', '3'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /Fixed: 100/);
    for (const name of names) assert.equal(readFileSync(path.join(folder, name), 'utf8'), MENDED);
  });
});

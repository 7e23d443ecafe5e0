import { strict as assert } from 'node:assert';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { CLEAN, folderWith, IMPOSSIBLE, MENDED, MISMATCH, run } from './support';

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

  it('makes the same in threads', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.json`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, MISMATCH])));
    const { code, stdout } = await run(['check', '--fix', '--threads', '3'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /Fixed: 100/);
    for (const name of names) assert.equal(readFileSync(path.join(folder, name), 'utf8'), MENDED);
  });
});

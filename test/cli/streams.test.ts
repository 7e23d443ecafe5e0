import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CLEAN, folderWith, MENDED, MISMATCH, PROGRAM, run } from './support';

describe('standard input', () => {
  for (const [title, args, input, code] of [
    ['by a name', ['--stdin-filename', 'x/a.json'], MISMATCH, 1],
    ['by a language', ['-l', 'yaml'], 'vm_state: actve\ntask_state: null\n', 1],
    ['with nothing to find', ['-l', 'json'], CLEAN, 0],
    ['that is empty', ['-l', 'json'], '', 0],
    ['with a byte order mark', ['-l', 'json'], `\ufeff${MISMATCH}`, 1],
  ] as const) {
    it(`is checked ${title}`, async () => {
      const outcome = await run(['check', '-', ...args], { input, cwd: folderWith({}) });
      assert.equal(outcome.code, code, outcome.stderr);
    });
  }

  it('that cannot be read is trouble', async function () {
    if (process.platform === 'win32') this.skip();
    const script = '"$0" "$1" check - -l json -f json < .';
    const { status, stdout } = spawnSync('sh', ['-c', script, process.execPath, PROGRAM]);
    assert.equal(status, 2);
    assert.match(JSON.parse(String(stdout)).troubles[0].message, /EISDIR/);
  });

  for (const name of ['', '/', '..', 'x'.repeat(5000), '\n,:%.json', '*?[', 'C:/x.json']) {
    it(`may have the name ${JSON.stringify(name.slice(0, 12))}`, async () => {
      for (const format of ['json', 'sarif', 'github', 'pretty']) {
        const args = ['check', '-', '-l', 'json', '--stdin-filename', name, '-f', format];
        const outcome = await run(args, { input: MISMATCH, cwd: folderWith({}) });
        assert.equal(outcome.code, 1, outcome.stderr);
        assert.match(outcome.stdout, /status-mismatch/);
        if (format === 'json' || format === 'sarif') JSON.parse(outcome.stdout);
      }
    });
  }

  it('is excluded by the name it is given', async () => {
    const cwd = folderWith({ '.ecs-states.json': '{ "exclude": ["x/**"] }' });
    const args = ['check', '-', '--stdin-filename', 'x/a.json'];
    assert.equal((await run(args, { input: MISMATCH, cwd })).code, 0);
  });

  it('is printed with its fixes, and the report goes elsewhere', async () => {
    const { stdout, stderr } = await run(['check', '-', '--fix', '-l', 'json'], {
      input: MISMATCH,
    });
    assert.equal(stdout, MENDED);
    assert.match(stderr, /Fixed: 1/);
  });
});

describe('standard input that is fixed', () => {
  const gb18030 = Buffer.concat([
    Buffer.from([0x2f, 0x2f, 0xd6, 0xd0, 0x0a]),
    Buffer.from(MISMATCH),
  ]);
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const [title, input, expected] of [
    ['in UTF-16 keeps it', utf16(MISMATCH), utf16(MENDED)],
    ['with a byte order mark keeps it', `\ufeff${MISMATCH}`, `\ufeff${MENDED}`],
    ['stays as it is in an encoding that is not known', gb18030, gb18030],
    ['stays as it is where not a text file', 'a\0b', 'a\0b'],
  ] as const) {
    it(title, () => {
      const args = [PROGRAM, 'check', '-', '--fix', '-l', 'jsonc'];
      const { stdout, stderr } = spawnSync(process.execPath, args, { input });
      assert.deepEqual(stdout, Buffer.from(expected), String(stderr));
    });
  }
});

describe('the output', () => {
  it('may be closed early', async () => {
    const tree = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [`${index}.json`, MISMATCH]),
    );
    const child = spawn(process.execPath, [PROGRAM, 'check'], { cwd: folderWith(tree) });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    assert.equal(code, 141);
    assert.equal(stderr, '');
  });

  it('that is full is said', async function () {
    if (process.platform !== 'linux') this.skip();
    const cwd = folderWith({ 'a.json': MISMATCH });
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" check > /dev/full', process.execPath, PROGRAM],
      { cwd },
    );
    assert.equal(status, 2);
    assert.match(String(stderr), /^ecs-states: ENOSPC/);
  });

  it('ends at once when a long check is interrupted, and what was not written stays', async function () {
    if (process.platform === 'win32') this.skip();
    const text = `[${`${MISMATCH.trim()},\n`.repeat(60_000)}0]`;
    const cwd = folderWith({ 'a.json': MISMATCH, 'large.json': text });
    const child = spawn(process.execPath, [PROGRAM, 'check', '--fix', '-f', 'json'], { cwd });
    // The first file is fixed before the other is begun.
    const [first] = await once(child.stdout, 'data');
    while (readFileSync(path.join(cwd, 'a.json'), 'utf8') !== MENDED) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 130, String(first));
    assert.deepEqual(readdirSync(cwd), ['a.json', 'large.json']);
    assert.ok(readFileSync(path.join(cwd, 'large.json'), 'utf8') === text);
  });

  it('ends at once when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [PROGRAM, 'check', '-', '-l', 'json']);
    // More than a pipe holds: once it is written, the program reads, and has nothing to do before its input ends.
    await new Promise((resolve) => child.stdin.write(' '.repeat(1 << 20), resolve));
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
  });

  it('holds no progress where there is no terminal', async () => {
    const { stderr } = await run(['check'], { cwd: folderWith({ 'a.json': CLEAN }) });
    assert.equal(stderr, '');
  });

  it('of a terminal shows how far the work is, and leaves nothing of that', async function () {
    // The tool that makes a terminal is there on most systems that have terminals.
    if (process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0)
      this.skip();
    const tree = Object.fromEntries(
      Array.from({ length: 4000 }, (_, index) => [`${index}.json`, CLEAN]),
    );
    const command = `"${process.execPath}" "${PROGRAM}" check`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: folderWith(tree),
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      shown += text;
    });
    await once(child, 'close');
    const lines = shown.split('\r\u001b[K');
    assert.ok(
      lines.some((line) => /^\d+ of 4000 files$/.test(line)),
      JSON.stringify(shown),
    );
    assert.match(lines.at(-1) ?? '', /^Files checked: 4000\./);
  });
});

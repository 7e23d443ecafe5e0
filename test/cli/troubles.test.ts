import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CLEAN, folderWith, MISMATCH, type Outcome, PROGRAM, run } from './support';

const isWindows = process.platform === 'win32';

/** What a program reads of a run in the format `json`. */
interface Printed {
  readonly files: readonly { readonly path: string }[];
  readonly troubles: readonly { readonly path: string; readonly message: string }[];
  readonly summary: { readonly files: number };
}

function printedIn({ stdout }: Outcome): Printed {
  return JSON.parse(stdout);
}

function pathsIn(outcome: Outcome): string[] {
  return printedIn(outcome).files.map(({ path }) => path);
}

function troublesIn(outcome: Outcome): string[] {
  return printedIn(outcome).troubles.map(({ path }) => path);
}

/** A folder whose content somebody else may read, write and look for. */
function openFolder(tree: Parameters<typeof folderWith>[0]): string {
  const folder = folderWith(tree);
  chmodSync(folder, 0o777);
  return folder;
}

describe('a path that cannot be checked', () => {
  const long = `${'n'.repeat(300)}.json`;
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a link to itself', 'loop.json', /ELOOP/],
    ['a name that is too long', long, /ENAMETOOLONG/],
    ['a path that is too long', `${'d/'.repeat(5000)}x.json`, /ENAMETOOLONG/],
    ['a path through a file', 'a.json/x.json', /ENOTDIR/],
    ['a path through a link to itself', 'loop.json/x.json', /ELOOP/],
    ['a link to nothing', 'nothing.json', /no such file/],
    ['a glob below a file', 'a.json/*.json', /ENOTDIR|no such file/],
  ];
  for (const [title, name, reason] of cases) {
    it(`is the only one that is not: ${title}`, async function () {
      if (isWindows) this.skip();
      const folder = folderWith({ 'a.json': MISMATCH, 'z.json': MISMATCH });
      symlinkSync('loop.json', path.join(folder, 'loop.json'));
      symlinkSync('nowhere', path.join(folder, 'nothing.json'));
      const args = ['check', 'a.json', name, 'z.json'];
      const outcome = await run([...args, '-f', 'json'], { cwd: folder });
      assert.equal(outcome.code, 2);
      assert.deepEqual(pathsIn(outcome), ['a.json', 'z.json']);
      assert.equal(printedIn(outcome).summary.files, 2);
      assert.equal(printedIn(outcome).troubles.length, 1);
      assert.match(printedIn(outcome).troubles[0]?.message ?? '', reason);
      const sarif = await run([...args, '-f', 'sarif'], { cwd: folder });
      const [log] = JSON.parse(sarif.stdout).runs;
      assert.equal(log.results.length, 2);
      assert.equal(log.invocations[0].toolExecutionNotifications.length, 1);
      const pretty = await run(args, { cwd: folder });
      assert.match(pretty.stdout, /Files checked: 2\./);
      assert.match(pretty.stderr, reason);
    });
  }

  it('is said of each folder, file and ignore file that may not be read', async function () {
    if (isWindows) this.skip();
    const folder = openFolder({
      'a.json': MISMATCH,
      'closed/b.json': MISMATCH,
      'in/closed/c.json': MISMATCH,
      'in/d.json': MISMATCH,
      'in/file.json': MISMATCH,
      'rules/.gitignore': '*.json',
      'rules/e.json': MISMATCH,
    });
    const closed = ['closed', 'in/closed', 'in/file.json', 'rules/.gitignore'];
    for (const name of closed) chmodSync(path.join(folder, name), 0);
    for (const args of [['.'], ['**/*.json']]) {
      const options = { cwd: folder, asStranger: true };
      const outcome = await run(['check', '-f', 'json', ...args], options);
      assert.equal(outcome.code, 2);
      assert.deepEqual(pathsIn(outcome), ['a.json', 'in/d.json', 'rules/e.json']);
      assert.deepEqual(troublesIn(outcome).sort(), closed);
      assert.equal(printedIn(outcome).summary.files, 3);
    }
    for (const name of closed) chmodSync(path.join(folder, name), 0o755);
  });

  it('is nobody’s where it is ignored', async function () {
    if (isWindows) this.skip();
    const folder = openFolder({
      '.gitignore': 'data/\n',
      'a.json': MISMATCH,
      'data/b.json': MISMATCH,
      'in/data/c.json': MISMATCH,
      'node_modules/m/d.json': MISMATCH,
    });
    mkdirSync(path.join(folder, '.git'));
    const closed = ['data', 'in/data', 'node_modules/m'];
    for (const name of closed) chmodSync(path.join(folder, name), 0);
    const outcome = await run(['check', '-f', 'json'], { cwd: folder, asStranger: true });
    assert.deepEqual(troublesIn(outcome), []);
    assert.deepEqual(pathsIn(outcome), ['a.json']);
    for (const name of closed) chmodSync(path.join(folder, name), 0o755);
  });

  it('is not counted, for whatever reason', async () => {
    const folder = folderWith({
      '.ecs-states.json': '{ "exclude": ["excluded.json"] }',
      'a.java': MISMATCH,
      'b.json': 'a\0b',
      'excluded.json': MISMATCH,
      'z.json': CLEAN,
    });
    const args = ['check', '-f', 'json', 'a.java', 'b.json', 'excluded.json'];
    assert.equal(printedIn(await run(args, { cwd: folder })).summary.files, 0);
    assert.equal(printedIn(await run([...args, 'z.json'], { cwd: folder })).summary.files, 1);
  });
});

describe('names that are no UTF-8 or hold a backslash', () => {
  // Elsewhere no file can be named so.
  const isPossible = process.platform === 'linux';
  const backslash = 'in\\side/a\\b.json';
  const bytes = Buffer.from('caf\xe9/\xff\xf0\x9f\x92\x80.json', 'latin1');

  function oddFolder(): string {
    const folder = folderWith({ [backslash]: MISMATCH, 'plain.json': MISMATCH });
    const file = Buffer.concat([Buffer.from(`${folder}/`), bytes]);
    mkdirSync(file.subarray(0, file.lastIndexOf('/')));
    writeFileSync(file, MISMATCH);
    return folder;
  }

  for (const [title, args] of [
    ['a folder', ['.']],
    ['a glob', ['**/*.json']],
    ['threads', ['--threads', '2', '.']],
  ] as const) {
    it(`are checked and readable: ${title}`, async function () {
      if (!isPossible) this.skip();
      const outcome = await run(['check', '-f', 'json', ...args], { cwd: oddFolder() });
      assert.equal(outcome.code, 1, outcome.stderr);
      assert.deepEqual(pathsIn(outcome), ['caf\ufffd/\ufffd💀.json', backslash, 'plain.json']);
    });
  }

  it('are fixed', async function () {
    if (!isPossible) this.skip();
    const folder = oddFolder();
    const { code, stdout } = await run(['check', '--fix'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /Fixed: 3/);
    assert.match(readFileSync(path.join(folder, backslash), 'utf8'), /SHUTOFF/);
  });

  it('are what SARIF says, byte for byte', async function () {
    if (!isPossible) this.skip();
    const { stdout } = await run(['check', '-f', 'sarif'], { cwd: oddFolder() });
    const uris = JSON.parse(stdout).runs[0].results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    assert.deepEqual(uris, ['caf%E9/%FF%F0%9F%92%80.json', 'in%5Cside/a%5Cb.json', 'plain.json']);
  });

  it('can be given as arguments, and be the working directory', async function () {
    if (!isPossible) this.skip();
    // The shell makes the bytes, for Node can hand over text only.
    const script = `cd "$(printf 'caf\\351')" && exec "$0" "$1" check -f json "$(printf '\\377💀.json')" '../${backslash}'`;
    const child = spawn('sh', ['-c', script, process.execPath, PROGRAM], { cwd: oddFolder() });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 1);
    const names = pathsIn({ code, stdout, stderr: '' }).map((name) => name.split('/').at(-1));
    assert.deepEqual(names, ['\ufffd💀.json', 'a\\b.json']);
  });
});

describe('a file that is too large', () => {
  const large = (language: string, content: string) =>
    content.repeat(
      Math.ceil((({ json: 50, yaml: 25, ts: 10 }[language] ?? 0) * 1e6) / content.length) + 1,
    );
  for (const [name, content] of [
    ['a.yaml', '- name: a server\n'],
    ['a.json', '{ "name": "a server" }\n'],
    ['a.ts', 'const name = "a server";\n'],
  ] as const) {
    const text = large(path.extname(name).slice(1), content);
    it(`is trouble where there may be something to find, and checked where not: ${name}`, async () => {
      const folder = folderWith({
        'z.json': MISMATCH,
        [name]: text,
        [`of-servers-${name}`]: `${text}vm_state`,
      });
      const outcome = await run(['check', '-f', 'json'], { cwd: folder });
      assert.equal(outcome.code, 2);
      assert.deepEqual(troublesIn(outcome), [`of-servers-${name}`]);
      assert.match(printedIn(outcome).troubles[0]?.message ?? '', /larger than (?:50|25|10) MB/);
      assert.equal(printedIn(outcome).summary.files, 2);
    });
  }

  it('passes standard input as it is', async () => {
    const input = `${large('ts', 'let a = 1;\n')}// vm_state\n`;
    const { code, stdout, stderr } = await run(['check', '-', '--fix', '-l', 'typescript'], {
      input,
    });
    assert.equal(code, 2);
    assert.match(stderr, /larger than 10 MB/);
    assert.ok(stdout === input);
  });

  it('may have no end, and be no text', async function () {
    if (process.platform !== 'linux') this.skip();
    const { code, stderr } = await run(['check', '-l', 'yaml', '/dev/zero']);
    assert.equal(code, 0);
    assert.match(stderr, /not a text file/);
  });

  it('takes a thread down where memory does not suffice, and nothing else', async () => {
    const folder = folderWith({
      'a.json': MISMATCH,
      'large.json': `[${`${CLEAN.trim()},\n`.repeat(100_000)}0]`,
      'z.json': MISMATCH,
    });
    const environment = { NODE_OPTIONS: '--max-old-space-size=40' };
    const outcome = await run(['check', '-f', 'json'], { cwd: folder, environment });
    assert.equal(outcome.code, 2, outcome.stderr);
    assert.deepEqual(pathsIn(outcome), ['a.json', 'z.json']);
    assert.deepEqual(troublesIn(outcome), ['large.json']);
  });
});

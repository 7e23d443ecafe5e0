import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { bundledPackages, thirdPartyNotices } = createRequire(import.meta.url)(
  '../../third-party-notices.js',
);

describe('the third-party notices', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'ecs-states-notices-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Puts a package into a folder below the root. */
  function install(folder: string, manifest: object, files: Record<string, string> = {}): void {
    mkdirSync(path.join(root, folder), { recursive: true });
    const all = { 'package.json': JSON.stringify(manifest), ...files };
    for (const [file, text] of Object.entries(all))
      writeFileSync(path.join(root, folder, file), text);
  }

  /** The notices of a bundle of the files named, each with its number of bytes. */
  function noticesOf(...bundles: Record<string, number>[]): string {
    const metafiles = bundles.map((bundle) => {
      const inputs = Object.entries(bundle).map(([file, bytesInOutput]) => [
        file,
        { bytesInOutput },
      ]);
      return { outputs: { 'dist/main.js': { inputs: Object.fromEntries(inputs) } } };
    });
    return thirdPartyNotices(bundledPackages(metafiles, root));
  }

  it('have every bundled package once, sorted, with all its legal files', () => {
    install(
      'node_modules/@scope/b',
      { name: '@scope/b', version: '2.0.0', license: 'Apache-2.0' },
      { 'LICENSE.md': 'text of b', NOTICE: 'notice of b', 'index.js': 'code' },
    );
    install(
      'node_modules/a',
      { name: 'a', version: '1.0.0', license: 'MIT' },
      { licence: 'text\r\nof a\r\n' },
    );
    const b = 'node_modules/@scope/b/dist/esm/index.js';
    const text = noticesOf({ 'src/main.ts': 9, [b]: 5, 'node_modules/a/a.js': 1 }, { [b]: 3 });
    const line = '-'.repeat(80);
    assert.equal(
      text.slice(text.indexOf(line)),
      `${line}\n@scope/b 2.0.0 (Apache-2.0)\n${line}\n\ntext of b\n\nnotice of b\n\n${line}\na 1.0.0 (MIT)\n${line}\n\ntext\nof a\n`,
    );
  });

  it('have both versions of a package that is installed twice', () => {
    const inner = 'node_modules/a/node_modules/b';
    const legal = { LICENSE: 'text' };
    install('node_modules/b', { name: 'b', version: '1.0.0', license: 'MIT' }, legal);
    install(inner, { name: 'b', version: '2.0.0', license: 'ISC' }, legal);
    const text = noticesOf({ 'node_modules/b/b.js': 1, [`${inner}/b.js`]: 1 });
    assert.match(text, /\nb 1\.0\.0 \(MIT\)\n[\s\S]*\nb 2\.0\.0 \(ISC\)\n/);
  });

  it('have no package of which nothing is left in a bundle', () => {
    assert.doesNotMatch(noticesOf({ 'node_modules/a/a.js': 0 }), /\(/);
  });

  it('are refused for a licence that is not allowed, and where a text is missing', () => {
    install(
      'node_modules/a',
      { name: 'a', version: '1.0.0', license: 'GPL-3.0' },
      { LICENSE: 'x' },
    );
    install('node_modules/b', { name: 'b', version: '1.0.0' }, { LICENSE: 'x' });
    install('node_modules/c', { name: 'c', version: '1.0.0', license: 'MIT' });
    assert.throws(
      () =>
        noticesOf({ 'node_modules/a/i.js': 1, 'node_modules/b/i.js': 1, 'node_modules/c/i.js': 1 }),
      /^Error: a: licence GPL-3\.0 is not allowed\nb: licence undefined is not allowed\nc: no licence text in the package$/,
    );
  });
});

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { stage } from '../package/stage';
import { ROOT } from './support';

const { bin } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const programs: string[] = Object.values(bin);

describe('the npm package', () => {
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const files: string[] = JSON.parse(listed)[0].files.map((file: { path: string }) => file.path);

  it('has every program, and begins each so that a shell can run it', () => {
    assert.ok(programs.length > 0);
    for (const program of programs) {
      assert.ok(files.includes(program), program);
      assert.match(readFileSync(path.join(ROOT, program), 'utf8'), /^#!\/usr\/bin\/env node\n/);
    }
  });

  it('has what the programs read, and nothing else', () => {
    const allowed =
      /^(?:dist\/(?:cli|server|mcp)\/.+\.m?js|docs\/[\w.-]+\.md|l10n\/.+\.json|media\/schema\/.+\.json|package\.json|LICENSE|(?:README|CHANGELOG)(?:\.[\w-]+)?\.md)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    assert.ok(files.includes('l10n/bundle.l10n.zh-cn.json'));
    assert.ok(files.includes('media/schema/servers.schema.json'));
  });
});

describe('the extension package', () => {
  it('has none of the programs', async () => {
    const files = await listFiles({ cwd: stage(), packageManager: PackageManager.None });
    assert.ok(files.includes('dist/extension.js'));
    assert.deepEqual(
      files.filter((file) =>
        /^dist\/(?!(?:language|(?:web\/)?extension)\.js$|webview\/)|^docs\//.test(file),
      ),
      [],
    );
  });
});

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import type { Metafile } from 'esbuild';
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
      /^(?:dist\/(?:cli|server|mcp)\/.+\.m?js|docs\/[\w.-]+\.md|l10n\/.+\.json|media\/schema\/.+\.json|package\.json|LICENSE|ThirdPartyNotices\.txt|(?:README|CHANGELOG)(?:\.[\w-]+)?\.md)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    assert.ok(files.includes('l10n/bundle.l10n.zh-cn.json'));
    assert.ok(files.includes('media/schema/servers.schema.json'));
    assert.ok(files.includes('ThirdPartyNotices.txt'));
  });
});

describe('the extension package', () => {
  it('has none of the programs', async () => {
    const files = await listFiles({ cwd: stage(), packageManager: PackageManager.None });
    assert.ok(files.includes('dist/extension.js'));
    assert.ok(files.includes('ThirdPartyNotices.txt'));
    assert.deepEqual(
      files.filter((file) =>
        /^dist\/(?!(?:language|(?:web\/)?extension)\.js$|webview\/)|^docs\//.test(file),
      ),
      [],
    );
  });
});

describe('the notices', () => {
  const { outputs }: Pick<Metafile, 'outputs'> = JSON.parse(
    readFileSync(path.join(ROOT, 'dist/meta.json'), 'utf8'),
  );
  const notices = readFileSync(path.join(ROOT, 'ThirdPartyNotices.txt'), 'utf8');

  it('have each package that has code in a bundle, with its version, licence and text', () => {
    const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
    const withCode = inputs.flatMap(([input, { bytesInOutput }]) => (bytesInOutput ? input : []));
    const folders = withCode.flatMap(
      (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [],
    );
    assert.ok(new Set(folders).size > 10);
    for (const folder of new Set(folders)) {
      const manifest = path.join(ROOT, folder, 'package.json');
      const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
      const heading = `\n${name} ${version} (${license})\n${'-'.repeat(80)}\n\n`;
      const [, section = ''] = notices.split(heading);
      assert.match(section, /^[^-]*(?:copyright|permission|licen[cs]e)/i, name);
    }
  });

  it('are about every bundle of both packages', () => {
    for (const program of programs) assert.ok(program in outputs, program);
    for (const bundle of ['dist/extension.js', 'dist/web/extension.js', 'dist/language.js'])
      assert.ok(bundle in outputs, bundle);
  });
});

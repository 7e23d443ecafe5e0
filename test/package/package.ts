// Packages the extension and looks at what is in it: the bundles, media, translations and texts, nothing else.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { keepTidy } from '../vscode/cleanup';
import { stage } from './stage';

/** What a user's download may hold. */
const ALLOWED = [
  /^dist\/(language|(web\/)?extension)\.js$/,
  /^dist\/webview\/state-map\.(css|js)$/,
  /^l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^media\/(icon\.png|docs\/[\w.-]+\.md|schema\/[\w.-]+\.json|walkthrough\/\w+\.svg)$/,
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^(README(\.zh-CN)?|CHANGELOG)\.md$/,
  /^LICENSE(\.txt)?$/,
];

const NEEDED = [
  'dist/extension.js',
  'dist/language.js',
  'dist/web/extension.js',
  'dist/webview/state-map.css',
  'dist/webview/state-map.js',
  'media/icon.png',
  'LICENSE',
];

async function main(): Promise<void> {
  const cwd = stage();
  const files = await listFiles({ cwd, packageManager: PackageManager.None });
  const strangers = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
  assert.deepEqual(strangers, [], 'files that do not belong in the package');
  for (const needed of NEEDED) assert.ok(files.includes(needed), `${needed} is missing`);

  const vsix = path.join(wantedFolder(), 'ecs-states.vsix');
  await createVSIX({
    cwd,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    // The pictures of the README are found relative to it, wherever the repository is.
    rewriteRelativeLinks: false,
  });
  for (const file of files) console.log(lineOf(path.join(cwd, file), file));
  console.log(lineOf(vsix, 'ecs-states.vsix'));
}

/** The folder that is named, or a temporary one where the package is only to be looked at. */
function wantedFolder(): string {
  const named = process.argv[2];
  if (named) return path.resolve(named);
  const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-package-'));
  keepTidy(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function lineOf(file: string, name: string): string {
  return `${(statSync(file).size / 1000).toFixed(1).padStart(8)} kB  ${name}`;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

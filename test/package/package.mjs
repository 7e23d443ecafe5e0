// Packages the extension and looks at what is in it: the bundles, media, translations and texts, nothing else.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vsce from '@vscode/vsce';

const ROOT = path.resolve(import.meta.dirname, '../..');

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

const options = {
  cwd: ROOT,
  dependencies: false,
  allowMissingRepository: true,
  // The pictures of the README are found relative to it, wherever the repository is.
  rewriteRelativeLinks: false,
};
const files = await vsce.listFiles({ cwd: ROOT, packageManager: vsce.PackageManager.None });
const strangers = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
assert.deepEqual(strangers, [], 'files that do not belong in the package');
for (const needed of [
  'dist/extension.js',
  'dist/language.js',
  'dist/web/extension.js',
  'dist/webview/state-map.css',
  'dist/webview/state-map.js',
  'media/icon.png',
  'LICENSE',
]) {
  assert.ok(files.includes(needed), `${needed} is missing from the package`);
}

const kept = process.argv[2];
const folder = kept ? path.resolve(kept) : mkdtempSync(path.join(tmpdir(), 'ecs-states-package-'));
const vsix = path.join(folder, 'ecs-states.vsix');
try {
  await vsce.createVSIX({ ...options, packagePath: vsix });
  for (const file of files) {
    console.log(
      `${(statSync(path.join(ROOT, file)).size / 1000).toFixed(1).padStart(8)} kB  ${file}`,
    );
  }
  console.log(`${(statSync(vsix).size / 1000).toFixed(1).padStart(8)} kB  ecs-states.vsix`);
} finally {
  if (!kept) rmSync(folder, { recursive: true, force: true });
}

// Installs the npm packages this repository needs, where they are missing or not those of the lock file.
// Runs before there are any packages, so it uses none.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const LOCK = path.join(ROOT, 'package-lock.json');
/** What npm writes down about the packages it has installed. */
const INSTALLED = path.join(ROOT, 'node_modules/.package-lock.json');
const OLDEST_NODE = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed, this is ${process.version}.`);
  process.exit(1);
}

if (!isInstalled()) {
  console.log('Installing npm packages');
  const command = existsSync(LOCK) ? 'ci' : 'install';
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=5'];
  const { status } = spawnSync('npm', [command, ...flags], {
    cwd: ROOT,
    stdio: 'inherit',
    // On Windows npm is a script.
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm could not install the packages.');
    process.exit(1);
  }
}

/** Whether what is installed is what the lock file names; times say nothing after a checkout. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (!existsSync(LOCK)) return true;
  const installed = packagesOf(INSTALLED);
  return Object.entries(packagesOf(LOCK)).every(([folder, { version, optional }]) => {
    // The first is this repository; optional ones are those of one platform.
    if (folder === '' || (optional && !installed[folder])) return true;
    return installed[folder]?.version === version;
  });
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

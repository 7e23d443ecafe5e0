// Runs every suite and adds up what they tell: unit, command line, language server, extension host (oldest and newest VS Code), page (both hosts).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const SUITES = [
  ['Unit', 'test:unit'],
  ['Command line', 'test:cli'],
  ['Language server', 'test:server'],
  ['Extension host', 'test:host'],
  ['Page', 'test:page'],
];

let passed = 0;
let failed = 0;
for (const [title, script] of SUITES) {
  console.log(`\n=== ${title} ===\n`);
  const { code, output } = await run(script);
  const sum = (pattern) =>
    [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  passed += sum(/^\s*(\d+) passing\b/gm);
  const failures = sum(/^\s*(\d+) failing\b/gm);
  // A suite that ends before its tests do has failed, whatever it counted.
  failed += code !== 0 ? Math.max(failures, 1) : failures;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * Runs a script of package.json, shows what it prints as it comes, and keeps it.
 * @param {string} script
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, output: stripVTControlCharacters(output) }));
  });
}

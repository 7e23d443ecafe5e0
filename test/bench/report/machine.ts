import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, platform, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

const PACKAGES = [
  'vscode-json-languageservice',
  'yaml-language-server',
  'typescript',
  'eslint',
  '@typescript-eslint/parser',
  'tinybench',
];

/**
 * Where the figures come from, as far as it matters for them.
 * @param load the highest load average during the run
 */
export function describeMachine(load: number): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const packages = PACKAGES.map((name) => `${name} ${versionOf(name)}`);
  return [
    `${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${memory} GB of memory, ${platform()}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    packages.join(', '),
    `highest load during the run: ${load.toFixed(1)} (the bench alone is 1 to 2; more makes short times unreliable)`,
  ]
    .map((line) => `- ${line}\n`)
    .join('');
}

function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (manifest.name === name) return manifest.version;
    } catch {
      // Not every folder has one.
    }
    if (dirname(folder) === folder) throw new Error(`${name} is not installed`);
    folder = dirname(folder);
  }
}

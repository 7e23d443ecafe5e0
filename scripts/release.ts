// Makes a release: version, changelog, generated files, package, commit and tag. What is published is printed only.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { releasedChangelog, versionProblem, withVersion } from '../src/manifest/release';

const ROOT = path.resolve(import.meta.dirname, '..');

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
}

function change(file: string, to: (content: string) => string): void {
  const name = path.join(ROOT, file);
  writeFileSync(name, to(readFileSync(name, 'utf8')));
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}

function problemWith(version: string): string | undefined {
  const { version: last } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  if (git('status', '--porcelain') !== '') return 'there are changes that are not committed';
  if (git('branch', '--show-current') !== 'main') return 'releases are made on main';
  return versionProblem(version, last);
}

function main([version = '']: readonly string[]): void {
  const problem = problemWith(version);
  if (problem !== undefined) {
    console.error(`npm run release -- VERSION: ${problem}`);
    process.exitCode = 1;
    return;
  }
  const today = new Date().toISOString().slice(0, 10);
  change('CHANGELOG.md', (changelog) => releasedChangelog(changelog, version, today));
  for (const file of ['package.json', 'package-lock.json']) {
    change(file, (content) => withVersion(content, version));
  }
  run('npm', 'run', 'generate');
  run('npm', 'run', 'package');
  run('git', 'commit', '--all', '--message', `Version ${version}`);
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
  console.log(`
Version ${version} is committed and tagged. Once CI has passed on it:

  git push --follow-tags
  npx vsce publish --packagePath ecs-states.vsix    # Visual Studio Marketplace
  npx ovsx publish ecs-states.vsix                  # Open VSX
  npm publish --provenance                          # npm`);
}

main(process.argv.slice(2));

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../vscode/builds';
import { keepTidy } from '../vscode/cleanup';

/** What is no part of the project: a packager that finds it by a glob looks at each of its many files. */
const FOREIGN = new Set(['.git', '.vscode-test', 'dist-test', 'node_modules', 'test-results']);

/** Copies the project without what is no part of it, and gives the folder, which goes when the process ends. */
export function stage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-stage-'));
  keepTidy(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (file) => !FOREIGN.has(path.relative(ROOT, file)),
  });
  return folder;
}

/** Measures the command line on ten thousand files: how many it checks in a second, alone and in threads. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

const FILES = 10_000;
const FOLDERS = 100;
/** Every tenth file is about servers, as in a folder of mocks among other JSON. */
const SHARE = 10;

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli/main.mjs');

const server = { id: '1', 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': null };
const unrelated = { name: 'package', version: '1.0.0', keywords: ['state', 'status'] };

const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-bench-'));
try {
  for (let index = 0; index < FILES; index++) {
    const place = path.join(folder, `folder-${index % FOLDERS}`);
    if (index < FOLDERS) mkdirSync(place);
    const items = Array.from({ length: 40 }, () => (index % SHARE === 0 ? server : unrelated));
    writeFileSync(path.join(place, `${index}.json`), JSON.stringify(items, null, 2));
  }
  for (const threads of new Set([1, availableParallelism()])) {
    const args = [PROGRAM, 'check', '--threads', String(threads), folder];
    execFileSync(process.execPath, args);
    const start = performance.now();
    execFileSync(process.execPath, args);
    const seconds = (performance.now() - start) / 1000;
    const rate = Math.round(FILES / seconds);
    console.log(`${FILES} files, threads: ${threads}: ${seconds.toFixed(2)} s, ${rate} files/s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tally } from '../../../src/language';
import { bundleCheck } from '../../host/bundle';
import { getBuild, ROOT } from '../../vscode/builds';
import { keepTidy } from '../../vscode/cleanup';
import { runInHost } from '../../vscode/run-in-host';
import { workspaceFiles } from './files';
import { hasFault } from './floor';
import type { WorkspaceOutcome } from './outcome';

/** Where the module in the host leaves what the command gave. */
const TALLY = 'tally.out';

/** Writes the workspace to the disk and has the command check it in a real VS Code; the built extension is used. */
export async function checkInEditor(): Promise<WorkspaceOutcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-bench-'));
  const tidy = keepTidy(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const build = await getBuild('oldest');
    let bytes = 0;
    let faulty = 0;
    for (const { path: name, input } of workspaceFiles()) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, input.text);
      bytes += input.text.length;
      if (hasFault(input)) faulty++;
    }
    const module = await bundleCheck();
    const code = await runInHost({ build, extension: ROOT, module, folder });
    if (code !== 0) throw new Error('the command failed in VS Code');
    const tally: Tally = JSON.parse(readFileSync(path.join(folder, TALLY), 'utf8'));
    if (tally.faulty !== faulty) throw new Error(`${tally.faulty} files found, not ${faulty}`);
    return {
      by: `VS Code ${build.vscode}`,
      files: tally.files,
      megabytes: bytes / 1e6,
      faulty: tally.faulty,
      milliseconds: tally.milliseconds,
    };
  } finally {
    tidy();
  }
}

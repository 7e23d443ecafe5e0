import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The project's folder, and the program as it is published. */
export const ROOT = path.resolve(import.meta.dirname, '../..');
export const PROGRAM = path.join(ROOT, 'dist/cli/main.mjs');

/** A server in a state that none can have: the status does not follow. It has one right answer. */
export const MISMATCH = '{ "vm_state": "stopped", "task_state": null, "status": "ACTIVE" }\n';
export const MENDED = '{ "vm_state": "stopped", "task_state": null, "status": "SHUTOFF" }\n';
/** A pair that no server has; more than one answer is right. */
export const IMPOSSIBLE = '{ "vm_state": "stopped", "task_state": "rebooting" }\n';
export const CLEAN = '{ "vm_state": "active", "task_state": null, "status": "ACTIVE" }\n';

/** What a run came to. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether to run as somebody who may not read and write everything. */
  readonly asStranger?: boolean;
}

/** Who owns nothing. */
export const NOBODY = 65_534;

/** Runs the program in a plain English environment and waits for its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { cwd = ROOT, input = '', environment = {}, asStranger = false } = options;
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...inherited, LC_ALL: 'C', ...environment },
    // Who is not root is kept from what permissions forbid, and cannot be anybody else.
    ...(asStranger && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Files by their path; a folder is made where one is needed. */
export type Tree = Readonly<Record<string, string | Buffer>>;

/** Makes a folder with the files, and takes it away when the tests of the suite that calls it are over. */
export function folderWith(tree: Tree): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ecs-states-')));
  for (const [name, content] of Object.entries(tree)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

after(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

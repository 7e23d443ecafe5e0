import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs npm in a folder and gives what it printed; its noise shows only where it fails. */
export async function npm(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', [...args, '--loglevel=error'], {
    cwd: folder,
    // On Windows npm is a script.
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Installs packages in a folder, without running what they would run when installed. */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const quietly = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  await npm(folder, ['install', '--prefix', folder, ...quietly, ...packages]);
}

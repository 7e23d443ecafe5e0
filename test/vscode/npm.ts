import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How npm names what may be gone when it is tried again: trouble on the way to the registry, or in it. */
const PASSING =
  /\b(?:ECONN(?:RESET|REFUSED)|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EAI_AGAIN|EINTEGRITY|E429|E5\d\d)\b/;

const MOST_TRIES = 3;

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

/**
 * Installs packages in a folder, without running what they would run when installed; those of its package.json where
 * none is named. Tries again where the registry could not be reached, and says so.
 */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const quietly = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  for (let tries = 1; ; tries++) {
    try {
      await npm(folder, ['install', '--prefix', folder, ...quietly, ...packages]);
      return;
    } catch (error) {
      if (tries === MOST_TRIES || !PASSING.test(String(error))) throw error;
      console.log(`npm could not install ${packages.join(' ')}, and tries again:\n${error}`);
    }
  }
}

import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../vscode/builds';

/** Where the bundles go; inside the repository, because they load mocha from its packages. */
const OUT = path.join(ROOT, 'dist-test');

/**
 * Bundles the in-host suite, a file for each of its modules, and gives the module that runs it.
 * @param run a name for the run, as others may bundle it at the same time
 */
export async function bundleSuite(run: string): Promise<string> {
  const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
  return bundle(`suite-${run}`, ['index.ts', ...tests]);
}

/** Bundles the module that reports the problems found in the open folder, and gives its path. */
export async function bundleReport(): Promise<string> {
  return bundle('report', ['report.ts']);
}

/** Bundles the module that checks the open folder, and gives its path. */
export async function bundleCheck(): Promise<string> {
  return bundle('check', ['check.ts']);
}

async function bundle(name: string, files: readonly [string, ...string[]]): Promise<string> {
  const outdir = path.join(OUT, name);
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: files.map((file) => path.join(import.meta.dirname, file)),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode', 'mocha'],
    outdir,
    logLevel: 'error',
  });
  return path.join(outdir, files[0].replace(/\.ts$/, '.js'));
}

import path from 'node:path';
import { parseArgs } from 'node:util';
import { getBuild } from './builds';
import { runInHost } from './run-in-host';

/** Takes the flags of a desktop VS Code that matter to tests, and lets the others be; gives the exit code. */
export async function codeInBrowser(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
    },
    strict: false,
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  if (typeof extension !== 'string' || typeof tests !== 'string') {
    throw new Error('--extensionDevelopmentPath and --extensionTestsPath are needed');
  }
  return runInHost({
    build: await getBuild(process.env.CODE_SERVER_BUILD ?? 'oldest'),
    extension,
    module: tests,
    folder: path.resolve(positionals[0] ?? '.'),
  });
}

// Shows the extension at work: opens the examples in a real VS Code and prints what is reported there.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleReport } from '../host/bundle';
import { getBuild, ROOT } from './builds';
import { keepTidy } from './cleanup';
import { runInHost } from './run-in-host';
import { startServer } from './server';

async function main(): Promise<void> {
  execFileSync(process.execPath, ['esbuild.js'], { cwd: ROOT, stdio: 'inherit' });
  const build = await getBuild('newest');
  // What is tried out in the examples does not change the ones of the project.
  const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-examples-'));
  keepTidy(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(ROOT, 'examples'), folder, { recursive: true });

  console.log(`\nThe examples in VS Code ${build.vscode}:\n`);
  const code = await runInHost({ build, extension: ROOT, module: await bundleReport(), folder });
  if (code !== 0) process.exit(code);

  const server = await startServer(build);
  const address = server.page(folder, {
    skipWelcome: 'true',
    extensionDevelopmentPath: server.resource(ROOT),
    openFile: server.resource(path.join(folder, 'list-servers.json')),
  });
  console.log(`\nTo see it for yourself, open this address in a browser:\n\n  ${address}\n`);
  if (process.stdin.isTTY && process.stdout.isTTY) {
    console.log('It stays open until Ctrl+C.');
    return;
  }
  console.log('No terminal is attached, so it ends here.');
  server.stop();
  process.exit(0);
}

void main();

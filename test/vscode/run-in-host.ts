import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { type Build, ROOT } from './builds';
import { launchChromium } from './chromium';
import { QUIET_SETTINGS } from './quiet-settings';
import { startServer } from './server';

/** How long a module may run in the extension host. */
const LIMIT_MINUTES = 20;

export interface HostRun {
  readonly build: Build;
  /** The folder of the extension. */
  readonly extension: string;
  /** A module that exports `run()`. */
  readonly module: string;
  /** The folder to open. */
  readonly folder: string;
  /** Takes the lines that the module has marked; they are printed where it is absent. */
  readonly onLine?: (line: string) => void;
}

/**
 * Runs a module in the extension host of a VS Code, with an extension under development.
 * Prints the lines the module has marked for it, and gives the exit code.
 */
export async function runInHost({
  build,
  extension,
  module,
  folder,
  onLine = (line) => console.log(line),
}: HostRun): Promise<number> {
  const mark = `${randomUUID()} `;
  const log: string[] = [];
  const server = await startServer(build, {
    env: { HOST_LINE_MARK: mark },
    settings: QUIET_SETTINGS,
  });
  let code = 1;
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
        const line = format(...args);
        if (line.startsWith(mark)) onLine(line.slice(mark.length));
        else log.push(`${type}: ${line}`);
      });
      const address = server.page(folder, {
        extensionDevelopmentPath: server.resource(extension),
        extensionTestsPath: server.resource(module),
        skipWelcome: 'true',
      });
      code = await exitCode(page, address);
    } finally {
      await browser.close();
    }
  } finally {
    server.stop();
    if (code !== 0) keepLog(build, log);
  }
  return code;
}

/** Opens the workbench and waits for the code it gives when the module has run. */
function exitCode(page: Page, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const tooLong = `The extension host did not finish in ${LIMIT_MINUTES} minutes.`;
    setTimeout(() => reject(new Error(tooLong)), LIMIT_MINUTES * 60_000).unref();
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(address))
      .catch(reject);
  });
}

/** Keeps what the workbench has said, for whoever wonders why it failed. */
function keepLog({ vscode }: Build, log: readonly string[]): void {
  const file = path.join(ROOT, 'test-results', `vscode-${vscode}.log`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${log.join('\n')}\n`);
  console.log(`What the workbench said is in ${path.relative(process.cwd(), file)}`);
}

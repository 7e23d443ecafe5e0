import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Configuration, configurationFrom, isConfigurable, type Translate } from '../language';
import { reasonOf } from './check-file';
import { UsageProblem } from './problem';

const FILE = '.ecs-states.json';
const EDITOR_FILE = path.join('.vscode', 'settings.json');
const SECTION = 'ecsStates.';

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
 */
export function findConfiguration(choice: ConfigurationChoice, t: Translate): FoundConfiguration {
  const { config, workingDirectory, warn } = choice;
  const nothing = { configuration: configurationFrom({}, () => {}), folder: workingDirectory };
  if (config === false) return nothing;
  const file =
    config === undefined ? searchUpwards(workingDirectory) : path.resolve(workingDirectory, config);
  if (file !== undefined) {
    // A mistake here would go unseen in CI, and with it the rule that it was to set.
    const written = read(file, (problem) => {
      throw new UsageProblem(problem);
    });
    const configuration = configurationFrom(written, (name, value) => {
      throw new UsageProblem(
        t('{0}: {1} makes no sense for {2}', file, JSON.stringify(value), name || '{}'),
      );
    });
    return { configuration, folder: path.dirname(file) };
  }
  const editorFile = path.join(workingDirectory, EDITOR_FILE);
  if (!existsSync(editorFile)) return nothing;
  const written = Object.entries(read(editorFile, warn) ?? {})
    .filter(([name]) => name.startsWith(SECTION))
    .map(([name, value]) => [name.slice(SECTION.length), value] as const)
    .filter(([name]) => isConfigurable(name));
  const configuration = configurationFrom(Object.fromEntries(written), (name, value) =>
    warn(t('{0}: {1} makes no sense for {2}', EDITOR_FILE, JSON.stringify(value), name)),
  );
  return { configuration, folder: workingDirectory };
}

function searchUpwards(folder: string): string | undefined {
  const file = path.join(folder, FILE);
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : searchUpwards(parent);
}

/** @param complain is told where the text is broken; what can be read of it is read, as in the editor */
function read(file: string, complain: (problem: string) => void): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new UsageProblem(`${file}: ${reasonOf(error)}`);
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    complain(`${file}:${line}: ${printParseErrorCode(first.error)}`);
  }
  return value;
}

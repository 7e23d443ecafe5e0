import { type Input, makeInput, SYNTAXES, type Syntax } from '../inputs/inputs';

/** How many files are checked. */
const FILE_COUNT = 10_000;
/** Files in one folder. */
const PER_FOLDER = 100;
/** One file in so many holds states, as in a workspace that is about more than servers. */
const STATES_EVERY = 3;

const EXTENSIONS: Readonly<Record<Syntax, string>> = {
  json: 'json',
  yaml: 'yaml',
  typescript: 'ts',
};

/** A file of a generated workspace. */
export interface WorkspaceFile {
  /** Relative to the workspace, with slashes. */
  readonly path: string;
  readonly input: Input;
}

/** A workspace of all syntaxes with files of 1 to 10 KB; the same in every run. */
export function* workspaceFiles(): Generator<WorkspaceFile> {
  for (let index = 0; index < FILE_COUNT; index++) {
    const syntax = SYNTAXES[index % SYNTAXES.length] ?? 'json';
    const size = 1000 * (1 + (Math.floor(index / SYNTAXES.length) % 10));
    const holdsStates = Math.floor(index / (SYNTAXES.length * 10)) % STATES_EVERY === 0;
    const folder = `folder-${Math.floor(index / PER_FOLDER)}`;
    yield {
      path: `${folder}/file-${index}.${EXTENSIONS[syntax]}`,
      input: inputFor(syntax, size, holdsStates),
    };
  }
}

const made = new Map<string, Input>();

function inputFor(syntax: Syntax, size: number, holdsStates: boolean): Input {
  const label = `${syntax} ${size} ${holdsStates}`;
  const input = made.get(label) ?? makeInput({ syntax, label, size, holdsStates });
  made.set(label, input);
  return input;
}

import * as vscode from 'vscode';
import type { Reading } from '../language';
import type { Core } from './core';
import { toEditor } from './diagnostics';
import { decode, positionsIn } from './file-text';
import { Pace } from './pace';
import type { Scope } from './settings';

/** Files that are read at the same time. */
const AT_ONCE = 32;
/** Beyond this the editor itself does without much, in bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** Texts beyond this are read in slices, in UTF-16 code units. */
const LONG_TEXT = 100_000;

/** What was found in a file; undefined where it is too large or cannot be read. */
export type Checked = (file: Scope, problems: readonly vscode.Diagnostic[] | undefined) => void;

/** Judges files without opening them, some at a time, until all are done or it is cancelled. */
export async function checkFiles(
  files: readonly Scope[],
  core: Core,
  checked: Checked,
  token: vscode.CancellationToken,
): Promise<void> {
  const pace = new Pace();
  const queue = files.values();
  const work = async () => {
    for (const file of queue) {
      if (token.isCancellationRequested) return;
      const problems = await check(file, core, pace, token);
      if (token.isCancellationRequested) return;
      checked(file, problems);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function check(
  file: Scope,
  core: Core,
  pace: Pace,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Diagnostic[] | undefined> {
  const { language, boundary, settings } = core;
  const { uri } = file;
  const text = await textOf(uri);
  if (text === undefined || token.isCancellationRequested) return undefined;
  const keys = settings.keysOf(file);
  const mayHold = await pace.do(() => language.mayHoldStates(text, keys));
  if (!mayHold || settings.isExcluded(file)) return [];
  const reading = await read(text, file, core, pace);
  if (!reading) return [];
  return pace.do(() =>
    boundary.run('check', [], () => {
      const positionAt = positionsIn(text);
      const problems = language.diagnoseReading(reading, settings.for(file));
      // Hints are for the text alone, which nobody looks at here.
      const shown = problems.filter(({ severity }) => severity !== 'hint');
      return shown.map((problem) => toEditor({ uri, positionAt }, problem));
    }),
  );
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_FILE) return undefined;
    return await decode(uri, await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Reads a text at once, or a long one in slices. */
async function read(
  text: string,
  file: Scope,
  { language, boundary, settings }: Core,
  pace: Pace,
): Promise<Reading | undefined> {
  const { languageId } = file;
  const keys = settings.keysOf(file);
  if (text.length <= LONG_TEXT) {
    return pace.do(() => language.readText(text, languageId, keys));
  }
  const document = new language.LiveDocument(languageId, keys);
  const source = language.sourceOf(text);
  for (;;) {
    const reading = await pace.do(() =>
      boundary.run('check', null, () => document.read(source, pace.timer())),
    );
    if (reading !== undefined) return reading ?? undefined;
  }
}

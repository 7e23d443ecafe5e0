import * as vscode from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService, ParsedDocument, Settings } from '../language';
import type { Core } from './core';
import { type Placed, placeIn } from './editor-diagnostic';
import { decode } from './file-text';
import { Pace } from './pace';
import type { Scope } from './settings';

/** Files that are read at the same time. */
const AT_ONCE = 32;
/** Beyond this the editor itself does without much, in bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** Texts beyond this are read in slices, in UTF-16 code units. */
const LONG_TEXT = 100_000;
const NOTHING: readonly Placed[] = [];

/**
 * Takes what was found in a file with every rule on, and the settings it was checked by.
 * Nothing is found where it is too large or cannot be read.
 */
export type Take = (file: Scope, found: readonly Placed[] | undefined, settings: Settings) => void;

/** Checks files without opening them, some at a time, until all are done or it is cancelled. */
export async function checkFiles(
  files: readonly Scope[],
  core: Core,
  take: Take,
  token: vscode.CancellationToken,
): Promise<void> {
  const pace = new Pace();
  const queue = files.values();
  const work = async () => {
    for (const file of queue) {
      if (token.isCancellationRequested) return;
      const settings = core.settings.for(file);
      const found = await check(file, settings, core, pace, token);
      if (token.isCancellationRequested) return;
      take(file, found, settings);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function check(
  file: Scope,
  settings: Settings,
  core: Core,
  pace: Pace,
  token: vscode.CancellationToken,
): Promise<readonly Placed[] | undefined> {
  const { language, boundary } = core;
  const { uri } = file;
  const text = await textOf(uri);
  if (text === undefined || token.isCancellationRequested) return undefined;
  const service = language.createLanguageService(language.withAllRules(settings));
  const mayHold = await pace.do(() => service.mayHoldStates(text));
  if (!mayHold) return NOTHING;
  const reading = await parse(text, file, service, core, pace, token);
  if (!reading) return NOTHING;
  return pace.do(() =>
    boundary.run('check', NOTHING, () => {
      const document = TextDocument.create(String(uri), file.languageId, 0, text);
      const positionAt = (offset: number) => {
        const { line, character } = document.positionAt(offset);
        return new vscode.Position(line, character);
      };
      return service.diagnose(reading).map((problem) => placeIn({ uri, positionAt }, problem));
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

/** Parses a text at once, or a long one in slices until it is cancelled. */
async function parse(
  text: string,
  { languageId }: Scope,
  service: LanguageService,
  { boundary }: Core,
  pace: Pace,
  token: vscode.CancellationToken,
): Promise<ParsedDocument | undefined> {
  if (text.length <= LONG_TEXT) {
    return pace.do(() => service.parse(text, languageId));
  }
  const document = service.open(text, languageId);
  while (document && !token.isCancellationRequested) {
    const parsed = await pace.do(() =>
      boundary.run('check', null, () => document.advance(pace.timer())),
    );
    if (parsed !== undefined) return parsed ?? undefined;
  }
  return undefined;
}

import { bundledLanguage } from '../candidates/ours';
import { workspaceFiles } from './files';
import type { WorkspaceOutcome } from './outcome';

/**
 * Checks the texts of a workspace one after the other, as the command does but for reading files.
 * Throws where it does not find exactly the files that have planted faults.
 */
export function checkByFloor(): WorkspaceOutcome {
  const language = bundledLanguage();
  const files = [...workspaceFiles()];
  const found: boolean[] = [];
  const start = performance.now();
  for (const { input } of files) {
    const { text, syntax } = input;
    found.push(language.mayHoldStates(text) && language.diagnose(text, syntax).length > 0);
  }
  const milliseconds = performance.now() - start;
  let bytes = 0;
  for (const [index, { path, input }] of files.entries()) {
    bytes += input.text.length;
    if (found[index] !== hasFault(input)) throw new Error(`${path} is not judged as planted`);
  }
  return {
    by: 'language floor',
    files: files.length,
    megabytes: bytes / 1e6,
    faulty: found.filter(Boolean).length,
    milliseconds,
  };
}

/** Whether a fault was planted in the text. */
export function hasFault({ places }: { places: readonly { faulty: boolean }[] }): boolean {
  return places.some(({ faulty }) => faulty);
}

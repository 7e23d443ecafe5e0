import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Region } from './report';

/** Longest piece of a line that is handed on; some files are one line of megabytes. */
const LONGEST_EXCERPT = 120;

/** The places that a range of offsets begins and ends at. */
export function regionOf(
  document: TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Region {
  const placeOf = (offset: number) => {
    const { line, character } = document.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  return { start: placeOf(start), end: placeOf(end) };
}

/** The line around an offset without its break; of a long line, what is around the offset. */
export function excerptAt(document: TextDocument, offset: number): { text: string; from: number } {
  const { line } = document.positionAt(offset);
  const start = document.offsetAt({ line, character: 0 });
  const end = document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  if (end - start <= LONGEST_EXCERPT) {
    return { text: document.getText().slice(start, end), from: 1 };
  }
  const from = Math.max(start, Math.min(offset - LONGEST_EXCERPT / 2, end - LONGEST_EXCERPT));
  return { text: document.getText().slice(from, from + LONGEST_EXCERPT), from: from - start + 1 };
}

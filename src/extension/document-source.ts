import * as vscode from 'vscode';
import type { TextSource } from '../language';

/**
 * The text of a document as it is now, of which parts can be had without putting all of it together.
 * Offsets are UTF-16 code units.
 */
export function sourceOf(document: vscode.TextDocument): TextSource {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const length = document.offsetAt(end);
  const hasLongBreaks = document.eol === vscode.EndOfLine.CRLF;
  return {
    length,
    read(from, to) {
      if (from <= 0 && to >= length) return document.getText();
      const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
      // Within a line break of two characters there is no position, so what is read of whole lines is cut.
      return hasLongBreaks ? cut(document, range, from, to) : document.getText(range);
    },
  };
}

function cut(
  document: vscode.TextDocument,
  { start, end }: vscode.Range,
  from: number,
  to: number,
): string {
  const lines = new vscode.Range(start.line, 0, end.line + 1, 0);
  const base = document.offsetAt(lines.start);
  return document.getText(lines).slice(from - base, to - base);
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorDocument, KeyPress } from '../measure/editor-document';

/** No version is used twice: the services keep what they know by name and version. */
let version = 0;

/** The copy of a document that a language server keeps, made when the document is opened. */
export function openInServer(document: EditorDocument, syntax: string): TextDocument {
  return TextDocument.create(`file:///bench.${syntax}`, syntax, ++version, document.getText());
}

/** The copy after an edit, brought up to date as the protocol has it: by the change alone. */
export function updateInServer(copy: TextDocument, press: KeyPress): TextDocument {
  const { offset, removed, inserted } = press;
  const range = { start: copy.positionAt(offset), end: copy.positionAt(offset + removed) };
  return TextDocument.update(copy, [{ range, text: inserted }], ++version);
}

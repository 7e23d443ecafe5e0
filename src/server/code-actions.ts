import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedDocument, TextEdit } from '../language';
import type { Client } from './client';
import type { DocumentSettings } from './settings';

/** Applies, on request or on save, the fixes that have one right answer. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.ecsStates`;

/** Writes what follows from the fields that are there. */
const INSERT = `${CodeActionKind.RefactorRewrite}.ecsStates`;

/** The kinds that are offered, so that editors ask for no others. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, INSERT, FIX_ALL];

/** Fixes for what the range touches, fields that can be inserted there, or all safe fixes. */
export function codeActionsOf(
  document: TextDocument,
  reading: ParsedDocument,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  { service, isExcluded, t }: DocumentSettings,
  client: Client,
): CodeAction[] {
  const { only, diagnostics } = context;
  const isAsked = (kind: string) => only?.some((asked) => isWithin(kind, asked));
  if (isExcluded) return [];
  const toEdit = (edits: readonly TextEdit[]) => workspaceEdit(document, edits, client);
  const actions: CodeAction[] = [];
  const where = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  if (isAsked(CodeActionKind.QuickFix) ?? true) {
    for (const fix of service.fixes(reading, where)) {
      // A server cannot write the editor's settings, so fixes that would are left out.
      if (fix.edits.length === 0) continue;
      const start = document.positionAt(fix.range.start);
      const fixed = diagnostics.filter(
        (diagnostic) =>
          diagnostic.code === fix.code &&
          diagnostic.range.start.line === start.line &&
          diagnostic.range.start.character === start.character,
      );
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        ...(fixed.length > 0 && { diagnostics: fixed }),
        isPreferred: fix.preferred,
        edit: toEdit(fix.edits),
      });
    }
  }
  if (isAsked(INSERT) ?? true) {
    for (const { title, edit } of service.insertions(reading, where.start)) {
      actions.push({ title, kind: INSERT, edit: toEdit([edit]) });
    }
  }
  if (isAsked(FIX_ALL)) {
    const edits = service.fixAll(reading);
    const title = t('Fix all ECS state problems that have one right answer');
    if (edits.length > 0) actions.push({ title, kind: FIX_ALL, edit: toEdit(edits) });
  }
  return actions;
}

function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

/** Named by version where the client can, so that it is not applied to another text. */
function workspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  { versionedEdits }: Client,
): WorkspaceEdit {
  const { uri, version } = document;
  const changes = edits.map(({ start, end, newText }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText,
  }));
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

import * as vscode from 'vscode';
import type { Insertion, TextEdit } from '../language';
import type { Core } from './core';
import { suppressCommand, switchDialectCommand } from './setting-commands';
import type { Translations } from './translations';

/** Applies, on request or on save, the fixes that have one right answer. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('ecsStates');

/** Writes what follows from the fields that are there. */
const INSERT = vscode.CodeActionKind.RefactorRewrite.append('ecsStates');

/** The kinds that are offered, so that the editor asks for no others. */
export const CODE_ACTION_METADATA: vscode.CodeActionProviderMetadata = {
  providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, INSERT, FIX_ALL],
};

/** Offers fixes for diagnostics. */
export class CodeActionProvider implements vscode.CodeActionProvider {
  constructor(
    private readonly core: () => Promise<Core>,
    private readonly translations: Translations,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const wantsFixAll = only?.intersects(FIX_ALL) === true;
    const wantsFixes = !only || only.contains(vscode.CodeActionKind.QuickFix);
    const wantsInsertions = !only || only.intersects(INSERT);
    if (!wantsFixAll && !wantsFixes && !wantsInsertions) return [];
    const { readings, boundary, settings } = await this.core();
    if (token.isCancellationRequested) return [];
    return boundary.run('code actions', [], async () => {
      const reading = await readings.of(document, token);
      if (!reading || settings.isExcluded(document)) return [];
      const service = settings.serviceFor(document);
      if (wantsFixAll) {
        const edits = service.fixAll(reading);
        const t = this.translations.translate;
        const title = t('Fix all ECS state problems that have one right answer');
        return edits.length > 0 ? [fixAllAction(document, title, edits)] : [];
      }
      const where = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const insertions = wantsInsertions ? service.insertions(reading, where.start) : [];
      const fixes = wantsFixes ? service.fixes(reading, where) : [];
      const fixActions = fixes.map((fix) => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        if (fix.edits.length > 0) action.edit = toWorkspaceEdit(document, fix.edits);
        action.isPreferred = fix.preferred;
        if (fix.dialect) action.command = switchDialectCommand(document.uri, fix.dialect);
        if (fix.suppressesInSettings) action.command = suppressCommand(document.uri, fix.code);
        // What the editor holds may be of an older text, so only what still stands there is named.
        action.diagnostics = diagnostics.filter(
          (diagnostic) =>
            codeOf(diagnostic) === fix.code && startsAt(document, diagnostic, fix.range),
        );
        return action;
      });
      return [...fixActions, ...insertions.map((insertion) => insertAction(document, insertion))];
    });
  }
}

function insertAction(
  document: vscode.TextDocument,
  { title, edit }: Insertion,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, INSERT);
  action.edit = toWorkspaceEdit(document, [edit]);
  return action;
}

function fixAllAction(
  document: vscode.TextDocument,
  title: string,
  edits: readonly TextEdit[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, FIX_ALL);
  action.edit = toWorkspaceEdit(document, edits);
  return action;
}

function toWorkspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ start, end, newText }) =>
      vscode.TextEdit.replace(
        new vscode.Range(document.positionAt(start), document.positionAt(end)),
        newText,
      ),
    ),
  );
  return edit;
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

function startsAt(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  range: { readonly start: number },
): boolean {
  return diagnostic.range.start.isEqual(document.positionAt(range.start));
}

import * as vscode from 'vscode';
import type { Diagnostic } from '../language';
import { ruleUri } from './rule-documentation';

const SEVERITY: Readonly<Record<Diagnostic['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A diagnostic with the places that the editor has for its offsets. */
export interface Placed extends Pick<Diagnostic, 'code' | 'severity' | 'message'> {
  readonly range: vscode.Range;
  readonly related: readonly vscode.DiagnosticRelatedInformation[];
}

/** The severity as the editor has it, which is lower the louder it is. */
export function toEditorSeverity(severity: Diagnostic['severity']): vscode.DiagnosticSeverity {
  return SEVERITY[severity];
}

/** Finds the places of a diagnostic in the text that it is of. */
export function placeIn(
  document: Pick<vscode.TextDocument, 'uri' | 'positionAt'>,
  { code, severity, message, related, ...range }: Diagnostic,
): Placed {
  const rangeOf = ({ start, end }: { start: number; end: number }) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  return {
    code,
    severity,
    message,
    range: rangeOf(range),
    related: related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, rangeOf(place)),
          place.message,
        ),
    ),
  };
}

/** A diagnostic as the editor has it. */
export function toEditor({ code, severity, message, range, related }: Placed): vscode.Diagnostic {
  const shown = new vscode.Diagnostic(range, message, SEVERITY[severity]);
  if (code === 'unused-suppression') shown.tags = [vscode.DiagnosticTag.Unnecessary];
  shown.source = 'ecs-states';
  shown.code = { value: code, target: ruleUri(code) };
  shown.relatedInformation = [...related];
  return shown;
}

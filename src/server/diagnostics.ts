import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic as Found } from '../language';
import type { Client } from './client';

const SEVERITY: Readonly<Record<Found['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What was found in a document, as far as the client can show it. */
export function toDiagnostics(
  document: TextDocument,
  found: readonly Found[],
  client: Client,
): Diagnostic[] {
  const rangeOf = ({ start, end }: { start: number; end: number }) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  return found.map((found): Diagnostic => {
    const isUnnecessary = client.showsUnnecessary && found.code === 'unused-suppression';
    const isRelated = client.showsRelated && found.related.length > 0;
    return {
      range: rangeOf(found),
      message: found.message,
      severity: SEVERITY[found.severity],
      code: found.code,
      source: 'ecs-states',
      ...(isUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
      ...(isRelated && {
        relatedInformation: found.related.map((place) => ({
          location: { uri: document.uri, range: rangeOf(place) },
          message: place.message,
        })),
      }),
    };
  });
}

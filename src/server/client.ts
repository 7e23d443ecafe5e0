import type { InitializeParams } from 'vscode-languageserver/node';
import { type Locale, localeOf } from '../node/translations';

/** What the client can do, as far as answers depend on it. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelated: boolean;
  readonly showsUnnecessary: boolean;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  /** Whether it takes how the further lines of a text are indented. */
  readonly setsIndentation: boolean;
  readonly versionedEdits: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly tellsFolders: boolean;
  readonly locale: Locale;
}

/** Reads what the client says of itself. */
export function clientOf({ capabilities, locale }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const item = textDocument?.completion?.completionItem;
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelated:
      (textDocument?.diagnostic?.relatedInformation ?? diagnostics?.relatedInformation) === true,
    showsUnnecessary: (textDocument?.diagnostic?.tagSupport ?? diagnostics?.tagSupport) != null,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionMarkdown: item?.documentationFormat?.includes('markdown') === true,
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    setsIndentation: item?.insertTextModeSupport != null,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    locale: localeOf(locale ?? ''),
  };
}

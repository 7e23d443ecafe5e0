import {
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedDocument } from '../language';
import { packageVersion } from '../node/version';
import { Boundary } from './boundary';
import { type Client, clientOf } from './client';
import { CODE_ACTION_KINDS, codeActionsOf } from './code-actions';
import { completionsOf, TRIGGER_CHARACTERS } from './completion';
import { diagnosticsOf } from './diagnostics';
import { hoverOf } from './hover';
import { Publisher } from './publisher';
import { Readings } from './readings';
import { type DocumentSettings, SECTION, SettingsReader } from './settings';

/** What a feature is given to answer from. */
interface Question extends DocumentSettings {
  readonly document: TextDocument;
  readonly reading: ParsedDocument;
  readonly client: Client;
}

/** Answers a client over the connection, once it has said what it can do. */
export function startServer(connection: Connection): void {
  const refuse = () => new ResponseError<void>(ErrorCodes.ServerNotInitialized, 'not initialized');
  const refusing = [connection.onRequest(refuse), connection.onShutdown(refuse)];
  connection.onInitialize((params): InitializeResult => {
    for (const refusal of refusing.splice(0)) refusal.dispose();
    const client = clientOf(params);
    serve(connection, params, client);
    return resultFor(client);
  });
  connection.listen();
}

function resultFor({ pullsDiagnostics }: Client): InitializeResult {
  return {
    serverInfo: { name: 'ecs-states', version: packageVersion() },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS] },
      codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
      ...(pullsDiagnostics && {
        diagnosticProvider: {
          identifier: 'ecs-states',
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** Hears and answers what may come after the handshake, from the language floor. */
function serve(connection: Connection, params: InitializeParams, client: Client): void {
  const documents = new TextDocuments(TextDocument);
  const readings = new Readings();
  const boundary = new Boundary(connection.console);
  let folders = foldersOf(params);
  /** What the client has told without being asked. */
  let told: unknown = params.initializationOptions;
  const settings = new SettingsReader({
    ask: async (uri) => {
      const asked = client.hasConfiguration
        ? await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION })
        : undefined;
      return asked ?? sectionOf(told);
    },
    folders: () => folders,
    locale: client.locale,
    warn: (message) => connection.console.warn(message),
  });

  const publisher = new Publisher(async (document) => {
    const { version, uri } = document;
    const chosen = await settings.for(uri);
    // What has changed since is judged on its own, and what is closed has no problems.
    if (documents.get(uri) !== document || document.version !== version) return;
    const diagnostics = judge(document, chosen);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  });

  function judge(document: TextDocument, { settings: chosen, isExcluded }: DocumentSettings) {
    return boundary.run('diagnostics', [], () => {
      const reading = isExcluded ? undefined : readings.of(document, chosen);
      return reading ? diagnosticsOf(document, reading, chosen, client) : [];
    });
  }

  function judgeAll(): void {
    if (!client.pullsDiagnostics)
      for (const document of documents.all()) publisher.schedule(document);
    else if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  }

  /** Answers about a document as it is when the answer is given; not at all where nobody waits any more. */
  async function answer<T>(
    name: string,
    uri: string,
    token: CancellationToken,
    fallback: T,
    action: (question: Question) => T,
  ): Promise<T | ResponseError<never>> {
    const chosen = await settings.for(uri);
    // Whatever has arrived by now is heard first: a change, or that the answer is not wanted.
    await new Promise(setImmediate);
    if (token.isCancellationRequested) {
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
    return boundary.run(name, fallback, () => {
      const document = documents.get(uri);
      const reading = document && readings.of(document, chosen.settings);
      return reading ? action({ document, reading, client, ...chosen }) : fallback;
    });
  }

  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: SECTION,
      });
    }
    if (client.tellsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => uri);
        folders = [...folders.filter((uri) => !gone.includes(uri)), ...added.map(({ uri }) => uri)];
        settings.forget();
        judgeAll();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings: changed }) => {
    // Clients that are asked send nothing along.
    told = changed ?? told;
    settings.forget();
    judgeAll();
  });

  connection.languages.diagnostics.on(({ textDocument: { uri } }, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer('diagnostics', uri, token, empty, ({ document, ...chosen }) => {
      return { ...empty, items: judge(document, chosen) };
    });
  });

  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', textDocument.uri, token, null, (asked) =>
      hoverOf(asked.document, asked.reading, position, asked.settings, asked.client),
    ),
  );

  connection.onCompletion(({ textDocument, ...params }, token) =>
    answer<CompletionItem[] | CompletionList>('completion', textDocument.uri, token, [], (asked) =>
      completionsOf(asked.document, asked.reading, params, asked.settings, asked.client),
    ),
  );

  connection.onCodeAction(({ textDocument, ...params }, token) =>
    answer('code actions', textDocument.uri, token, [], (asked) =>
      codeActionsOf(asked.document, asked.reading, params, asked, asked.client),
    ),
  );

  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) publisher.schedule(document);
  });

  documents.onDidClose(({ document: { uri } }) => {
    publisher.forget(uri);
    settings.forget(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  documents.listen(connection);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** Some clients send the section, others an object that has it. */
function sectionOf(told: unknown): unknown {
  return (told as Record<string, unknown> | null | undefined)?.[SECTION] ?? told;
}

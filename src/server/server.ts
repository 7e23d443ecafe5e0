import {
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type Connection,
  type Diagnostic,
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
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedDocument } from '../language';
import { packageVersion } from '../node/version';
import { Boundary } from '../shared/boundary';
import { SECTION } from '../shared/configured-services';
import { type Client, clientOf } from './client';
import { CODE_ACTION_KINDS, codeActionsOf } from './code-actions';
import { completionsOf, TRIGGER_CHARACTERS } from './completion';
import { Debounce } from './debounce';
import { toDiagnostics } from './diagnostics';
import { ServerDocument } from './document';
import { hoverOf } from './hover';
import { type DocumentSettings, SettingsReader } from './settings';

/** Pause after the last change before a document is checked again, in milliseconds. */
const PAUSE = 100;
/** Pause after which a text that is broken is parsed as a whole, in milliseconds. */
const IDLE = 1500;

/** What a feature is given to answer from. */
interface Question extends DocumentSettings {
  readonly document: TextDocument;
  readonly parsed: ParsedDocument;
  readonly client: Client;
}

/** What is wrong in a document, and a name for it where it has one. */
interface Report {
  readonly items: Diagnostic[];
  readonly resultId?: string;
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
  const documents = new TextDocuments(ServerDocument);
  const boundary = new Boundary(connection.console);
  let folders = foldersOf(params);
  /** What the client has sent without being asked. */
  let sent: unknown = params.initializationOptions;
  const settings = new SettingsReader({
    ask: async (uri) => {
      const asked = client.hasConfiguration
        ? await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION })
        : undefined;
      return asked ?? sectionOf(sent);
    },
    folders: () => folders,
    locale: client.locale,
    warn: (message) => connection.console.warn(message),
  });

  const publisher = new Debounce(PAUSE, (document) => void publish(document));
  const reparser = new Debounce(IDLE, (document) => {
    document.refresh();
    checkAgain([document]);
  });

  async function publish(document: ServerDocument): Promise<void> {
    const { uri, version } = document;
    // What has changed since is checked on its own, and what is closed has no problems.
    const isOutdated = () => documents.get(uri) !== document || document.version !== version;
    const chosen = await settings.for(uri);
    const report = await check(document, chosen, isOutdated);
    if (!report || isOutdated()) return;
    void connection.sendDiagnostics({ uri, version, diagnostics: report.items });
    if (document.needsFullReparse) reparser.schedule(document);
  }

  /** What is wrong in the newest version of a document, and a name for it; undefined where nobody waits. */
  function check(
    document: ServerDocument,
    { service, isExcluded }: DocumentSettings,
    isOutdated: () => boolean,
  ): Promise<Report | undefined> {
    return boundary.run<Report | undefined>('diagnostics', { items: [] }, async () => {
      if (isExcluded) return { items: [] };
      const found = await document.diagnose(service, isOutdated);
      if (!found) return undefined;
      const items = toDiagnostics(document.positions, found.diagnostics, client);
      return { items, resultId: found.id };
    });
  }

  function checkAgain(changed: readonly ServerDocument[]): void {
    if (!client.pullsDiagnostics) for (const document of changed) publisher.schedule(document);
    else if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  }

  const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');

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
    const given = await boundary.run(name, fallback, async () => {
      const document = documents.get(uri);
      const isOutdated = () => token.isCancellationRequested || documents.get(uri) !== document;
      const parsed = await document?.parse(chosen.service, isOutdated);
      if (!document || !parsed) return fallback;
      return action({ document: document.positions, parsed, client, ...chosen });
    });
    return token.isCancellationRequested ? cancelled() : given;
  }

  /** Answers what is wrong in a document; only that it is the same where the client has that already. */
  async function answerDiagnostics(
    uri: string,
    known: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | ResponseError<never>> {
    const chosen = await settings.for(uri);
    await new Promise(setImmediate);
    const document = documents.get(uri);
    const isOutdated = () => token.isCancellationRequested || documents.get(uri) !== document;
    let report = document && (await check(document, chosen, isOutdated));
    if (document?.needsFullReparse && client.refreshesDiagnostics) reparser.schedule(document);
    else if (document?.needsFullReparse) {
      // Nothing would make this client ask again.
      document.refresh();
      report = await check(document, chosen, isOutdated);
    }
    if (token.isCancellationRequested) return cancelled();
    const { items, resultId } = report ?? { items: [] };
    return resultId !== undefined && resultId === known
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, items, ...(resultId && { resultId }) };
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
        checkAgain(documents.all());
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings: changed }) => {
    // Clients that are asked send nothing along.
    sent = changed ?? sent;
    settings.forget();
    checkAgain(documents.all());
  });

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answerDiagnostics(uri, previousResultId, token),
  );

  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', textDocument.uri, token, null, (asked) =>
      hoverOf(asked.document, asked.parsed, position, asked.service, asked.client),
    ),
  );

  connection.onCompletion(({ textDocument, ...params }, token) =>
    answer<CompletionItem[] | CompletionList>('completion', textDocument.uri, token, [], (asked) =>
      completionsOf(asked.document, asked.parsed, params, asked.service, asked.client),
    ),
  );

  connection.onCodeAction(({ textDocument, ...params }, token) =>
    answer('code actions', textDocument.uri, token, [], (asked) =>
      codeActionsOf(asked.document, asked.parsed, params, asked, asked.client),
    ),
  );

  documents.onDidChangeContent(({ document }) => {
    reparser.cancel(document.uri);
    if (!client.pullsDiagnostics) publisher.schedule(document);
  });

  documents.onDidClose(({ document: { uri } }) => {
    publisher.cancel(uri);
    reparser.cancel(uri);
    settings.forget(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  documents.listen(connection);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** Some clients send the section, others an object that has it. */
function sectionOf(sent: unknown): unknown {
  return (sent as Record<string, unknown> | null | undefined)?.[SECTION] ?? sent;
}

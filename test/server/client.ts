import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/server/main.mjs');

/** How long something may take that the server sends by itself. */
const PATIENCE = 120_000;

/** What a client can do that can do everything. */
export const ABLE: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        labelDetailsSupport: true,
      },
    },
    codeAction: { isPreferredSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

interface StartOptions extends Partial<InitializeParams> {
  /** The section `ecsStates` of the client's settings. */
  readonly settings?: unknown;
}

/** A server that knows nothing of its client yet. */
interface Connected {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
}

/** Starts a server, and says nothing to it. */
export function connect(): Connected {
  const child = spawn(process.execPath, [PROGRAM, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { process: child, connection };
}

/** A client that speaks with a server of its own over standard input and output. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly registered: string[] = [];
  settings: unknown;

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess,
    readonly result: InitializeResult,
  ) {}

  /** Starts a server and shakes hands with it. */
  static async start(options: StartOptions = {}): Promise<Client> {
    return Client.shakeHands(connect(), options);
  }

  /** Shakes hands with a server that waits for it. */
  static async shakeHands(
    { process: child, connection }: Connected,
    options: StartOptions = {},
  ): Promise<Client> {
    const { settings, ...params } = options;
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: ABLE,
      ...params,
    });
    const client = new Client(connection, child, result);
    client.settings = settings;
    connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      client.published.push(published);
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      client.log.push(message);
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(() => client.settings),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      client.registered.push(...registrations.map(({ method }) => method));
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** Opens a document; its name tells the language where none is given. */
  async open(uri: string, text: string, languageId: string, version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  /** What was last published for the document, once it is there. */
  async diagnostics(uri: string, after = 0): Promise<readonly Diagnostic[]> {
    const isOfDocument = (published: PublishDiagnosticsParams) => published.uri === uri;
    return (await this.#waitForPublished(isOfDocument, uri, after)).diagnostics;
  }

  /** What was published for a version, once it is there. */
  async publishedOf(version: number): Promise<PublishDiagnosticsParams> {
    return this.#waitForPublished((published) => published.version === version, `${version}`);
  }

  async #waitForPublished(
    condition: (published: PublishDiagnosticsParams) => boolean,
    what: string,
    after = 0,
  ): Promise<PublishDiagnosticsParams> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const found = this.published.slice(after).findLast(condition);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`nothing was published for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Asks for code actions on a stretch of the first line. */
  async codeActions(uri: string, from: number, to: number, only?: string[]): Promise<CodeAction[]> {
    const diagnostics = this.published.findLast((published) => published.uri === uri)?.diagnostics;
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
      context: { diagnostics: diagnostics ?? [], ...(only && { only }) },
    });
  }

  /** Asks about a place on the first line. */
  async ask<T>(method: string, uri: string, character: number): Promise<T> {
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line: 0, character },
    });
  }

  /** Ends the server as an editor does, and gives the code it ends with. */
  async stop(): Promise<number | null> {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await ended;
    this.connection.dispose();
    return code;
  }
}

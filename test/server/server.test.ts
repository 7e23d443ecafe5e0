import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import type {
  CodeAction,
  CompletionItem,
  DocumentDiagnosticReport,
  Hover,
  MarkupContent,
  Position,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ABLE, Client, connect } from './client';

const FOLDER = 'file:///project';
const URI = `${FOLDER}/mocks/a.json`;
const MISMATCH = '{ "vm_state": "stopped", "task_state": null, "status": "ACTIVE" }';
const IMPOSSIBLE = '{ "vm_state": "stopped", "task_state": "rebooting" }';
const CLEAN = '{ "vm_state": "active", "task_state": null, "status": "ACTIVE" }';

const clients: Client[] = [];

async function start(...args: Parameters<typeof Client.start>): Promise<Client> {
  const client = await Client.start(...args);
  clients.push(client);
  return client;
}

async function opened(text: string, ...args: Parameters<typeof Client.start>): Promise<Client> {
  const client = await start(...args);
  await client.open(URI, text, 'json');
  return client;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

/** A change of a document's text between two places. */
function change(version: number, start: Position, end: Position, text: string) {
  return {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start, end }, text }],
  };
}

const at = (character: number): Position => ({ line: 0, character });

describe('diagnostics that are pushed', () => {
  it('tell what is wrong, where, and how it is known', async () => {
    const client = await opened(MISMATCH);
    const [only, ...others] = await client.diagnostics(URI);
    assert.deepEqual(others, []);
    assert.deepEqual(only, {
      range: { start: at(56), end: at(62) },
      message:
        "status should be 'SHUTOFF', not 'ACTIVE': vm_state is 'stopped', task_state is null.",
      severity: 2,
      code: 'status-mismatch',
      source: 'ecs-states',
      relatedInformation: [
        {
          location: { uri: URI, range: { start: at(15), end: at(22) } },
          message: "vm_state is 'stopped' here.",
        },
        {
          location: { uri: URI, range: { start: at(39), end: at(43) } },
          message: 'task_state is null here.',
        },
      ],
    });
    assert.equal(client.published[0]?.version, 1);
  });

  it('leave out what the client does not show', async () => {
    const client = await opened(MISMATCH, { capabilities: {} });
    assert.ok(!('relatedInformation' in ((await client.diagnostics(URI))[0] ?? {})));
  });

  it('follow each change, and are never those of an older text', async () => {
    const client = await opened(CLEAN);
    const text = TextDocument.create(URI, 'json', 1, CLEAN);
    const typed = 'ERROR';
    for (const [index, letter] of [...typed].entries()) {
      const start = at(55 + index);
      const end = index === 0 ? at(61) : start;
      const params = change(index + 2, start, end, letter);
      TextDocument.update(text, params.contentChanges, index + 2);
      await client.connection.sendNotification('textDocument/didChange', params);
    }
    assert.match(text.getText(), /"ERROR"/);
    const last = await client.publishedOf(typed.length + 1);
    assert.deepEqual(
      last.diagnostics.map(({ code }) => code),
      ['status-mismatch'],
    );
    for (const { version, diagnostics } of client.published) {
      assert.ok(version === 1 ? diagnostics.length === 0 : version === typed.length + 1);
    }
  });

  it('go when the document is closed', async () => {
    const client = await opened(MISMATCH);
    await client.diagnostics(URI);
    const count = client.published.length;
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(await client.diagnostics(URI, count), []);
  });

  for (const [title, uri, languageId, text] of [
    ['a language of the editor', `${FOLDER}/x`, 'yaml', 'vm_state: stopped\ntask_state: rebooting'],
    [
      'a name of the file',
      `${FOLDER}/x.tsx`,
      'tsx',
      "const s = { vm_state: 'stopped', task_state: 'rebooting' };",
    ],
    ['a document that has no file', 'untitled:Untitled-1', 'json', IMPOSSIBLE],
  ] as const) {
    it(`know the language by ${title}`, async () => {
      const client = await start();
      await client.open(uri, text, languageId);
      const codes = (await client.diagnostics(uri)).map(({ code }) => code);
      assert.deepEqual(codes, ['impossible-pair']);
    });
  }
});

describe('diagnostics that are pulled', () => {
  const capabilities = {
    ...ABLE,
    textDocument: { ...ABLE.textDocument, diagnostic: { relatedInformation: true } },
  };

  it('are given when asked for, and not pushed', async () => {
    const client = await opened(MISMATCH, { capabilities });
    assert.equal(client.result.capabilities.diagnosticProvider !== undefined, true);
    const report: DocumentDiagnosticReport = await client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: URI } },
    );
    assert.equal(report.kind, 'full');
    assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), [
      'status-mismatch',
    ]);
    // What is pushed for one document comes before the answer about another that is opened later.
    const textDocument = { uri: `${FOLDER}/later.json` };
    await client.open(textDocument.uri, MISMATCH, 'json');
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument });
    assert.deepEqual(client.published, []);
  });

  it('are asked for again when settings change', async () => {
    const client = await opened(MISMATCH, {
      capabilities: {
        ...capabilities,
        workspace: { ...ABLE.workspace, diagnostics: { refreshSupport: true } },
      },
    });
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/diagnostic/refresh', () => resolve());
    });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    await refreshed;
  });
});

describe('hover', () => {
  it('explains in Markdown', async () => {
    const client = await opened(IMPOSSIBLE);
    const hover = await client.ask<Hover>('hover', URI, 17);
    assert.deepEqual(hover.range, { start: at(14), end: at(23) });
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^`stopped`/);
  });

  it('explains in plain text where the client asks for it', async () => {
    const client = await opened(MISMATCH, { capabilities: {} });
    const rows = `${FOLDER}/rows.json`;
    await client.open(rows, '{ "vm_state": "stopped" }', 'json');
    const contents = async (uri: string) =>
      (await client.ask<Hover>('hover', uri, 17)).contents as MarkupContent;
    const { kind, value: verdict } = await contents(URI);
    assert.equal(kind, 'plaintext');
    assert.match(verdict, /^stopped — vm_state\n/);
    assert.match(verdict, /^⚠ status should be SHUTOFF\.$/m);
    const { value } = await contents(rows);
    assert.match(value, /^- SHUTOFF: null, powering-on, deleting$/m);
    assert.doesNotMatch(verdict + value, /\*\*|^\||^> |\]\(/m);
  });

  it('says nothing where there is nothing to say', async () => {
    const client = await opened('{ "name": "a" }');
    assert.equal(await client.ask('hover', URI, 4), null);
    assert.equal(await client.ask('hover', `${FOLDER}/never-opened.json`, 4), null);
  });
});

describe('completion', () => {
  const complete = (client: Client, character: number) =>
    client.ask<CompletionItem[]>('completion', URI, character);

  it('proposes first what fits, and tells what does not', async () => {
    const client = await opened('{ "vm_state": "stopped", "task_state": "" }');
    const items = (await complete(client, 40)).sort((a, b) =>
      (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1,
    );
    assert.equal(items[0]?.label, 'null');
    assert.equal(items[0]?.detail, 'SHUTOFF');
    const contradicting = items.find(({ label }) => label === 'rebooting');
    assert.equal(contradicting?.labelDetails?.description, 'contradicts vm_state stopped');
  });

  it('gives edits that lead to a right text, quotes and all', async () => {
    const text = '{ "vm_state": "stopped", "task_state": "" }';
    const client = await opened(text);
    for (const [label, expected] of [
      ['null', '{ "vm_state": "stopped", "task_state": null }'],
      ['powering-on', '{ "vm_state": "stopped", "task_state": "powering-on" }'],
    ]) {
      const item = (await complete(client, 40)).find((found) => found.label === label);
      const edits = [item?.textEdit, ...(item?.additionalTextEdits ?? [])];
      const document = TextDocument.create(URI, 'json', 1, text);
      assert.equal(TextDocument.applyEdits(document, edits as never), expected);
    }
  });

  it('proposes keys, with the cursor where the value goes', async () => {
    const client = await opened('{ "vm_state": "stopped", "" }');
    const items = await complete(client, 26);
    const key = items.find(({ label }) => label === 'task_state');
    assert.equal(key?.insertTextFormat, 1);
    assert.equal(key?.textEdit?.newText, '"task_state": ');
  });

  it('tells a client without details beside the label in the detail', async () => {
    const client = await opened('{ "vm_state": "stopped", "task_state": "" }', {
      capabilities: {},
    });
    const item = (await complete(client, 40)).find(({ label }) => label === 'rebooting');
    assert.equal(item?.detail, 'contradicts vm_state stopped');
    assert.equal(item?.labelDetails, undefined);
  });
});

describe('code actions', () => {
  const kinds = (actions: readonly CodeAction[]) => [...new Set(actions.map(({ kind }) => kind))];

  it('mend a diagnostic, in the version that was looked at', async () => {
    const client = await opened(MISMATCH);
    await client.diagnostics(URI);
    const [first] = await client.codeActions(URI, 58, 58);
    assert.equal(first?.title, "Change status to 'SHUTOFF'");
    assert.equal(first?.isPreferred, true);
    assert.equal(first?.diagnostics?.[0]?.code, 'status-mismatch');
    assert.deepEqual(first?.edit?.documentChanges, [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [{ range: { start: at(56), end: at(62) }, newText: 'SHUTOFF' }],
      },
    ]);
  });

  it('change without a version where the client has none', async () => {
    const client = await opened(MISMATCH, { capabilities: {} });
    const [first] = await client.codeActions(URI, 58, 58);
    assert.deepEqual(Object.keys(first?.edit?.changes ?? {}), [URI]);
  });

  it('all do something', async () => {
    const client = await opened(IMPOSSIBLE);
    const actions = await client.codeActions(URI, 0, IMPOSSIBLE.length);
    assert.ok(actions.length > 1);
    for (const { edit, title } of actions) assert.ok(edit, title);
  });

  it('insert what follows', async () => {
    const client = await opened('{ "vm_state": "deleted", "status": "DELETED" }');
    const actions = await client.codeActions(URI, 3, 3);
    assert.deepEqual(kinds(actions), ['refactor.rewrite.ecsStates']);
    assert.equal(actions[0]?.title, 'Insert task_state null');
  });

  for (const [only, expected] of [
    [['source.fixAll.ecsStates'], ['source.fixAll.ecsStates']],
    [['source.fixAll'], ['source.fixAll.ecsStates']],
    [['source'], ['source.fixAll.ecsStates']],
    [['quickfix'], ['quickfix']],
    [['refactor'], []],
    [['source.organizeImports'], []],
    [undefined, ['quickfix']],
  ] as const) {
    it(`of kind ${only ?? 'any'}: ${expected.join(', ') || 'none'}`, async () => {
      const client = await opened(MISMATCH);
      const actions = await client.codeActions(URI, 58, 58, only && [...only]);
      assert.deepEqual(kinds(actions), expected);
    });
  }
});

describe('settings', () => {
  it('take effect when they change', async () => {
    const client = await opened(MISMATCH);
    assert.equal((await client.diagnostics(URI))[0]?.severity, 2);
    assert.deepEqual(client.registered, ['workspace/didChangeConfiguration']);
    client.settings = { severity: { 'status-mismatch': 'error' } };
    const count = client.published.length;
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    assert.equal((await client.diagnostics(URI, count))[0]?.severity, 1);
  });

  for (const [title, settings] of [
    ['a rule that is off', { 'severity.status-mismatch': 'off' }],
    [
      'a rule that is silent in files',
      { suppress: [{ files: 'mocks/*', codes: ['status-mismatch'] }] },
    ],
    ['files that are excluded', { exclude: ['mocks/**'] }],
    ['additional rows', { additionalRows: [{ vm_state: 'stopped', status: 'ACTIVE' }] }],
  ] as const) {
    it(`silence by ${title}`, async () => {
      const workspaceFolders = [
        { uri: 'file:///pro', name: 'another' },
        { uri: FOLDER, name: 'project' },
      ];
      const client = await opened(MISMATCH, { settings, workspaceFolders });
      assert.deepEqual(await client.diagnostics(URI), []);
    });
  }

  it('come with the start, or with a change, where the client cannot be asked', async () => {
    const client = await opened(MISMATCH, {
      capabilities: {},
      initializationOptions: { severity: { 'status-mismatch': 'hint' } },
    });
    assert.equal((await client.diagnostics(URI))[0]?.severity, 4);
    const count = client.published.length;
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { ecsStates: { severity: { 'status-mismatch': 'information' } } },
    });
    assert.equal((await client.diagnostics(URI, count))[0]?.severity, 3);
  });

  it('that make no sense are said in the language of the editor', async () => {
    const client = await opened(MISMATCH, { locale: 'zh-cn', settings: { dialect: 7 } });
    await client.diagnostics(URI);
    assert.ok(client.log.includes('ecsStates.dialect 的值无效，已忽略：7'), client.log.join('\n'));
  });

  it('that make no sense are left out and said once', async () => {
    const settings = { dialect: 7, exclude: 'x', suppress: { a: 1 }, additionalRows: [1, null] };
    const client = await opened(MISMATCH, { settings });
    assert.equal((await client.diagnostics(URI)).length, 1);
    const said = client.log.filter((message) => message.includes('Invalid value of'));
    assert.equal(said.length, Object.keys(settings).length, said.join('\n'));
  });

  it('that only VS Code has a use for are said to be that', async () => {
    const settings = { inlayHints: 'off', includeLanguages: { helm: 'yaml' } };
    const client = await opened(MISMATCH, { settings });
    await client.diagnostics(URI);
    const said = client.log.filter((message) => message.includes('ecsStates.'));
    assert.deepEqual(said, [
      'ecsStates.includeLanguages is for VS Code only and changes nothing here',
      'ecsStates.inlayHints is for VS Code only and changes nothing here',
    ]);
  });

  for (const [title, options, expected] of [
    ['the locale of the editor', { locale: 'zh-cn' }, /[\u4e00-\u9fff]/],
    ['a setting before the locale', { locale: 'zh-cn', settings: { language: 'en' } }, /should be/],
    ['a setting', { settings: { language: 'zh-cn' } }, /[\u4e00-\u9fff]/],
    ['a locale that there are no texts in', { locale: 'de' }, /should be/],
  ] as const) {
    it(`give the language of the messages by ${title}`, async () => {
      const client = await opened(MISMATCH, options);
      assert.match(String((await client.diagnostics(URI))[0]?.message), expected);
    });
  }
});

describe('before the handshake', () => {
  const about = { textDocument: { uri: URI } };

  it('every request is answered with the error that the protocol has for it', async () => {
    const server = connect();
    for (const [method, params] of [
      ['textDocument/hover', { ...about, position: at(17) }],
      ['textDocument/completion', { ...about, position: at(17) }],
      [
        'textDocument/codeAction',
        { ...about, range: { start: at(0), end: at(9) }, context: { diagnostics: [] } },
      ],
      ['textDocument/diagnostic', about],
      ['shutdown', undefined],
      ['nothing/known', {}],
    ] as const) {
      const answer = server.connection.sendRequest(method, params);
      await assert.rejects(answer, { code: -32002 }, method);
    }
    clients.push(await Client.shakeHands(server));
  });

  it('notifications have no effect', async () => {
    const server = connect();
    for (const [method, params] of [
      [
        'textDocument/didOpen',
        { textDocument: { uri: URI, languageId: 'json', version: 1, text: IMPOSSIBLE } },
      ],
      ['textDocument/didChange', change(2, at(0), at(0), ' ')],
      ['textDocument/didClose', about],
      [
        'textDocument/didOpen',
        { textDocument: { uri: URI, languageId: 'json', version: 1, text: IMPOSSIBLE } },
      ],
      [
        'workspace/didChangeConfiguration',
        { settings: { severity: { 'impossible-pair': 'off' } } },
      ],
    ] as const) {
      await server.connection.sendNotification(method, params);
    }
    const client = await Client.shakeHands(server, { capabilities: {} });
    clients.push(client);
    assert.equal(await client.ask('hover', URI, 17), null);
    await client.open(URI, IMPOSSIBLE, 'json');
    assert.equal((await client.diagnostics(URI)).length, 1);
    assert.deepEqual(client.log, []);
  });
});

describe('the server', () => {
  it('no longer knows a method that it has not', async () => {
    const { connection } = await start();
    await assert.rejects(connection.sendRequest('nothing/known', {}), { code: -32601 });
  });

  it('tells who it is and counts in UTF-16', async () => {
    const { serverInfo, capabilities } = (await start()).result;
    assert.equal(serverInfo?.name, 'ecs-states');
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+/);
    assert.equal(capabilities.positionEncoding, 'utf-16');
  });

  it('counts characters beyond the basic plane as two, and any line break', async () => {
    const client = await start();
    await client.open(URI, `// 😀\r\n/* 😀 */ ${IMPOSSIBLE}`, 'jsonc');
    const [only] = await client.diagnostics(URI);
    assert.equal(only?.range.start.line, 1);
    assert.equal(only?.range.start.character, IMPOSSIBLE.indexOf('rebooting') + 9);
  });

  it('answers a request that was cancelled as cancelled', async () => {
    const client = await opened(IMPOSSIBLE);
    const { connection } = client;
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri: URI }, position: at(17) },
      source.token,
    );
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
  });

  for (const [title, text] of [
    ['NUL', '{ "vm_state": "\0" }'],
    ['a lone surrogate', '{ "vm_state": "\ud800", "task_state": "rebooting" }'],
    ['deep nesting', `{ "vm_state": ${'['.repeat(50_000)}`],
    ['half a text', '{ "vm_state": "stopped", "task_state'],
    ['a long line', `${'{ "vm_state": "active", "task_state": null },'.repeat(50_000)}`],
  ] as const) {
    it(`lives on with ${title}`, async () => {
      const client = await opened(text);
      await client.diagnostics(URI);
      await client.ask('hover', URI, 17);
      await client.ask('completion', URI, 17);
      await client.codeActions(URI, 0, 20);
      assert.deepEqual(client.log, []);
    });
  }

  it('lives on with places that are not in the text', async () => {
    const client = await opened(IMPOSSIBLE);
    for (const character of [99_999, -1]) {
      await client.ask('hover', URI, character);
      await client.ask('completion', URI, character);
    }
    assert.deepEqual(client.log, []);
  });

  it('ends with 0 after a shutdown, and by itself when the editor is gone', async () => {
    const first = await Client.start();
    assert.equal(await first.stop(), 0);
    const second = await Client.start();
    const ended = once(second.process, 'exit');
    second.process.stdin?.end();
    const [code] = await ended;
    assert.equal(code, 1);
  });
});

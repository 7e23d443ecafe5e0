import { strict as assert } from 'node:assert';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  Position,
} from 'vscode-languageserver-protocol/node';
import { ABLE, Client } from './client';

const URI = 'file:///project/a.json';
const PULLING: ClientCapabilities = {
  ...ABLE,
  textDocument: { ...ABLE.textDocument, diagnostic: {} },
};

/** The first record is right as long as its vm_state is `active`, the second one is never. */
const TEXT = `{ "vm_state": "active", "task_state": "rebooting" }
{ "name": "😀", "vm_state": "stopped", "task_state": "rebooting" }
`;

const clients: Client[] = [];

async function opened(text = TEXT, languageId = 'jsonl', capabilities = PULLING): Promise<Client> {
  const client = await Client.start({ capabilities });
  clients.push(client);
  await client.open(URI, text, languageId);
  return client;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

const at = (line: number, character: number): Position => ({ line, character });

/** Sends changes, each of which is made in the text after the one before. */
async function change(
  client: Client,
  version: number,
  ...changes: readonly (readonly [start: Position, end: Position, text: string] | string)[]
): Promise<void> {
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: changes.map((each) =>
      typeof each === 'string'
        ? { text: each }
        : { range: { start: each[0], end: each[1] }, text: each[2] },
    ),
  });
}

/** Asks what is wrong, and gives the lines and columns where it begins. */
async function pulled(client: Client, previousResultId?: string) {
  const report: DocumentDiagnosticReport = await client.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri: URI }, ...(previousResultId && { previousResultId }) },
  );
  const items = report.kind === 'full' ? report.items : [];
  return {
    report,
    places: items.map(({ range: { start }, code }) => `${start.line}:${start.character} ${code}`),
  };
}

const SECOND = '1:54 impossible-pair';

describe('documents that change', () => {
  it('count characters of two units as two', async () => {
    const client = await opened();
    assert.deepEqual((await pulled(client)).places, [SECOND]);
    await change(client, 2, [at(1, 29), at(1, 36), 'active']);
    assert.deepEqual((await pulled(client)).places, []);
    await change(client, 3, [at(1, 11), at(1, 13), '😀😀'], [at(1, 31), at(1, 37), 'stopped']);
    assert.deepEqual((await pulled(client)).places, ['1:56 impossible-pair']);
  });

  it('take several changes of one notification one after the other', async () => {
    const client = await opened();
    await change(
      client,
      2,
      [at(0, 0), at(0, 0), '\n\n'],
      [at(2, 15), at(2, 21), 'stopped'],
      [at(0, 0), at(1, 0), ''],
    );
    const { places } = await pulled(client);
    assert.deepEqual(places, ['1:40 impossible-pair', '2:54 impossible-pair']);
  });

  it('take all of the text, between other changes, too', async () => {
    const client = await opened();
    await change(client, 2, [at(0, 0), at(9, 0), ''], TEXT, [at(0, 0), at(1, 0), '']);
    assert.deepEqual((await pulled(client)).places, ['0:54 impossible-pair']);
  });

  it('take changes in the order in which they come, whatever their versions', async () => {
    const client = await opened();
    await change(client, 9, [at(0, 15), at(0, 21), 'stopped']);
    await change(client, 3, [at(1, 29), at(1, 36), 'active']);
    assert.deepEqual((await pulled(client)).places, ['0:40 impossible-pair']);
  });

  it('are others when they are opened again', async () => {
    const client = await opened();
    assert.deepEqual((await pulled(client)).places, [SECOND]);
    const textDocument = { uri: URI };
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    assert.deepEqual((await pulled(client)).places, []);
    await client.open(URI, 'vm_state: stopped\ntask_state: rebooting\n', 'yaml');
    assert.deepEqual((await pulled(client)).places, ['1:12 impossible-pair']);
  });

  it('are reported to be the same to whoever has that already', async () => {
    const client = await opened();
    const { report } = await pulled(client);
    assert.equal(report.kind, 'full');
    const { resultId } = report;
    assert.ok(resultId);
    assert.deepEqual((await pulled(client, resultId)).report, { kind: 'unchanged', resultId });
    await change(client, 2, [at(0, 0), at(0, 0), ' ']);
    const next = await pulled(client, resultId);
    assert.equal(next.report.kind, 'full');
    assert.deepEqual(next.places, [SECOND]);
    assert.notEqual(next.report.resultId, resultId);
  });

  it('are parsed as a whole where they are broken', async () => {
    const text = "const s = { vm_state: 'stopped', task_state: 'rebooting' };\n";
    const broken = `function f() {\n  if (s) {\n${text}`;
    const client = await opened(text, 'typescript');
    assert.deepEqual((await pulled(client)).places, ['0:46 impossible-pair']);
    await change(
      client,
      2,
      [at(0, 0), at(0, 0), 'function f() {\n'],
      [at(1, 0), at(1, 0), '  if (s) {\n'],
    );
    const after = await pulled(client);
    await change(client, 3, broken);
    assert.deepEqual(after.places, (await pulled(client)).places);
  });

  it('are pushed and pulled alike', async () => {
    const pulling = await pulled(await opened());
    const pushing = await opened(TEXT, 'jsonl', ABLE);
    const pushed = await pushing.diagnostics(URI);
    const { report } = pulling;
    assert.equal(report.kind, 'full');
    assert.ok(report.kind === 'full' && pushed.length > 0);
    const what = ({ range, code, message }: (typeof pushed)[number]) => ({ range, code, message });
    assert.deepEqual(pushed.map(what), report.items.map(what));
  });

  it('that are long are typed in while they are checked', async () => {
    const record = '{ "vm_state": "stopped", "task_state": "rebooting" }\n';
    const client = await opened(record.repeat(20_000));
    const first = pulled(client);
    await change(client, 2, record);
    assert.deepEqual((await first).places, ['0:40 impossible-pair']);
  });
});

import { strict as assert } from 'node:assert';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { TextFinding } from '../../src/mcp/answers';
import { HUAWEI_CLOUD } from '../../src/model';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/mcp/main.mjs');

describe('the tools for models', () => {
  const client = new Client({ name: 'test', version: '1' });

  before(() =>
    client.connect(new StdioClientTransport({ command: process.execPath, args: [PROGRAM] })),
  );
  after(() => client.close());

  async function call(name: string, args: Record<string, unknown>): Promise<unknown> {
    const { structuredContent } = await client.callTool({ name, arguments: args });
    return structuredContent;
  }

  it('are those that are documented, and change nothing', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['status_of_pair', 'pairs_of_status', 'check_text'],
    );
    for (const { annotations, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.ok((description?.length ?? 0) > 50);
    }
  });

  it('know the status of each pair', async () => {
    for (const { vm_state, task_state, status } of HUAWEI_CLOUD.rows) {
      assert.deepEqual(await call('status_of_pair', { vm_state, task_state }), {
        possible: true,
        status,
        remarks: [],
      });
    }
  });

  it('know the pairs of each status', async () => {
    for (const status of HUAWEI_CLOUD.values.status) {
      assert.deepEqual(await call('pairs_of_status', { status }), {
        pairs: HUAWEI_CLOUD.rows.filter((row) => row.status === status),
        remarks: [],
      });
    }
  });

  it('tell why there is no answer', async () => {
    assert.deepEqual(
      await call('status_of_pair', { vm_state: 'deleted', task_state: 'deleting' }),
      {
        possible: false,
        status: null,
        remarks: ["No server has this pair. vm_state 'deleted' occurs with: null."],
      },
    );
    for (const [args, remark] of [
      [{ vm_state: 'running', task_state: null }, /Unknown vm_state 'running'\..* 'active'\?/],
      [{ vm_state: 'active', task_state: 'powering_off' }, /task_state.* 'powering-off'\?/],
    ] as const) {
      const { remarks } = (await call('status_of_pair', args)) as { remarks: string[] };
      assert.match(remarks.join(), remark);
    }
    const { pairs, remarks } = (await call('pairs_of_status', { status: 'RESIZE_VERIFY' })) as {
      pairs: unknown[];
      remarks: string[];
    };
    assert.deepEqual(pairs, []);
    assert.match(remarks.join(), /'VERIFY_RESIZE'\?/);
  });

  it('know the dialects', async () => {
    const paused = { vm_state: 'paused', task_state: null };
    assert.deepEqual(await call('status_of_pair', { ...paused, dialect: 'openstack' }), {
      possible: true,
      status: 'PAUSED',
      remarks: [],
    });
    const { isError } = await client.callTool({
      name: 'status_of_pair',
      arguments: { ...paused, dialect: 'x' },
    });
    assert.equal(isError, true);
  });

  it('check a text, by its language or its name', async () => {
    const text = 'vm_state: stopped\ntask_state: powering_on\nstatus: SHUTOFF\n';
    const expected = {
      findings: [
        {
          code: 'unknown-task-state',
          severity: 'warning',
          line: 2,
          column: 13,
          text: 'powering_on',
          message: "Unknown task_state 'powering_on'. Did you mean 'powering-on'?",
          fixes: ["Change task_state to 'powering-on'"],
        },
      ],
    };
    assert.deepEqual(await call('check_text', { text, language: 'yaml' }), expected);
    assert.deepEqual(await call('check_text', { text, file_name: 'a/b.yml' }), expected);
    const { isError } = await client.callTool({ name: 'check_text', arguments: { text } });
    assert.equal(isError, true);
  });

  it('list as many problems of a text as can be read, and say how many more there are', async () => {
    const record = '{"vm_state":"stopped","task_state":null,"status":"ACTIVE"}\n';
    const { content, structuredContent } = await client.callTool({
      name: 'check_text',
      arguments: { text: record.repeat(2000), language: 'jsonl' },
    });
    const { findings, more } = structuredContent as { findings: TextFinding[]; more: number };
    assert.equal(findings.length, 50);
    assert.equal(more, 1950);
    assert.equal(findings.at(-1)?.fixes[0], "Change status to 'SHUTOFF'");
    const texts = (content as { text: string }[]).map(({ text }) => text);
    assert.equal(texts.at(-1), 'and 1950 more');
    assert.ok(texts.join('').length < 50_000);
  });

  it('answer with no more of a text than can be read', async () => {
    const text = `{"vm_state":"active","task_state":null,"status":"${'A'.repeat(300_000)}"}`;
    const found = await client.callTool({
      name: 'check_text',
      arguments: { text, language: 'json' },
    });
    assert.ok(JSON.stringify(found).length < 10_000);
  });

  it('refuse what is too long to be checked, and go on', async () => {
    const long = 'x'.repeat(1_000_001);
    for (const [name, args] of [
      ['check_text', { text: long, language: 'yaml' }],
      ['check_text', { text: '', file_name: long }],
      ['status_of_pair', { vm_state: long, task_state: null }],
      ['status_of_pair', { vm_state: 'active', task_state: long }],
      ['pairs_of_status', { status: long }],
    ] as const) {
      const { isError, content } = await client.callTool({ name, arguments: args });
      assert.equal(isError, true, name);
      assert.ok(JSON.stringify(content).length < 2000, name);
    }
    const { tools } = await client.listTools();
    assert.match(tools.find(({ name }) => name === 'check_text')?.description ?? '', /1000000/);
  });
});

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { RULE_CODES } from '../../src/language';
import { CLEAN, folderWith, MISMATCH, run } from './support';

const TREE = {
  'clean.json': CLEAN,
  'odd %,:name.json': `// 云服务器 😀\n{ "名": "😀",\t"vm_state": "stopped", "task_state": "rebooting" }\n`,
  'mismatch.json': MISMATCH,
  'code.ts': `export const of = (s: Server) => s.vm_state === 'stopped' && s.task_state === 'rebooting';\n`,
};

async function printed(...args: string[]): Promise<string> {
  const { stdout } = await run(['check', ...args], { cwd: folderWith(TREE) });
  return stdout;
}

/** The schema of the standard, which is of a draft that is told apart by its identifiers only. */
function sarifValidator() {
  const file = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const { id: _id, $schema: _schema, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return addFormats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema);
}

describe('format sarif', () => {
  const validate = sarifValidator();

  it('is held against a schema that can say no', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{}] }), false);
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: { driver: { nam: '' } } }] }), false);
  });

  for (const [title, args] of [
    ['findings', []],
    ['Chinese texts', ['--locale', 'zh-cn']],
    ['nothing', ['clean.json']],
    ['trouble', ['.', 'nowhere.json']],
  ] as const) {
    it(`is as the schema says, with ${title}`, async () => {
      const log = JSON.parse(await printed('-f', 'sarif', ...args));
      assert.ok(validate(log), JSON.stringify(validate.errors));
    });
  }

  it('tells rules, places, fixes and fingerprints', async () => {
    const log: Log = JSON.parse(await printed('-f', 'sarif'));
    const [run] = log.runs;
    const { driver } = run?.tool ?? {};
    assert.deepEqual(
      driver?.rules?.map(({ id }) => id),
      RULE_CODES,
    );
    for (const rule of driver?.rules ?? []) {
      assert.ok((rule.help?.markdown?.length ?? 0) > (rule.shortDescription?.text.length ?? 0));
      assert.doesNotMatch(rule.help?.text ?? '', /```/);
    }
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    const results = run?.results ?? [];
    for (const { ruleId, ruleIndex = -1 } of results) assert.equal(RULE_CODES[ruleIndex], ruleId);
    const odd = results.find(({ ruleId }) => ruleId === 'impossible-pair');
    const place = odd?.locations?.[0]?.physicalLocation;
    assert.deepEqual(place?.artifactLocation, {
      uri: 'odd%20%25%2C%3Aname.json',
      uriBaseId: '%SRCROOT%',
    });
    assert.deepEqual(place?.region, { startLine: 2, startColumn: 52, endLine: 2, endColumn: 61 });
    const mismatch = results.find(({ ruleId }) => ruleId === 'status-mismatch');
    assert.deepEqual(mismatch?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 1, startColumn: 57, endLine: 1, endColumn: 63 },
        insertedContent: { text: 'SHUTOFF' },
      },
    ]);
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    assert.equal(new Set(prints).size, results.length);
  });

  it('keeps the fingerprint of a finding when lines come before it', async () => {
    const prints = await Promise.all(
      [MISMATCH, `\n\n${MISMATCH}`].map(async (text) => {
        const folder = folderWith({ 'a.json': text });
        const { stdout } = await run(['check', '-f', 'sarif'], { cwd: folder });
        return JSON.parse(stdout).runs[0].results[0].partialFingerprints;
      }),
    );
    assert.deepEqual(prints[0], prints[1]);
  });
});

describe('format json', () => {
  it('has the shape that is documented', async () => {
    const { version, files, troubles, summary } = JSON.parse(await printed('-f', 'json'));
    assert.equal(version, 1);
    assert.deepEqual(
      files.map(({ path }: { path: string }) => path),
      ['code.ts', 'mismatch.json', 'odd %,:name.json'],
    );
    assert.deepEqual(files[1], {
      path: 'mismatch.json',
      fixed: 0,
      findings: [
        {
          code: 'status-mismatch',
          severity: 'warning',
          message:
            "status should be 'SHUTOFF', not 'ACTIVE': vm_state is 'stopped', task_state is null.",
          start: { line: 1, column: 57 },
          end: { line: 1, column: 63 },
          related: [
            {
              start: { line: 1, column: 16 },
              end: { line: 1, column: 23 },
              message: "vm_state is 'stopped' here.",
            },
            {
              start: { line: 1, column: 40 },
              end: { line: 1, column: 44 },
              message: 'task_state is null here.',
            },
          ],
          fixable: true,
          fixes: [
            {
              title: "Change status to 'SHUTOFF'",
              replacements: [
                {
                  start: { line: 1, column: 57 },
                  end: { line: 1, column: 63 },
                  newText: 'SHUTOFF',
                },
              ],
            },
          ],
        },
      ],
    });
    assert.deepEqual(troubles, []);
    assert.deepEqual(summary, {
      files: 4,
      error: 0,
      warning: 3,
      information: 0,
      hint: 0,
      fixable: 1,
      fixed: 0,
    });
  });

  it('is JSON where there is nothing, and where there is trouble', async () => {
    assert.deepEqual(JSON.parse(await printed('-f', 'json', 'clean.json')).files, []);
    assert.equal(JSON.parse(await printed('-f', 'json', 'x.json')).troubles[0].path, 'x.json');
  });
});

describe('format github', () => {
  it('is one workflow command a finding, with what would end it escaped', async () => {
    const lines = (await printed('-f', 'github', '-s', 'status-mismatch=information')).trim();
    assert.deepEqual(lines.split('\n'), [
      "::warning file=code.ts,line=1,endLine=1,col=62,endColumn=89,title=ecs-states impossible-condition::Always false: task_state cannot be 'rebooting' when vm_state is 'stopped'.",
      "::notice file=mismatch.json,line=1,endLine=1,col=57,endColumn=62,title=ecs-states status-mismatch::status should be 'SHUTOFF', not 'ACTIVE': vm_state is 'stopped', task_state is null.",
      "::warning file=odd %25%2C%3Aname.json,line=2,endLine=2,col=52,endColumn=60,title=ecs-states impossible-pair::task_state 'rebooting' requires vm_state 'active', but vm_state is 'stopped'.",
    ]);
  });
});

describe('format pretty', () => {
  it('marks what is meant, and sums up by code', async () => {
    const folder = folderWith({ 'a.yaml': '名: { 状: 好,\tvm_state: actve, task_state: null }\n' });
    const { stdout } = await run(['check', '--no-color'], { cwd: folder });
    assert.equal(
      stdout,
      [
        'a.yaml:1:22 warning unknown-vm-state',
        "  Unknown vm_state 'actve'. Did you mean 'active'?",
        '  1 │ 名: { 状: 好,\tvm_state: actve, task_state: null }',
        '    │              \t          ^^^^^',
        '',
        '     1  unknown-vm-state',
        'Files checked: 1. Errors: 0, warnings: 1, others: 0.',
        '',
      ].join('\n'),
    );
  });

  for (const [title, args, environment, isColored] of [
    ['no colors where the output is no terminal', [], {}, false],
    ['colors by option', ['--color'], { NO_COLOR: '1' }, true],
    ['colors by FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['no colors by FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['no colors by option', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ] as const) {
    it(`has ${title}`, async () => {
      const cwd = folderWith(TREE);
      const { stdout } = await run(['check', ...args], { cwd, environment });
      assert.equal(stdout !== stripVTControlCharacters(stdout), isColored);
    });
  }

  it('leaves out with --quiet what is less than a warning, and the summary', async () => {
    const stdout = await printed('--quiet', '-s', 'status-mismatch=information');
    assert.doesNotMatch(stdout, /status-mismatch|Files checked/);
    assert.match(stdout, /impossible-pair/);
  });

  it('tells hints where they are asked for', async () => {
    const args = ['-s', 'status-mismatch=hint'];
    assert.doesNotMatch(await printed(...args), /status-mismatch/);
    assert.match(await printed(...args, '--hints'), /hint status-mismatch/);
  });

  for (const [title, environment, args] of [
    ['LANG', { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }, []],
    ['LC_ALL before LANG', { LC_ALL: 'zh_CN', LANG: 'en_US.UTF-8' }, []],
    ['an option before LC_ALL', { LC_ALL: 'en_US' }, ['--locale', 'zh-cn']],
  ] as const) {
    it(`is in Chinese by ${title}`, async () => {
      const cwd = folderWith(TREE);
      const { stdout } = await run(['check', ...args], { cwd, environment });
      assert.match(stdout, /警告 impossible-pair[\s\S]*已检查文件：4/);
    });
  }
});

import { strict as assert } from 'node:assert';
import {
  type Diagnostic,
  diagnose,
  LANGUAGE_IDS,
  mayHoldStates,
  RULE_CODES,
  readText,
} from '../../src/language';
import type { Settings } from '../../src/language/settings/settings';
import { DIALECTS } from '../../src/model';
import { expectedIn, filesIn, type SampleFile } from '../corpus/files';

/** How many silent files there are at least for each language, so that none of it can get lost unseen. */
const AT_LEAST: Readonly<Record<string, number>> = {
  json: 25,
  jsonc: 1,
  jsonl: 4,
  yaml: 15,
  ansible: 1,
  typescript: 15,
  typescriptreact: 2,
  javascript: 1,
  javascriptreact: 1,
  vue: 1,
  svelte: 1,
  astro: 1,
  markdown: 1,
  http: 1,
};

/** How many records the silent files hold at least, so that no reader can be silent by reading nothing. */
const RECORDS_AT_LEAST = 500;

/** Silent files in which not even a key is: what is read of every other one is read for a reason. */
const WITHOUT_KEYS = ['half/empty.json', 'half/empty.ts', 'half/empty.yaml'];

/** The kinds of files that are known to look alike, and one of each. */
const KINDS: Readonly<Record<string, string>> = {
  Nova: 'servers/nova-api-samples.json',
  Neutron: 'neighbours/neutron-ports.json',
  Cinder: 'neighbours/cinder-volumes.json',
  Glance: 'neighbours/glance-images.yaml',
  Heat: 'neighbours/heat-stack.json',
  Kubernetes: 'foreign/virtual-machines.yaml',
  'workflows of GitHub': 'foreign/github-workflow.yml',
  'OpenAPI in JSON': 'described/openapi.json',
  'OpenAPI in YAML': 'described/openapi.yaml',
  'package.json': 'described/package.json',
  'state of Redux': 'code/redux-slice.ts',
  'values of Helm': 'foreign/helm-values.yaml',
  'fixtures of HTTP in JSON': 'foreign/http-exchanges.json',
  'fixtures of HTTP in code': 'foreign/http-handlers.ts',
};

/** A diagnostic as `line:column code text`, counted from one. */
function place(text: string, { start, end, code }: Diagnostic): string {
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  return `${before.length}:${(before.at(-1) ?? '').length + 1} ${code} ${text.slice(start, end)}`;
}

function found({ text, languageId }: SampleFile, settings?: Settings): string[] {
  return diagnose(text, languageId, settings)
    .sort((one, other) => one.start - other.start)
    .map((diagnostic) => place(text, diagnostic));
}

describe('corpus: files in which nothing is wrong', () => {
  const files = filesIn('test/corpus/silent');

  for (const [kind, name] of Object.entries(KINDS)) {
    it(`there is a file of the kind ${kind}, with words that are those of states`, () => {
      const text = files.find((file) => file.name === name)?.text ?? '';
      assert.match(text, /status|(?:vm|task)_?state/i, name);
    });
  }

  for (const file of files) {
    it(`${file.name} is silent in every dialect`, () => {
      const wrong = DIALECTS.flatMap((dialect) =>
        found(file, { dialect }).map((line) => `  ${file.name}:${line} (${dialect})`),
      );
      assert.equal(wrong.length, 0, `found in ${file.name}:\n${wrong.join('\n')}`);
    });
  }

  it('holds files of every language that is served', () => {
    assert.deepEqual(new Set(Object.keys(AT_LEAST)), new Set(LANGUAGE_IDS));
    for (const [languageId, least] of Object.entries(AT_LEAST)) {
      const count = files.filter((file) => file.languageId === languageId).length;
      assert.ok(count >= least, `${count} silent files of ${languageId}, at least ${least} wanted`);
    }
  });

  it('is silent of what was read, not because it was not', () => {
    const unread = files.filter(({ text }) => !mayHoldStates(text)).map(({ name }) => name);
    assert.deepEqual(unread, WITHOUT_KEYS);
    const records = files.flatMap(
      ({ text, languageId }) => readText(text, languageId)?.records ?? [],
    );
    assert.ok(records.length >= RECORDS_AT_LEAST, `${records.length} records`);
  });
});

describe('corpus: notifications with faults', () => {
  const files = filesIn('test/corpus/openstack');
  const expected = expectedIn('test/corpus/openstack');

  it('is declared in full', () => {
    assert.deepEqual(files.map(({ name }) => name).sort(), Object.keys(expected).sort());
  });

  for (const file of files) {
    const lines = expected[file.name] ?? [];
    it(`${file.name} has ${lines.length} faults in OpenStack, and none where no state is vm_state`, () => {
      assert.ok(lines.length > 0);
      assert.deepEqual(found(file, { dialect: 'openstack' }), lines);
      for (const dialect of DIALECTS.filter((each) => each !== 'openstack')) {
        const elsewhere = found(file, { dialect }).filter((line) => line.includes('-vm-state'));
        assert.deepEqual(elsewhere, []);
      }
    });
  }
});

describe('corpus: files with faults', () => {
  const files = filesIn('test/corpus/faulty');
  const expected = expectedIn('test/corpus/faulty');

  it('is declared in full', () => {
    assert.deepEqual(files.map(({ name }) => name).sort(), Object.keys(expected).sort());
  });

  it('holds files of every language that is served, and a fault of every kind', () => {
    assert.deepEqual(new Set(files.map(({ languageId }) => languageId)), new Set(LANGUAGE_IDS));
    const codes = new Set(
      Object.values(expected).flatMap((lines) => lines.map((line) => line.split(' ')[1])),
    );
    assert.deepEqual(codes, new Set<string>(RULE_CODES));
  });

  for (const file of files) {
    const lines = expected[file.name] ?? [];
    it(`${file.name} has ${lines.length} faults`, () => {
      assert.deepEqual(found(file), lines, `in ${file.name}`);
    });
  }
});

import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FORMATS } from '../../src/cli/arguments';
import { run } from './support';

/** Writes the texts as they are now, for someone to read before they are kept. */
const UPDATES = process.env.UPDATE_SNAPSHOTS === '1';

describe('--help', () => {
  for (const locale of ['en', 'zh-cn']) {
    it(`is as it was read and approved: ${locale}`, async () => {
      const { code, stdout } = await run(['check', '--help', '--locale', locale]);
      assert.equal(code, 0);
      const file = path.join(import.meta.dirname, `help.${locale}.txt`);
      if (UPDATES) writeFileSync(file, stdout);
      assert.equal(stdout, readFileSync(file, 'utf8'));
    });
  }

  it('leaves no English in Chinese but names', async () => {
    const { stdout } = await run(['check', '--help', '--locale', 'zh-cn']);
    assert.doesNotMatch(stdout, /\b(?:the|of|and|what|default|choices|show)\b/);
  });

  it('names each format', async () => {
    const { stdout } = await run(['check', '--help']);
    for (const format of FORMATS) assert.match(stdout, new RegExp(`\\b${format}\\b`));
  });
});

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { releasedChangelog, versionProblem, withVersion } from '../../../src/manifest/release';

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

describe('a release', () => {
  for (const [next, last, isRight] of [
    ['0.1.1', '0.1.0', true],
    ['0.2.0', '0.1.9', true],
    ['1.0.0', '0.1.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.2', '0.1.0', false],
    ['0.2.1', '0.1.0', false],
    ['0.0.9', '0.1.0', false],
    ['v0.1.1', '0.1.0', false],
    ['0.1.1-beta', '0.1.0', false],
    ['', '0.1.0', false],
  ] as const) {
    it(`${next || 'nothing'} ${isRight ? 'follows' : 'does not follow'} ${last}`, () => {
      assert.equal(versionProblem(next, last) === undefined, isRight);
    });
  }

  it('has what was unreleased, and leaves room for what comes next', () => {
    const before =
      '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Two.\n';
    assert.equal(
      releasedChangelog(before, '0.2.0', '2026-02-03'),
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-02-03\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Two.\n',
    );
  });

  it('is not made of nothing', () => {
    for (const empty of [
      '',
      '## [Unreleased]\n\n## [0.1.0]\n\n- Two.\n',
      '## [0.1.0]\n\n- Two.\n',
    ]) {
      assert.throws(() => releasedChangelog(empty, '0.2.0', '2026-02-03'), /nothing below/);
    }
  });

  for (const file of ['package.json', 'package-lock.json']) {
    it(`changes the version of ${file} and nothing else`, () => {
      const before = read(file);
      const { version } = JSON.parse(before);
      const after = withVersion(before, '99.0.0');
      assert.notEqual(after, before);
      assert.equal(withVersion(after, version), before);
      const own = (json: string) => JSON.parse(json).packages?.['']?.version ?? '99.0.0';
      assert.equal(own(after), '99.0.0');
    });
  }
});

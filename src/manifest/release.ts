const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;
const UNRELEASED = '## [Unreleased]';

/** Why a version cannot follow another one; undefined where it can: the next one of a kind, counted from the last. */
export function versionProblem(next: string, last: string): string | undefined {
  const [wanted, before] = [next, last].map((version) =>
    VERSION.exec(version)?.slice(1).map(Number),
  );
  if (!wanted || !before) return `${next} is not a version such as 1.2.3`;
  const [major = 0, minor = 0, patch = 0] = before;
  const following = [
    [major, minor, patch + 1],
    [major, minor + 1, 0],
    [major + 1, 0, 0],
  ].map((numbers) => numbers.join('.'));
  return following.includes(next)
    ? undefined
    : `${next} does not follow ${last}: ${following.join(', ')} do`;
}

/**
 * The changelog in which what is unreleased is released.
 * @param date as in `2026-01-31`
 * @throws an Error where nothing is unreleased
 */
export function releasedChangelog(changelog: string, version: string, date: string): string {
  const [before, rest, ...others] = changelog.split(`${UNRELEASED}\n`);
  const [entries = ''] = (rest ?? '').split(/^## /m);
  if (rest === undefined || others.length > 0 || entries.trim() === '') {
    throw new Error(`CHANGELOG.md has nothing below one line "${UNRELEASED}"`);
  }
  return `${before}${UNRELEASED}\n\n## [${version}] - ${date}\n${rest}`;
}

/** A package.json or package-lock.json with another version of the package itself; all else is as it was. */
export function withVersion(json: string, version: string): string {
  const file = JSON.parse(json);
  const root = file.packages?.[''];
  const packages = root && { ...file.packages, '': { ...root, version } };
  return `${JSON.stringify({ ...file, version, ...(packages && { packages }) }, null, 2)}\n`;
}

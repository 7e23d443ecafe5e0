// Looks at the texts of a package as a shop shows them: each link and picture has to lead to something.
import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../vscode/builds';

type ReadZip = (
  file: string,
  filter: (name: string) => boolean,
) => Promise<ReadonlyMap<string, Buffer>>;

const { readZip }: { readZip: ReadZip } = createRequire(import.meta.url)('@vscode/vsce/out/zip');

/** The packager writes the names of texts in lower case. */
const TEXTS = ['extension/readme.md', 'extension/changelog.md'];

/**
 * Checks the packaged README and CHANGELOG: what a link or a picture is relative to is the package, or the repository
 * at the version's tag, which has the files that are here.
 * @param vsix the packaged extension
 * @throws an AssertionError that lists the links that lead nowhere
 */
export async function checkReadme(vsix: string): Promise<void> {
  const files = await readZip(vsix, (name) => name.startsWith('extension/'));
  const read = (name: string) => files.get(name)?.toString('utf8') ?? '';
  const { version, repository } = JSON.parse(read('extension/package.json'));
  const source = repository.url.replace(/^git\+|\.git$/g, '');
  const isThere = (target: string) => {
    const [place = ''] = target.split('#');
    for (const view of ['blob', 'raw', '-/blob', '-/raw']) {
      const prefix = `${source}/${view}/v${version}/`;
      if (place.startsWith(prefix)) return existsSync(path.join(ROOT, place.slice(prefix.length)));
    }
    if (/^https:/.test(place)) return !place.startsWith(source);
    return place === '' || files.has(path.posix.join('extension', place).toLowerCase());
  };
  for (const name of TEXTS) {
    const targets = targetsOf(read(name));
    assert.ok(targets.length > 0, `${name} has no links`);
    const dead = targets.filter((target) => !isThere(target));
    assert.deepEqual(dead, [], `links of ${name} that lead nowhere`);
  }
}

/** What links and pictures lead to, in Markdown and in HTML. */
function targetsOf(markdown: string): string[] {
  const all = markdown.matchAll(/\]\(([^)\s]+)[^)]*\)|\b(?:src|href)="([^"]+)"/g);
  return [...all].map(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml ?? '');
}

// Makes the notices that the licences of the bundled packages ask for, from what the bundler says it has bundled.
const fs = require('node:fs');
const path = require('node:path');

/** Licences that allow a bundle under MIT, as long as their text goes along. */
const ALLOWED_LICENCES = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** The files of a package that its users have to be given. */
const LEGAL_FILE = /^(?:licen[cs]e|copying|notice|third-?party-?notices)\b/i;

const RULE = '-'.repeat(80);

/**
 * @typedef {{ name: string, version: string, licence: string, texts: string[] }} BundledPackage
 *
 * The packages that have any code in the bundles, by name and version.
 * @param {{ outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }[]} metafiles of esbuild
 * @param {string} root the folder that the metafiles' paths start from
 * @returns {BundledPackage[]}
 */
function bundledPackages(metafiles, root) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
        if (folder && bytesInOutput > 0) folders.add(path.resolve(root, folder));
      }
    }
  }
  const found = new Map();
  for (const folder of folders) {
    const bundled = packageIn(folder);
    found.set(`${bundled.name}@${bundled.version}`, bundled);
  }
  const byName = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.map(([, bundled]) => bundled);
}

/** @returns {BundledPackage} */
function packageIn(folder) {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const texts = fs
    .readdirSync(folder)
    .filter((file) => LEGAL_FILE.test(file))
    .sort()
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  return { name, version, licence: license, texts };
}

/**
 * The text of the notices.
 * @param {BundledPackage[]} packages
 * @throws an Error that names each package whose licence is not allowed, or whose text is missing
 */
function thirdPartyNotices(packages) {
  const faults = packages.flatMap(({ name, licence, texts }) => {
    if (!ALLOWED_LICENCES.includes(licence)) return [`${name}: licence ${licence} is not allowed`];
    return texts.length === 0 ? [`${name}: no licence text in the package`] : [];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const sections = packages.map(
    ({ name, version, licence, texts }) =>
      `${RULE}\n${name} ${version} (${licence})\n${RULE}\n\n${texts.join('\n\n')}\n`,
  );
  return [
    'THIRD-PARTY NOTICES\n\nECS States contains code of the packages below, under the licences given with each.\n',
    ...sections,
  ].join('\n');
}

module.exports = { bundledPackages, thirdPartyNotices };

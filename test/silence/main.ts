/**
 * Reads code and data of others, in which nothing is about servers: `npm run silence [-- FOLDER...]`.
 * Prints what is reported there in any dialect, which has to be nothing, and how many words are explained. The folders
 * are the project's own packages and the builds of VS Code, where there are any.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import {
  createLanguageService,
  DIALECTS,
  languageOfFile,
  mayHoldStates,
  type ParsedDocument,
} from '../../src/language';
import { evidenceOf } from '../../src/language/records/evidence';
import { relationFor } from '../../src/language/records/record-relation';
import { stateOf } from '../../src/language/records/written-state';
import { isLiteral, relationOf } from '../../src/model';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Longer texts are bundles, which say nothing that their parts do not. */
const LONGEST_FILE = 500_000;
/** So many files with words that are explained are too many. */
const MOST_EXPLAINED = 1 / 1000;
const RELATION = relationOf('openstack');
const SERVICES = DIALECTS.map((dialect) => createLanguageService({ dialect }));

const given = process.argv.slice(2).map((folder) => path.resolve(folder));
const own = ['node_modules', '.vscode-test'].map((folder) => path.join(ROOT, folder));
const folders = given.length > 0 ? given : own.filter((folder) => existsSync(folder));

let files = 0;
let parsed = 0;
let reported = 0;
let words = 0;
const explained: string[] = [];
const started = performance.now();
for (const folder of folders) {
  for (const file of filesIn(realpathSync(folder))) check(file);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
for (const line of explained) console.log(`explained in ${line}`);
console.log(
  `${files} files, ${parsed} of them read, in ${seconds} s: ${reported} diagnostics, ` +
    `${words} words explained in ${explained.length} files.`,
);
if (reported > 0 || explained.length > files * MOST_EXPLAINED) process.exitCode = 1;

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile()) yield file;
  }
}

function check(file: string): void {
  const languageId = languageOfFile(file);
  if (languageId === undefined) return;
  const text = readFileSync(file, 'utf8');
  if (text.length > LONGEST_FILE) return;
  files++;
  if (!mayHoldStates(text)) return;
  parsed++;
  let found: string[] = [];
  for (const service of SERVICES) {
    const document = service.parse(text, languageId);
    if (!document) return;
    found = explainedIn(document);
    for (const { code, start, end } of service.diagnose(document)) {
      reported++;
      console.log(`${file}: ${code} ${text.slice(start, end)} (${service.settings.dialect})`);
    }
  }
  if (found.length === 0) return;
  words += found.length;
  explained.push(`${file}: ${[...new Set(found)].slice(0, 8).join(' ')}`);
}

/** The words of a text that are taken for states, as far as it is likely that they are. */
function explainedIn({ records }: ParsedDocument): string[] {
  return records.flatMap((record) => {
    if (evidenceOf(RELATION, record) === 'none') return [];
    const relation = relationFor(RELATION, record);
    return record.fields.flatMap(({ field, value }) => {
      const state = stateOf(relation, field, value);
      return state && isLiteral(relation, field, state) ? [state] : [];
    });
  });
}

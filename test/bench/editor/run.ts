// Measures in a real VS Code: from an edit to the diagnostics, beside the editor's own JSON support.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { getBuild, ROOT } from '../../vscode/builds';
import { keepTidy } from '../../vscode/cleanup';
import { runInHost } from '../../vscode/run-in-host';
import { makeInput, PLANS } from '../inputs/inputs';
import { summarize } from '../measure/statistics';
import { table } from '../report/format';
import type { Measured } from './measured';

const LABELS = ['1 MB', '10 MB'];
/** An extension that does nothing, for an editor without ours. */
const BARE = { name: 'bare', publisher: 'bench', version: '0.0.0', engines: { vscode: '*' } };

/** Runs the measurement in the newest VS Code and gives its report as Markdown. */
export async function measureInEditor(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-bench-'));
  keepTidy(() => rmSync(folder, { recursive: true, force: true }));
  for (const plan of PLANS) {
    if (plan.syntax !== 'json' || !LABELS.includes(plan.label)) continue;
    const name = `${plan.label.replace(' ', '-')}.json`;
    if (plan.holdsStates) writeFileSync(path.join(folder, name), makeInput(plan).text);
  }
  const module = path.join(ROOT, 'dist-test/bench/host.js');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'host.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    outfile: module,
    logLevel: 'error',
  });
  const ours = await measuredBy(ROOT, module, folder);
  const bare = path.join(folder, '.bare');
  mkdirSync(bare);
  writeFileSync(path.join(bare, 'package.json'), JSON.stringify(BARE));
  return report(ours, await measuredBy(bare, module, folder));
}

/** What the module finds in the newest VS Code with an extension. */
async function measuredBy(extension: string, module: string, folder: string): Promise<Measured> {
  const lines: string[] = [];
  const build = await getBuild('newest');
  const onLine = (line: string) => lines.push(line);
  const code = await runInHost({ build, extension, module, folder, onLine });
  if (code !== 0) throw new Error(`the extension host ended with ${code}`);
  return JSON.parse(lines.at(-1) ?? '') as Measured;
}

function report({ vscode, activation, documents }: Measured, without: Measured): string {
  const time = (milliseconds: number | undefined) =>
    milliseconds === undefined ? 'not told' : `${milliseconds.toFixed(0)}`;
  const rows = documents.map(({ name, ours, json, open, first, blocked }) => {
    const other = without.documents.find((document) => document.name === name)?.blocked;
    return [
      name,
      time(open),
      time(first),
      time(summarize(ours).median),
      time(summarize(json).median),
      `${(summarize(json).median / summarize(ours).median).toFixed(1)}×`,
      `${time(blocked.opening)} (${time(other?.opening)})`,
      `${time(summarize(blocked.typing).median)} (${time(summarize(other?.typing ?? []).median)})`,
    ];
  });
  const head = [
    'Document',
    'Opened',
    'then first diagnostics',
    'Edit to diagnostics',
    'the same, JSON support',
    'ratio',
    'Host blocked, opening (without ECS States)',
    'after an edit (without)',
  ];
  return `In VS Code ${vscode}, in milliseconds, pauses before judging and the way through the editor included. "Blocked" is the longest time in which the
extension host got to nothing else, whoever kept it busy: the extensions that come with the editor send whole texts about
and search them, which the same editor without ECS States shows.

${table(head, rows)}

Activation: ECS States ${time(activation.ours)} ms, JSON support ${time(activation.json)} ms.
`;
}

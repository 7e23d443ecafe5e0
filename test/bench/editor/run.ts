// Measures in a real VS Code: from an edit to the diagnostics, beside the editor's own JSON support.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  const lines: string[] = [];
  const code = await runInHost({
    build: await getBuild('newest'),
    extension: ROOT,
    module,
    folder,
    onLine: (line) => lines.push(line),
  });
  if (code !== 0) throw new Error(`the extension host ended with ${code}`);
  return report(JSON.parse(lines.at(-1) ?? '') as Measured);
}

function report({ vscode, activation, documents }: Measured): string {
  const time = (milliseconds: number | undefined) =>
    milliseconds === undefined ? 'active before' : `${milliseconds.toFixed(0)}`;
  const rows = documents.map(({ name, ours, json, open, first, blocked }) => [
    name,
    time(open),
    time(first),
    time(summarize(ours).median),
    time(summarize(json).median),
    `${(summarize(json).median / summarize(ours).median).toFixed(1)}×`,
    `${time(blocked.opening)} (${time(blocked.openingPlain)})`,
    `${time(blocked.typing)} (${time(blocked.typingPlain)})`,
  ]);
  const head = [
    'Document',
    'Opened',
    'then first diagnostics',
    'Edit to diagnostics',
    'the same, JSON support',
    'ratio',
    'Host blocked, opening (as plain text)',
    'typing (as plain text)',
  ];
  return `In VS Code ${vscode}, in milliseconds, pauses before judging and the way through the editor included. "Blocked" is the longest time in which the
extension host got to nothing else, whoever kept it busy; as plain text, the same file is nobody's:

${table(head, rows)}

Activation: ECS States ${time(activation.ours)} ms, JSON support ${time(activation.json)} ms.
`;
}

import * as vscode from 'vscode';
import type { RuleCode, Tally, Translate } from '../language';
import type { Core } from './core';
import type { Problems } from './problems';

/** What a check has come to, besides problems, which are where they are shown. */
export interface Outcome {
  /** The files that were to be read. */
  readonly files: readonly vscode.Uri[];
  /** Those of them that are too large, or cannot be read. */
  readonly skipped: readonly vscode.Uri[];
  /** How many were read before the check ended. */
  readonly done: number;
  readonly isCancelled: boolean;
  readonly milliseconds: number;
}

/** Says what came of a check, and gives the numbers; undefined where it was cancelled. */
export function reportOutcome(
  { files, skipped, done, isCancelled, milliseconds }: Outcome,
  { language }: Core,
  problems: Problems,
  t: Translate,
  log: vscode.LogOutputChannel,
): Tally | undefined {
  if (isCancelled) {
    void show(t('The check was cancelled after {0} of {1} files.', done, files.length), t, log);
    return undefined;
  }
  const counted = countCodes(files, problems, language.RULE_CODES);
  const tally = { files: files.length, skipped: skipped.length, milliseconds, ...counted };
  const text = language.tallyText(tally, t);
  log.info(text);
  for (const uri of skipped) log.warn(`${uri.toString(true)} was not checked`);
  void show(text, t, log, { hasProblems: tally.faulty > 0, hasLog: skipped.length > 0 });
  return tally;
}

function countCodes(
  files: readonly vscode.Uri[],
  problems: Problems,
  known: readonly RuleCode[],
): Pick<Tally, 'faulty' | 'codes'> {
  const counts = new Map(known.map((rule) => [rule, 0]));
  let faulty = 0;
  for (const uri of files) {
    const rules = problems.of(uri).flatMap((problem) => ruleOf(problem, known) ?? []);
    for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    if (rules.length > 0) faulty++;
  }
  const codes = Object.fromEntries([...counts].filter(([, count]) => count > 0));
  return { faulty, codes };
}

/** The rule of a problem that the Problems panel shows. */
function ruleOf(
  { code, severity }: vscode.Diagnostic,
  known: readonly RuleCode[],
): RuleCode | undefined {
  if (severity === vscode.DiagnosticSeverity.Hint) return undefined;
  const value = typeof code === 'object' ? code.value : code;
  return known.find((rule) => rule === value);
}

async function show(
  text: string,
  t: Translate,
  log: vscode.LogOutputChannel,
  { hasProblems, hasLog } = { hasProblems: false, hasLog: false },
): Promise<void> {
  const [showProblems, showLog] = [t('Show Problems'), t('Show Log')];
  const buttons = [...(hasProblems ? [showProblems] : []), ...(hasLog ? [showLog] : [])];
  const chosen = await vscode.window.showInformationMessage(text, ...buttons);
  if (chosen === showProblems) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  } else if (chosen === showLog) log.show();
}

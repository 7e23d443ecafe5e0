import path from 'node:path';
import type { Dialect, RuleCode, Translate } from '../language';
import { type Locale, translateInto } from '../node/translations';
import { packageVersion } from '../node/version';
import type { Options } from './arguments';
import { Checker, type Plan } from './check-file';
import { findConfiguration } from './configuration';
import { findFiles } from './files';
import type { Format, FormatContext } from './formats/format';
import { githubFormat } from './formats/github';
import { jsonFormat } from './formats/json';
import { prettyFormat } from './formats/pretty';
import { sarifFormat } from './formats/sarif';
import { harmless } from './harmless';
import { UsageProblem } from './problem';
import { Progress } from './progress';
import type { FileReport, Finding, Summary } from './report';
import { runChecks } from './run-checks';

/** The streams and surroundings of the process. */
export interface Surroundings {
  readonly workingDirectory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const FORMATS: Readonly<Record<Options['format'], (context: FormatContext) => Format>> = {
  pretty: prettyFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
};

const STDIN = '-';

/**
 * Checks what the options ask for and prints what is found.
 * @param locale the language that was asked for, or that the environment has
 * @returns the exit code
 */
export async function check(
  options: Options,
  locale: { readonly asked?: Locale; readonly usual: Locale },
  surroundings: Surroundings,
): Promise<0 | 1 | 2> {
  const { workingDirectory, stderr, stdout } = surroundings;
  const first = translateInto(locale.asked ?? locale.usual);
  const warn = (message: string) => stderr.write(`ecs-states: ${harmless(message)}\n`);
  const { configuration, folder } = findConfiguration(
    { workingDirectory, warn, ...(options.config !== undefined && { config: options.config }) },
    first,
  );
  const configured = configuration.language === 'auto' ? undefined : configuration.language;
  const chosen = locale.asked ?? (configured as Locale | undefined) ?? locale.usual;
  const t = translateInto(chosen);
  const dialect = (options.dialect as Dialect | undefined) ?? configuration.dialect;
  const plan: Plan = {
    configuration: {
      ...configuration,
      severity: { ...configuration.severity, ...options.severity },
      ...(dialect && { dialect }),
    },
    folder,
    workingDirectory,
    locale: chosen,
    fix: options.fix === true,
    severities: severitiesFor(options),
    ...(options.language !== undefined && { languageId: options.language }),
  };
  const readsStdin = options.paths.includes(STDIN);
  if (readsStdin && options.paths.length > 1) {
    throw new UsageProblem(t('- stands alone: standard input is checked by itself'));
  }
  // The fixed text has standard output to itself.
  const output = readsStdin && options.fix ? stderr : stdout;
  const format = FORMATS[options.format]({
    t,
    locale: chosen,
    version: packageVersion(),
    color: wantsColor(options, surroundings.environment, output),
    quiet: options.quiet === true,
  });
  const tally = new Tally();
  const progress = new Progress(stderr, stderr.isTTY === true && !options.quiet);
  const print = async (text: string) => {
    if (text === '') return;
    progress.clear();
    if (!output.write(text)) await new Promise((resolve) => output.once('drain', resolve));
  };
  await print(format.begin());
  const reports = readsStdin
    ? stdinReport(options, plan, surroundings, t)
    : fileReports(options, plan, tally, progress, t);
  for await (const report of reports) {
    tally.add(report);
    if (report.note !== undefined && !options.quiet) {
      progress.clear();
      warn(`${report.path}: ${report.note}`);
    }
    await print(format.file(report));
  }
  progress.clear();
  for (const { path: file, message } of tally.troubles) warn(`${file}: ${message}`);
  await print(format.end(tally));
  if (tally.troubles.length > 0) return 2;
  return tally.count.error > 0 || tally.count.warning > options.maxWarnings ? 1 : 0;
}

async function* fileReports(
  options: Options,
  plan: Plan,
  tally: Tally,
  progress: Progress,
  t: Translate,
): AsyncGenerator<FileReport> {
  progress.show(t('Looking for files'));
  const { files, missing } = await findFiles(options.paths, plan.workingDirectory).catch(
    (error: unknown) => {
      throw new UsageProblem(error instanceof Error ? error.message : String(error));
    },
  );
  for (const arg of missing) tally.troubles.push({ path: arg, message: t('no such file') });
  for await (const report of runChecks(files, plan, options.threads)) {
    progress.show(t('{0} of {1} files', tally.files, files.length));
    yield report;
  }
}

async function* stdinReport(
  { stdinFilename, language, fix }: Options,
  plan: Plan,
  { stdin, stdout, workingDirectory }: Surroundings,
  t: Translate,
): AsyncGenerator<FileReport> {
  if (stdinFilename === undefined && language === undefined) {
    throw new UsageProblem(t('- needs --stdin-filename or --language'));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  const file = path.resolve(workingDirectory, stdinFilename ?? '<stdin>');
  const { content, ...report } = new Checker(plan).checkBytes(Buffer.concat(chunks), file);
  if (fix) stdout.write(content);
  yield report;
}

function severitiesFor({ quiet, hints }: Options): Finding['severity'][] {
  if (quiet) return ['error', 'warning'];
  return ['error', 'warning', 'information', ...(hints ? (['hint'] as const) : [])];
}

/** An option says it for this call, a variable for the user; else a terminal gets colors. */
function wantsColor(
  { color }: Options,
  { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv,
  output: NodeJS.WriteStream,
): boolean {
  if (color !== undefined) return color;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return output.isTTY === true && TERM !== 'dumb';
}

/** Counts while reports come in. */
class Tally implements Summary {
  files = 0;
  fixable = 0;
  fixed = 0;
  readonly count = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly byCode = new Map<RuleCode, number>();
  readonly troubles: { path: string; message: string }[] = [];

  add({ path: file, findings, fixed, trouble }: FileReport): void {
    this.files++;
    this.fixed += fixed;
    if (trouble !== undefined) this.troubles.push({ path: file, message: trouble });
    for (const { code, severity, fixable } of findings) {
      this.count[severity]++;
      if (fixable) this.fixable++;
      this.byCode.set(code, (this.byCode.get(code) ?? 0) + 1);
    }
  }
}

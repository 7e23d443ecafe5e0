import { once } from 'node:events';
import type { Dialect, Translate } from '../language';
import { type Locale, translateInto } from '../node/translations';
import { packageVersion } from '../node/version';
import type { Options } from './arguments';
import { Checker, type Plan, reasonOf } from './check-file';
import { checkStdin } from './check-stdin';
import { type FoundConfiguration, findConfiguration } from './configuration';
import { findFiles } from './files';
import type { Format } from './formats/format';
import { FORMATS } from './formats/formats';
import { harmless } from './harmless';
import { readablePath } from './paths';
import { ConfigurationProblem, UsageProblem } from './problem';
import { Progress } from './progress';
import type { FileReport, Finding } from './report';
import { runChecks } from './run-checks';
import { Tally } from './tally';

/** The streams and surroundings of the process. */
export interface Surroundings {
  readonly workingDirectory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

type ChosenLocale = { readonly asked?: Locale; readonly usual: Locale };

const STDIN = '-';

/** Characters that are gathered before they are written. */
const PIECE = 65_536;

/**
 * Checks what the options ask for and prints what is found.
 * @param locale the language that was asked for, or that the environment has
 * @returns the exit code
 */
export async function check(
  options: Options,
  locale: ChosenLocale,
  surroundings: Surroundings,
): Promise<0 | 1 | 2> {
  const { stderr } = surroundings;
  const warn = (message: string) =>
    stderr.write(`ecs-states: ${harmless(readablePath(message))}\n`);
  const found = configured(options, locale, surroundings, warn);
  if (found instanceof ConfigurationProblem) {
    return printProblem(found, options, locale.asked ?? locale.usual, surroundings, warn);
  }
  const plan = planFor(options, locale, found, surroundings.workingDirectory);
  const t = translateInto(plan.locale);
  const progress = new Progress(stderr, stderr.isTTY === true && !options.quiet);
  const tally = new Tally();
  const reports = reportsOn(options, plan, surroundings, { tally, progress, t });
  const { format, print } = printer(options, plan.locale, surroundings, progress);
  await print([format.begin()]);
  try {
    for await (const report of reports) {
      tally.add(report);
      if (report.note !== undefined && !options.quiet) {
        progress.clear();
        warn(`${report.path}: ${report.note}`);
      }
      await print(format.file(report));
    }
  } catch (error) {
    tally.troubles.push({ path: '.', message: reasonOf(error) });
  }
  progress.clear();
  for (const { path, message } of tally.troubles) warn(`${path}: ${message}`);
  await print([format.end(tally)]);
  if (tally.troubles.length > 0) return 2;
  return tally.count.error > 0 || tally.count.warning > options.maxWarnings ? 1 : 0;
}

function configured(
  { config }: Options,
  { asked, usual }: ChosenLocale,
  { workingDirectory }: Surroundings,
  warn: (message: string) => void,
): FoundConfiguration | ConfigurationProblem {
  try {
    return findConfiguration(
      { workingDirectory, warn, ...(config !== undefined && { config }) },
      translateInto(asked ?? usual),
    );
  } catch (error) {
    if (error instanceof ConfigurationProblem) return error;
    throw error;
  }
}

/** Programs that read the output are to be able to; people read of it elsewhere, and of nothing checked nowhere. */
async function printProblem(
  { file, reason, message }: ConfigurationProblem,
  options: Options,
  locale: Locale,
  surroundings: Surroundings,
  warn: (message: string) => void,
): Promise<2> {
  warn(message);
  if (options.format === 'pretty') return 2;
  const { format, print } = printer(options, locale, surroundings);
  const tally = new Tally();
  tally.troubles.push({ path: file, message: reason });
  await print([format.begin(), format.end(tally)]);
  return 2;
}

function planFor(
  options: Options,
  { asked, usual }: ChosenLocale,
  { configuration, folder }: FoundConfiguration,
  workingDirectory: string,
): Plan {
  const configured = configuration.language === 'auto' ? undefined : configuration.language;
  const dialect = (options.dialect as Dialect | undefined) ?? configuration.dialect;
  return {
    configuration: {
      ...configuration,
      severity: { ...configuration.severity, ...options.severity },
      ...(dialect && { dialect }),
    },
    folder,
    workingDirectory,
    locale: asked ?? (configured as Locale | undefined) ?? usual,
    fix: options.fix === true,
    severities: severitiesFor(options),
    details: FORMATS[options.format].details,
    ...(options.language !== undefined && { languageId: options.language }),
  };
}

/** The format that is asked for, and what prints it. */
function printer(
  options: Options,
  locale: Locale,
  { stdout, stderr, environment }: Surroundings,
  progress?: Progress,
): { readonly format: Format; readonly print: (pieces: Iterable<string>) => Promise<void> } {
  // The fixed text has standard output to itself.
  const output = options.paths.includes(STDIN) && options.fix ? stderr : stdout;
  const format = FORMATS[options.format].create({
    t: translateInto(locale),
    locale,
    version: packageVersion(),
    color: wantsColor(options, environment, output),
    quiet: options.quiet === true,
  });
  const write = async (text: string) => {
    if (text === '') return;
    progress?.clear();
    if (!output.write(text)) await once(output, 'drain');
  };
  const print = async (pieces: Iterable<string>) => {
    let gathered = '';
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < PIECE) continue;
      await write(gathered);
      gathered = '';
    }
    await write(gathered);
  };
  return { format, print };
}

interface Watchers {
  readonly tally: Tally;
  readonly progress: Progress;
  readonly t: Translate;
}

/** @throws UsageProblem where the paths and options do not fit together */
function reportsOn(
  options: Options,
  plan: Plan,
  { stdin, stdout }: Surroundings,
  watchers: Watchers,
): AsyncIterable<FileReport> {
  const { paths, stdinFilename, language } = options;
  const { t } = watchers;
  if (!paths.includes(STDIN)) return fileReports(options, plan, watchers);
  if (paths.length > 1) {
    throw new UsageProblem(t('- stands alone: standard input is checked by itself'));
  }
  if (stdinFilename === undefined && language === undefined) {
    throw new UsageProblem(t('- needs --stdin-filename or --language'));
  }
  return stdinReport(stdinFilename, plan, { stdin, stdout });
}

async function* stdinReport(
  filename: string | undefined,
  plan: Plan,
  { stdin, stdout }: Pick<Surroundings, 'stdin' | 'stdout'>,
): AsyncGenerator<FileReport> {
  yield await checkStdin(filename, plan, stdin, stdout);
}

async function* fileReports(
  options: Options,
  plan: Plan,
  { tally, progress, t }: Watchers,
): AsyncGenerator<FileReport> {
  progress.show(t('Looking for files'));
  const { files, unsearched } = await findFiles(options.paths, plan.workingDirectory);
  const checker = new Checker(plan);
  for (const { path, error } of unsearched) {
    yield error === undefined
      ? { ...checker.troubled(path, t('no such file')), path }
      : checker.troubled(path, reasonOf(error));
  }
  for await (const report of runChecks(files, plan, options.threads)) {
    progress.show(t('{0} of {1} files', tally.files, files.length));
    yield report;
  }
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

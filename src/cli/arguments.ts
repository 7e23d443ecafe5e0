import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import stringWidth from 'string-width';
import {
  DIALECTS,
  LANGUAGE_IDS,
  RULE_CODES,
  SEVERITIES,
  type Severity,
  type Translate,
} from '../language';
import { LOCALES, type Locale, localeOf } from '../node/translations';
import { UsageProblem } from './problem';

/** What the output can look like. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;

/** What is asked for on the command line. */
export interface Options {
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly dialect?: string;
  readonly severity: Readonly<Record<string, Severity>>;
  readonly config?: string | false;
  readonly maxWarnings: number;
  readonly fix?: boolean;
  readonly hints?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly threads?: number;
  readonly stdinFilename?: string;
  readonly language?: string;
}

/** What the arguments come to: work to do, or a text to print and the code to exit with. */
export type Request =
  | { readonly options: Options }
  | { readonly text: string; readonly exitCode: 0 | 2 };

/** The language of the texts, which help needs before the arguments are read. */
export function chosenLocale(args: readonly string[]): Locale | undefined {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  if (at < 0) return undefined;
  const name = args[at]?.split('=')[1] ?? args[at + 1];
  return name === undefined ? undefined : localeOf(name);
}

/** Reads the command line. */
export function readArguments(args: readonly string[], version: string, t: Translate): Request {
  let text = '';
  let options: Options | undefined;
  const write = (more: string) => {
    text += more;
  };
  // The library's own headings, which are English.
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('Usage:'),
    'Arguments:': t('Arguments:'),
    'Options:': t('Options:'),
    'Commands:': t('Commands:'),
  };
  const localized = (command: Command) =>
    command
      .helpOption('-h, --help', t('show this help'))
      .configureHelp({
        helpWidth: HELP_WIDTH,
        styleTitle: (title) => titles[title] ?? title,
        optionDescription: (option) => describe(option, t),
        displayWidth: stringWidth,
        boxWrap(text, width) {
          return joinChinese(Help.prototype.boxWrap.call(this, text, width));
        },
      })
      .configureOutput({
        writeOut: write,
        writeErr: write,
        outputError: (problem) => write(problemIn(problem, t)),
      })
      .exitOverride();
  const program = localized(new Command('ecs-states'))
    .description(
      t('Checks the states of Huawei Cloud ECS and OpenStack Nova servers in JSON, YAML and code.'),
    )
    .usage('check [options] [paths...]')
    .helpCommand('help [command]', t('show the help of a command'))
    .version(version, '-V, --version', t('show the version'));
  const check = localized(program.command('check'))
    .summary(t('report states that no server can have'))
    .description(
      t(
        'Reports what no server can be: unknown vm_state, task_state and status values, impossible pairs, and conditions in code that are never true. Says nothing of files that are not about servers.',
      ),
    )
    .argument(
      '[paths...]',
      t('files, folders and globs; - reads standard input; the current folder where left out'),
    )
    .action((paths: string[], given: Omit<Options, 'paths'>) => {
      options = { ...given, paths: paths.length === 0 ? ['.'] : paths };
    });
  for (const option of optionsOf(t)) check.addOption(option);
  check.addHelpText('after', `\n${remarks(t)}`);
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    if (!(error instanceof CommanderError)) throw error;
    return { text, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return options ? { options } : { text: program.helpInformation(), exitCode: 2 };
}

const HELP_WIDTH = 90;

/** Takes out the blanks of Chinese texts, which are only there so that lines can be broken at them. */
function joinChinese(text: string): string {
  return text.replace(/(?<=[，。；：、]) |(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '');
}

/** What the library says of a wrong call, in the reader's language; in English where it says something else. */
function problemIn(problem: string, t: Translate): string {
  const forms: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
    [/^error: unknown option '(.*)'/, (option) => t("unknown option '{0}'", option)],
    [/^error: unknown command '(.*)'/, (command) => t("unknown command '{0}'", command)],
    [/^error: option '(.*)' argument missing/, (option) => t("option '{0}' lacks a value", option)],
    [
      /^error: option '([^']*)' argument '(.*)' is invalid\. (.*)/,
      (option, value, reason) => {
        const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
        const why = choices ? t('One of {0} is needed.', choices) : reason;
        return t("'{0}' is not a value of option '{1}'. {2}", value, option, why);
      },
    ],
  ];
  for (const [form, say] of forms) {
    const found = form.exec(problem);
    if (!found) continue;
    const similar = /\n\(Did you mean (?:one of )?(.*)\?\)/.exec(problem)?.[1];
    const hint = similar ? `\n${t('Did you mean {0}?', similar)}` : '';
    return `ecs-states: ${say(...found.slice(1))}${hint}\n`;
  }
  return problem;
}

function optionsOf(t: Translate): Option[] {
  return [
    new Option('-f, --format <name>', t('what the output looks like'))
      .choices(FORMATS)
      .default('pretty'),
    new Option('-d, --dialect <name>', t('the edition of the mapping')).choices(DIALECTS),
    new Option('-s, --severity <code=level>', t('severity of a rule, or off; can be repeated'))
      .argParser(severities(t))
      .default({}, t('that of the rule')),
    new Option(
      '-c, --config <file>',
      t('the configuration; else .ecs-states.json is searched for'),
    ),
    new Option('--no-config', t('read no configuration')),
    new Option('--max-warnings <n>', t('how many warnings are put up with'))
      .argParser(wholeNumber(t))
      .default(0),
    new Option('--fix', t('make the fixes that have one right answer')),
    new Option('--hints', t('report hints too')),
    new Option('-q, --quiet', t('report errors and warnings only, and no summary')),
    new Option('--stdin-filename <path>', t('the path to check standard input as')),
    new Option(
      '-l, --language <id>',
      t('language of standard input, and of files whose names show none'),
    ).choices(LANGUAGE_IDS),
    new Option(
      '--locale <name>',
      t('language of the messages; else that of the environment'),
    ).choices(LOCALES),
    new Option('--threads <n>', t('number of threads; 1 uses the main thread only')).argParser(
      wholeNumber(t),
    ),
    new Option('--color', t('colors even if the output is not a terminal')),
    new Option('--no-color', t('no colors')),
  ];
}

function severities(t: Translate) {
  return (value: string, previous: Readonly<Record<string, Severity>>) => {
    const code = RULE_CODES.find((known) => value.startsWith(`${known}=`));
    const severity = SEVERITIES.find((known) => value === `${code}=${known}`);
    if (!severity || !code) {
      throw new InvalidArgumentError(
        t(
          'A rule is one of {0}; a level is one of {1}.',
          RULE_CODES.join(', '),
          SEVERITIES.join(', '),
        ),
      );
    }
    return { ...previous, [code]: severity };
  };
}

function wholeNumber(t: Translate) {
  return (value: string) => {
    if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(t('A whole number is needed.'));
    return Number(value);
  };
}

/** An option's description with what can be chosen, in the reader's language. */
function describe(option: Option, t: Translate): string {
  const { description, argChoices, defaultValue, defaultValueDescription } = option;
  const usual =
    defaultValueDescription ?? (defaultValue === undefined ? undefined : String(defaultValue));
  const notes = [
    ...(argChoices ? [t('one of {0}', argChoices.join(', '))] : []),
    ...(usual !== undefined && !option.negate ? [t('default: {0}', usual)] : []),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}

/** What the list of options leaves open. */
function remarks(t: Translate): string {
  const section = (title: string, lines: readonly (readonly [string, string])[]) => {
    const width = Math.max(...lines.map(([name]) => stringWidth(name)));
    const rows = lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
    return `${title}\n${rows.join('\n')}\n`;
  };
  return [
    section(t('Exit codes:'), [
      ['0', t('no errors, and no more warnings than --max-warnings')],
      ['1', t('errors, or too many warnings')],
      ['2', t('a wrong call, or a file that could not be read or written')],
    ]),
    section(t('Files:'), [
      ['*', t('Folders and globs leave out what .gitignore names, node_modules and links.')],
      [
        '*',
        t('A file that is named is checked in any case, unless the configuration excludes it.'),
      ],
    ]),
    section(t('Configuration:'), [
      [
        '*',
        t('.ecs-states.json holds the settings of the editor, without ecsStates. before them.'),
      ],
      ['*', t('Where there is none, ecsStates.* in .vscode/settings.json of this folder holds.')],
    ]),
    section(t('Examples:'), [
      ['ecs-states check', t('this folder')],
      ['ecs-states check --fix mocks', t('makes what has one right answer')],
      ["ecs-states check 'tests/**/*.json' -s missing-cases=off", t('a glob, without one rule')],
      ['ecs-states check -f sarif . > ecs.sarif', t('for code scanning')],
      ['curl … | ecs-states check - -l json', t('standard input')],
    ]),
  ].join('\n');
}

import { readText } from '../document/parsed-document';
import { mayHoldStates } from '../records/prefilter';
import { RULE_CODES, RULES, type RuleCode } from '../rules/rules';
import type { Context } from '../settings/context';
import { fixesIn } from './fixes/fixes';

/** The languages that there is an example in. */
export const EXAMPLE_LANGUAGES = ['jsonc', 'yaml', 'typescript'] as const;

/** A language that there is an example in. */
export type ExampleLanguage = (typeof EXAMPLE_LANGUAGES)[number];

/**
 * A text with one fault of each kind, each with a comment on what is wrong and what its fix does.
 * @param languageId the language of the text; code has the faults of conditions, data those of records
 */
export function exampleText(languageId: ExampleLanguage, context: Context): string {
  const { t } = context;
  const mark = languageId === 'yaml' ? '#' : '//';
  const isCode = languageId === 'typescript';
  const parts = RULE_CODES.filter((code) => isShown(code, isCode)).map((code) => {
    const text = isCode ? functionOf(code) : recordOf(RULES[code].example.wrong, languageId);
    const fix = firstFix(text, code, languageId, context);
    return [
      `${mark} ${code}: ${t(RULES[code].summary)}`,
      ...(fix === undefined ? [] : [`${mark} ${t('Quick fix: {0}', fix)}`]),
      text,
    ].join('\n');
  });
  const intro = [
    t('Point at a state to read what it means; press Ctrl+. on an underlined one for its fixes.'),
    t('Delete a value and press Ctrl+Space to see what can stand there.'),
  ].map((line) => `${mark} ${line}`);
  if (languageId !== 'jsonc') return `${[...intro, '', parts.join('\n\n')].join('\n')}\n`;
  const indented = parts.map((part) => part.replace(/^/gm, '  '));
  return `${[...intro, '[', indented.join(',\n\n'), ']'].join('\n')}\n`;
}

function isShown(code: RuleCode, isCode: boolean): boolean {
  const { kind, defaultSeverity, example } = RULES[code];
  if (isCode) return kind === 'code' && defaultSeverity !== 'off';
  return kind !== 'code' && defaultSeverity === 'warning' && mayHoldStates(example.wrong);
}

/** A record, which is written as the members of a JSON object, in the syntax of the language. */
function recordOf(members: string, languageId: ExampleLanguage): string {
  const record: Record<string, string | null> = JSON.parse(`{ ${members} }`);
  const entries = Object.entries(record);
  if (languageId !== 'yaml') {
    const lines = entries.map(
      ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `{\n${lines.join(',\n')}\n}`;
  }
  return entries
    .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value ?? 'null'}`)
    .join('\n');
}

/** A function round the example of a rule about code. */
function functionOf(code: RuleCode): string {
  const { wrong } = RULES[code].example;
  const name = code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const body = /[;}]$/.test(wrong) ? wrong : `return ${wrong};`;
  return `function ${name}(server) {\n  ${body.replaceAll('; if', ';\n  if')}\n}`;
}

function firstFix(
  text: string,
  code: RuleCode,
  languageId: string,
  context: Context,
): string | undefined {
  const parsed = readText(text, languageId);
  const fixes = parsed ? fixesIn(parsed, { start: 0, end: text.length }, context) : [];
  return fixes.find((fix) => fix.code === code && fix.kind === 'change')?.title;
}

import type { Translate } from '../text/localize';
import { RULES, type RuleCode } from './rules';
import { SEVERITIES, severitySetting } from './severity';

/** A part of a rule's page. */
interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What there is to read about a rule without its settings, as paragraphs of Markdown. */
export function ruleHelp(code: RuleCode, t: Translate): string[] {
  const sections = [...examples(code, t), whenNotToUse(code, t)];
  return [
    ...why(code, t).paragraphs,
    ...sections.flatMap(({ title, paragraphs }) => [`**${title}**`, ...paragraphs]),
  ];
}

/**
 * All there is to read about a rule, as paragraphs of Markdown: what it reports and why, examples, its settings, and
 * when not to use it.
 * @param heading the mark of the sections' headings
 */
export function ruleDescription(code: RuleCode, t: Translate, heading = '##'): string[] {
  const sections = [why(code, t), ...examples(code, t), options(code, t), whenNotToUse(code, t)];
  return [
    `**${t(RULES[code].summary)}**`,
    ...sections.flatMap(({ title, paragraphs }) => [`${heading} ${title}`, ...paragraphs]),
  ];
}

function why(code: RuleCode, t: Translate): Section {
  return { title: t('Why'), paragraphs: RULES[code].documentation.map((text) => t(text)) };
}

function examples(code: RuleCode, t: Translate): Section[] {
  const { kind, example } = RULES[code];
  const block = (text: string) =>
    kind === 'code' ? `\`\`\`ts\n${text}\n\`\`\`` : `\`\`\`json\n{ ${text} }\n\`\`\``;
  return [
    { title: t('Wrong'), paragraphs: [block(example.wrong)] },
    { title: t('Right'), paragraphs: [block(example.right)] },
  ];
}

function options(code: RuleCode, t: Translate): Section {
  const { kind, defaultSeverity } = RULES[code];
  const severities = SEVERITIES.map((severity) => `\`${severity}\``).join(' | ');
  const setting = (name: string) => `\`ecsStates.${name}\``;
  const lines = [
    t(
      '{0}: {1}, by default {2}.',
      setting(severitySetting(code)),
      severities,
      `\`${defaultSeverity}\``,
    ),
    ...(kind === 'comment'
      ? []
      : [
          t('{0}: the edition of the mapping that records are compared with.', setting('dialect')),
          t('{0}: rows of your own that are possible as well.', setting('additionalRows')),
        ]),
  ];
  const elsewhere = t(
    '{0} and {1} turn rules off for files; comments with ecs-states-disable-line do so for a line.',
    setting('suppress'),
    setting('exclude'),
  );
  return {
    title: t('Options'),
    paragraphs: [lines.map((line) => `- ${line}`).join('\n'), elsewhere],
  };
}

function whenNotToUse(code: RuleCode, t: Translate): Section {
  return { title: t('When not to use it'), paragraphs: [t(RULES[code].whenNotToUse)] };
}

import type { Translate } from '../text/localize';
import { RULES, type RuleCode } from './rules';
import { severitySetting } from './severity';

/** What there is to say of a rule, as paragraphs of Markdown: why it matters, and an example of each side. */
export function ruleHelp(code: RuleCode, t: Translate): string[] {
  const { kind, documentation, example } = RULES[code];
  const block = (text: string) =>
    kind === 'code' ? `\`\`\`ts\n${text}\n\`\`\`` : `\`\`\`json\n{ ${text} }\n\`\`\``;
  return [
    ...documentation.map((paragraph) => t(paragraph)),
    t('Faulty:'),
    block(example.wrong),
    t('Right:'),
    block(example.right),
  ];
}

/** All that there is to say of a rule, as paragraphs of Markdown: what it is about, why, and how to set it. */
export function ruleDescription(code: RuleCode, t: Translate): string[] {
  const { summary, defaultSeverity } = RULES[code];
  return [
    `**${t(summary)}**`,
    ...ruleHelp(code, t),
    t(
      'Setting: {0}, by default {1}.',
      `\`ecsStates.${severitySetting(code)}\``,
      `\`${defaultSeverity}\``,
    ),
  ];
}

import { RULE_CODES, RULES, type RuleCode, ruleHelp, type Translate } from '../language';

/** The documentation page of all rules, as Markdown; each rule's heading is its code, so links find it. */
export function rulesPage(t: Translate): string {
  const intro = [
    `# ${t('ECS States: diagnostics')}`,
    t(
      'Each diagnostic has a code and a setting for its severity; off silences it. A record is judged only where it can be about nothing but a server.',
    ),
  ];
  return `${[...intro, ...RULE_CODES.flatMap((code) => ruleSection(code, t))].join('\n\n')}\n`;
}

function ruleSection(code: RuleCode, t: Translate): string[] {
  const { summary, defaultSeverity } = RULES[code];
  return [
    `## ${code}`,
    `**${t(summary)}**`,
    ...ruleHelp(code, t),
    t('Setting: {0}, by default {1}.', `\`ecsStates.severity.${code}\``, `\`${defaultSeverity}\``),
  ];
}

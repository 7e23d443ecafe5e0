import { RULE_CODES, ruleDescription, type Translate } from '../language';

/** The documentation page of all rules, as Markdown; each rule's heading is its code, so links find it. */
export function rulesPage(t: Translate): string {
  const intro = [
    `# ${t('ECS States: diagnostics')}`,
    t(
      'Each diagnostic has a code and a setting for its severity; off silences it. A record is judged only where it can be about nothing but a server.',
    ),
  ];
  const rules = RULE_CODES.flatMap((code) => [`## ${code}`, ...ruleDescription(code, t)]);
  return `${[...intro, ...rules].join('\n\n')}\n`;
}

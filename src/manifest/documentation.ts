import { RULE_CODES, ruleDescription, type Translate } from '../language';

/** The documentation page of all rules, as Markdown; each rule's heading is its code, so links find it. */
export function rulesPage(t: Translate): string {
  const intro = [
    `# ${t('ECS States: rules')}`,
    t(
      'Each problem names its rule, which has a setting for its severity: off turns it off. A record is checked only where it is about a server for sure.',
    ),
  ];
  const rules = RULE_CODES.flatMap((code) => [`## ${code}`, ...ruleDescription(code, t, '###')]);
  return `${[...intro, ...rules].join('\n\n')}\n`;
}

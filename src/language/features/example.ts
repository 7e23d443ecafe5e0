import { mayHoldStates } from '../records/prefilter';
import { RULE_CODES, RULES } from '../rules/rules';

/** A JSON text with a record for each thing that can be wrong with one: to try out what the extension does. */
export function exampleText(): string {
  const codes = RULE_CODES.filter((code) => {
    const { kind, defaultSeverity, example } = RULES[code];
    return defaultSeverity === 'warning' && kind !== 'code' && mayHoldStates(example.wrong);
  });
  const records = codes.map((code) => `  { ${RULES[code].example.wrong} }`);
  return `[\n${records.join(',\n')}\n]\n`;
}

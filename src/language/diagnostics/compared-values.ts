import type { CodeFinding } from '../analysis';
import type { KeyNames } from '../records/key-names';
import type { Finding } from './record-findings';

/**
 * Splits off the values that code compares a field with and that rules about code say more about: there the other
 * half of the comparison may be what is wrong. The analysis of conditions finds some of them, too, and knows more.
 * @param known what that has found
 */
export function splitCompared(
  findings: readonly Finding[],
  known: readonly CodeFinding[],
  keys: KeyNames,
): { findings: readonly Finding[]; compared: readonly CodeFinding[] } {
  const places = new Set(known.map(({ code, start }) => `${code} ${start}`));
  const rest: Finding[] = [];
  const compared: CodeFinding[] = [];
  for (const finding of findings) {
    const { rule, problem, record } = finding;
    const inCode = rule.kind === 'value' ? rule.inCode?.(problem, finding, keys) : undefined;
    if (inCode && places.has(`${inCode.code} ${inCode.start}`)) continue;
    if (inCode && record.kind === 'code') compared.push(inCode);
    else rest.push(finding);
  }
  return { findings: rest, compared };
}

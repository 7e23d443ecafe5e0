import type { LogicFinding } from '../analysis/finding';
import type { KeyNames } from '../records/key-names';
import type { TextEdit } from '../text/edit';
import type { Finding } from './record-rules';

/**
 * Splits off the literals that code compares a field with and that are states of another field: there the other
 * half of the comparison may be what is wrong. The analysis of conditions finds some of them, too, and knows more.
 * @param logic what that has found
 */
export function splitOtherFields(
  findings: readonly Finding[],
  logic: readonly LogicFinding[],
  keys: KeyNames,
): { findings: readonly Finding[]; compared: readonly LogicFinding[] } {
  const known = new Set(
    logic.filter(({ code }) => code === 'wrong-field').map(({ start }) => start),
  );
  const rest: Finding[] = [];
  const compared: LogicFinding[] = [];
  for (const finding of findings) {
    const isUnknown = finding.code.startsWith('unknown-');
    if (isUnknown && known.has(finding.stateField.inner.start)) continue;
    if (isUnknown && finding.record.kind === 'code' && finding.fault.ownField) {
      compared.push(toWrongField(finding, keys));
    } else rest.push(finding);
  }
  return { findings: rest, compared };
}

function toWrongField(finding: Finding, keys: KeyNames): LogicFinding {
  const { field, ownField, expected, ...row } = finding.fault;
  const { start, end } = finding.stateField.inner;
  return {
    code: 'wrong-field',
    start,
    end,
    field,
    root: '',
    values: [row[field] ?? null],
    negated: false,
    meant: ownField ? [ownField] : [],
    expected,
    related: [],
    edits: ownField ? editsFor(finding, keys) : [],
  };
}

/** Names the field that was meant, where one literal is compared with a member. */
function editsFor({ record, stateField, fault }: Finding, keys: KeyNames): TextEdit[] {
  const { key, outer } = stateField;
  const { start, end } = key;
  const { range, member, loose } = record;
  const isOperand = range.start === outer.start || range.end === outer.end;
  const isWithin = range.start <= start && end <= range.end;
  if (!fault.ownField || !member || loose || !isOperand || !isWithin) return [];
  return [{ start, end, newText: keys.respell(stateField.spelling, fault.ownField) }];
}

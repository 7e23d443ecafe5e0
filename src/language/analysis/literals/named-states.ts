import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord, Value } from '../../records/record';
import { resemblesState } from '../../records/state-names';
import { fieldOf } from '../../syntax/typescript/comparisons';
import { firstChild, nextSibling, unwrap } from '../../syntax/typescript/nodes';
import { isCopy, readDestructured } from '../expressions/destructuring';
import { type Names, readSubject, type Subject } from '../expressions/paths';
import { readCompared, readPredicate } from '../expressions/predicates';

/**
 * The names that the reader does not know for states: those that the pattern renames, and those in camel case
 * that stand next to another, for alone they are everybody's.
 */
export function checkedNames(source: KeyedSource, node: SyntaxNode): Names {
  const names = readDestructured(source, node);
  const entries = [...names].filter(([name, { subject }]) => {
    const { receiver, name: field } = subject;
    if (field.field === 'status' || name === field.field) return false;
    if (field.prefixed || field.own || field.spelling === field.field) return true;
    return [...names.values()].some(
      ({ subject: other }) =>
        other.receiver === receiver &&
        other.name.field !== field.field &&
        other.name.field !== 'status',
    );
  });
  return new Map(entries);
}

export function readCompare(
  source: KeyedSource,
  node: SyntaxNode,
  names: Names,
  group: number,
): StateRecord[] {
  const range = { start: node.from, end: node.to };
  const subjectAndValues =
    node.name === 'SwitchStatement'
      ? readCases(source, node, names)
      : readPredicate(source, node, (side) => readSubject(source, side, names));
  if (!subjectAndValues?.subject.receiver.startsWith('{')) return [];
  const { subject, compared } = subjectAndValues;
  if (subject.name.field === 'status') return [];
  return compared.flatMap(({ written }): StateRecord[] =>
    written.value.kind === 'opaque' || !isToCheck(subject, written.value)
      ? []
      : [
          {
            kind: 'code',
            range,
            fields: [fieldOf(subject.name, written)],
            group,
            member: true,
          },
        ],
  );
}

/** A copy by another name may be meant for states of several kinds: only what is nearly one of these is checked. */
function isToCheck({ receiver, name }: Subject, value: Value): boolean {
  if (!isCopy(receiver) || value.kind !== 'text' || value.text === '') return true;
  return resemblesState(name.field, value.text);
}

function readCases(source: KeyedSource, node: SyntaxNode, names: Names) {
  const head = node.getChild('ParenthesizedExpression');
  const isName = head && unwrap(head).name === 'VariableName';
  const subject = isName ? readSubject(source, head, names) : undefined;
  if (!subject) return undefined;
  const labels = node.getChild('SwitchBody')?.getChildren('CaseLabel') ?? [];
  const compared = labels.flatMap((label) => {
    const keyword = firstChild(label);
    const value = keyword && nextSibling(keyword);
    return value && value.name !== ':' ? [readCompared(source, value)] : [];
  });
  return { subject, compared };
}

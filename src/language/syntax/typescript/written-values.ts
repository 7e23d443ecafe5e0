import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { readSubject, toRecord } from './comparisons';
import { firstChild, nextSibling, readValue } from './nodes';

/** Operators that assign what is on their right, and those that do so where there is nothing yet. */
const ASSIGNING = new Set(['=', '??=', '||=']);
const CHOOSING = new Set(['??', '||']);

const UPPER_WORD = /^[A-Z_]+$/;

/** The record of a literal that an `AssignmentExpression` assigns to a state: `server.task_state = 'deleting'`. */
export function readAssignment(
  source: KeyedSource,
  node: SyntaxNode,
  group: number,
): StateRecord[] {
  const target = firstChild(node);
  const operator = target && nextSibling(target);
  if (!target || (operator?.name !== 'Equals' && operator?.name !== 'UpdateOp')) return [];
  if (!ASSIGNING.has(source.read(operator.from, operator.to))) return [];
  const subject = readSubject(source, target);
  const written = subject && readValue(source, nextSibling(operator), operator.to);
  if (!written || written.value.kind === 'opaque') return [];
  const caution = operator.name === 'Equals' ? 'likely' : 'near';
  return [toRecord(subject, written, node, group, caution)];
}

/** The record of a literal that stands for a state where there is none: `server.vm_state ?? 'active'`. */
export function readDefault(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  if (!left || operator?.name !== 'LogicOp') return [];
  if (!CHOOSING.has(source.read(operator.from, operator.to))) return [];
  const subject = readSubject(source, left);
  const written = subject && readValue(source, nextSibling(operator), operator.to);
  if (!written || written.value.kind === 'opaque') return [];
  // A word in upper case is to be read by people.
  const isLabel = written.value.kind === 'text' && UPPER_WORD.test(written.value.text);
  if (isLabel && subject.name.field !== 'status') return [];
  return [toRecord(subject, written, node, group, 'near')];
}

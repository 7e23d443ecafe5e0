import type { SyntaxNode } from '@lezer/common';
import { type LetterCase, ownCaseOf } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import type { Caution, StateField, StateRecord } from '../../records/record';
import {
  comparedSides,
  firstChild,
  isLiteral,
  isMissing,
  nextSibling,
  readStateName,
  readValue,
  type StateName,
  unwrap,
} from './nodes';
import { detach, type Written } from './strings';

const LOOKUPS = new Set(['includes', 'indexOf']);

/** What code compares with literals: a member (`x.vm_state`) or a variable (`vm_state`). */
export interface Subject {
  readonly name: StateName;
  readonly member: boolean;
  /** As it is written, where that is short. */
  readonly text?: string;
  /** Set where the code changes the case of the state. */
  readonly letterCase?: LetterCase;
}

/** Longer subjects, in code units, are not kept. */
const LONGEST_SUBJECT = 80;

/** The record of a comparison of a state with a literal, where a `BinaryExpression` is one. */
export function readComparison(
  source: KeyedSource,
  node: SyntaxNode,
  group: number,
): StateRecord[] {
  const compared = comparedSides(source, node);
  if (!compared) return [];
  for (const [subjectNode, other] of compared.sides) {
    const subject = subjectNode && readSubject(source, subjectNode);
    if (!subject) continue;
    const written = readValue(source, other, compared.behindOperator);
    if (written.value.kind !== 'opaque') return [toRecord(subject, written, node, group)];
  }
  return [];
}

/** The records of a `switch` over a state, one for each of its cases that is a literal. */
export function readSwitch(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const head = node.getChild('ParenthesizedExpression');
  const subject = head && readSubject(source, head);
  if (!subject) return [];
  const records: StateRecord[] = [];
  const body = node.getChild('SwitchBody');
  for (let label = body?.firstChild; label; label = label.nextSibling) {
    if (label.name !== 'CaseLabel') continue;
    const keyword = firstChild(label);
    if (!keyword) continue;
    const written = readValue(source, nextSibling(keyword), keyword.to);
    if (written.value.kind !== 'opaque') records.push(toRecord(subject, written, label, group));
  }
  return records;
}

/** The records of `[...].includes(state)` and `indexOf`, one for each element that is a literal. */
export function readLookup(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const callee = firstChild(node);
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
  if (method?.name !== 'PropertyName') return [];
  if (!LOOKUPS.has(source.read(method.from, Math.min(method.to, method.from + 9)))) return [];
  const target = callee && firstChild(callee);
  const list = target && unwrap(target);
  if (list?.name !== 'ArrayExpression') return [];
  const parenthesis = node.getChild('ArgList')?.firstChild;
  const argument = parenthesis && nextSibling(parenthesis);
  const subject = argument && readSubject(source, argument);
  if (!subject) return [];

  const records: StateRecord[] = [];
  let spread = false;
  for (let element = list.firstChild; element; element = element.nextSibling) {
    if (element.name === ',') spread = false;
    else if (element.name === 'Spread') spread = true;
    else if (!spread && !isMissing(element)) {
      const written = readValue(source, element, element.from);
      if (written.value.kind !== 'opaque') records.push(toRecord(subject, written, node, group));
    }
  }
  return records;
}

/** What stands before `??`, or before `||` as well: a default does not change what is looked at. */
function withoutDefault(source: KeyedSource, node: SyntaxNode, operators = '??'): SyntaxNode {
  const left = node.name === 'BinaryExpression' ? firstChild(node) : null;
  const operator = left && nextSibling(left);
  if (!left || operator?.name !== 'LogicOp') return node;
  return operators.includes(source.read(operator.from, operator.to)) ? unwrap(left) : node;
}

/** Methods that leave a state the same word, with the case that they give it. */
const SAME_WORD: ReadonlyMap<string, LetterCase | undefined> = new Map([
  ['toUpperCase', 'upper'],
  ['toLocaleUpperCase', 'upper'],
  ['toLowerCase', 'lower'],
  ['toLocaleLowerCase', 'lower'],
  ['trim', undefined],
]);
const LONGEST_METHOD = 17;
const MOST_CALLS = 4;

/** The expression whose case a chain of calls changes, and the case that it gets last. */
export function withoutCase(
  source: KeyedSource,
  node: SyntaxNode,
): { readonly core: SyntaxNode; readonly letterCase?: LetterCase } {
  let core = withoutDefault(source, unwrap(node));
  let letterCase: LetterCase | undefined;
  for (let calls = 0; core.name === 'CallExpression' && calls < MOST_CALLS; calls++) {
    const callee = firstChild(core);
    const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
    const object = callee && firstChild(callee);
    if (!object || !method || method.to - method.from > LONGEST_METHOD) break;
    const name = source.read(method.from, method.to);
    if (!SAME_WORD.has(name)) break;
    letterCase ??= SAME_WORD.get(name);
    core = withoutDefault(source, unwrap(object), '?? ||');
  }
  return letterCase ? { core, letterCase } : { core };
}

/** The state field that an expression reads, whatever its default and case; undefined for any other expression. */
export function readSubject(source: KeyedSource, node: SyntaxNode): Subject | undefined {
  const { core, letterCase } = withoutCase(source, node);
  let named: SyntaxNode | null = core;
  const member = core.name === 'MemberExpression';
  if (member) {
    named = core.lastChild;
    if (named?.name === ']') {
      named = named.prevSibling;
      if (!named || !isLiteral(named)) return undefined;
    } else if (named?.name !== 'PropertyName') return undefined;
  } else if (core.name !== 'VariableName') return undefined;
  const name = named && readStateName(source, named);
  if (!name) return undefined;
  // A status alone says nothing of servers: nearly everything has one.
  if (name.field === 'status' && !name.own && !source.readsAnyStatus) return undefined;
  const { from, to } = core;
  const isChanged = letterCase !== undefined && letterCase !== ownCaseOf(name.field);
  const subject = { name, member, ...(isChanged && { letterCase }) };
  if (!member || to - from > LONGEST_SUBJECT) return subject;
  return { ...subject, text: detach(source.read(from, to)) };
}

/**
 * The record of a literal that is next to a state.
 * @param node the whole expression
 * @param caution set where the literal is not compared with the state
 */
export function toRecord(
  { name, member, text, letterCase }: Subject,
  written: Written,
  node: SyntaxNode,
  group: number,
  caution?: Caution,
): StateRecord {
  return {
    kind: 'code',
    range: { start: node.from, end: Math.max(node.to, written.outer.end) },
    fields: [fieldOf(name, written)],
    group,
    member,
    ...(text !== undefined && { subject: text }),
    ...(letterCase && { letterCase, caution: 'near' as const }),
    ...(caution && { caution }),
  };
}

/** A field that code looks at, with what it is compared with. */
export function fieldOf(name: StateName, written: Written): StateField {
  const { field, spelling, range: key, own } = name;
  return { field, spelling, ...(own && { own }), key, ...written };
}

import type { SyntaxNode, Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { readSubject, type Subject, toRecord } from '../../syntax/typescript/comparisons';
import {
  EQUALITY,
  firstChild,
  isLiteral,
  nextSibling,
  readIdentifier,
  readValue,
  unwrap,
} from '../../syntax/typescript/nodes';
import { containerOf } from '../expressions/containers';
import { fixedMember } from '../expressions/lookups';
import { constantValue, mentionsOf } from './named-constants';

const CHANGING = new Set(['AssignmentExpression', 'PostfixExpression', 'UnaryExpression']);

/** A comparison of a state with a constant, or with a member of one. */
export interface ConstantUse {
  readonly constant: string;
  readonly member?: string;
  readonly subject: Subject;
}

/** What is known of a name that a state is compared with. */
interface Constant {
  readonly uses: ConstantUse[];
  value: SyntaxNode | null;
  definitions: number;
  isChanged: boolean;
}

/** The constants that a `BinaryExpression` or the cases of a `SwitchStatement` compare a state with. */
export function readConstantUses(source: KeyedSource, node: SyntaxNode): ConstantUse[] {
  if (node.name === 'SwitchStatement') return usesInCases(source, node);
  const left = firstChild(node);
  const operator = left && nextSibling(left);
  if (!left || operator?.name !== 'CompareOp') return [];
  if (!EQUALITY.has(source.read(operator.from, operator.to))) return [];
  const right = nextSibling(operator);
  return right ? [...useIn(source, left, right), ...useIn(source, right, left)] : [];
}

function usesInCases(source: KeyedSource, node: SyntaxNode): ConstantUse[] {
  const head = node.getChild('ParenthesizedExpression');
  if (!head || !readSubject(source, head)) return [];
  const labels = node.getChild('SwitchBody')?.getChildren('CaseLabel') ?? [];
  return labels.flatMap((label) => {
    const keyword = firstChild(label);
    const value = keyword && nextSibling(keyword);
    return value ? useIn(source, head, value) : [];
  });
}

function useIn(source: KeyedSource, state: SyntaxNode, other: SyntaxNode): ConstantUse[] {
  const core = unwrap(other);
  const object = core.name === 'MemberExpression' ? firstChild(core) : core;
  if (object?.name !== 'VariableName') return [];
  const constant = readIdentifier(source, object)?.name;
  const subject = constant && readSubject(source, state);
  if (!subject) return [];
  if (object === core) return [{ constant, subject }];
  const member = fixedMember(source, object);
  return member === undefined ? [] : [{ constant, member, subject }];
}

/** The same of a text in which it has moved. */
export function movedUse(use: ConstantUse, by: number): ConstantUse {
  const { start, end } = use.subject.name.range;
  const name = { ...use.subject.name, range: { start: start + by, end: end + by } };
  return { ...use, subject: { ...use.subject, name } };
}

/**
 * The literals of constants that states are compared with: `const WANT = 'active'`, and
 * `const VmState = { STOPPED: 'stopped' } as const`. One that is compared with two fields, changed or of several
 * things with the same name may be meant otherwise.
 * @param uses all of the text
 */
export function readComparedConstants(
  tree: Tree,
  source: KeyedSource,
  uses: readonly ConstantUse[],
  newGroup: () => number,
): StateRecord[] {
  if (uses.length === 0) return [];
  const constants = new Map<string, Constant>();
  for (const use of uses) {
    const known = constants.get(use.constant);
    if (known) known.uses.push(use);
    else
      constants.set(use.constant, { uses: [use], value: null, definitions: 0, isChanged: false });
  }
  for (const { name, node } of mentionsOf([...constants.keys()], tree, source)) {
    const constant = constants.get(name);
    if (!constant) continue;
    if (node.name === 'VariableDefinition') {
      constant.definitions++;
      constant.value = constantValue(node, true);
    } else if (isChanged(node)) constant.isChanged = true;
  }
  return [...constants.values()].flatMap((constant) => recordsOf(source, constant, newGroup()));
}

function recordsOf(source: KeyedSource, constant: Constant, group: number): StateRecord[] {
  const { uses, value, definitions, isChanged } = constant;
  if (!value || definitions !== 1 || isChanged) return [];
  const members = membersOf(source, value);
  const byMember = new Map<string | undefined, ConstantUse[]>();
  for (const use of uses) {
    const known = byMember.get(use.member);
    if (known) known.push(use);
    else byMember.set(use.member, [use]);
  }
  return [...byMember].flatMap(([member, [first, ...more]]): StateRecord[] => {
    const literal = member === undefined ? unwrap(value) : members.get(member);
    const field = first?.subject.name.field;
    if (!first || !literal || !isLiteral(literal)) return [];
    if (more.some(({ subject }) => subject.name.field !== field)) return [];
    const written = readValue(source, literal, literal.from);
    if (written.value.kind !== 'text') return [];
    return [toRecord(first.subject, written, literal, group, 'near')];
  });
}

/** The values of the members of an object literal that stand in it once, without what is around them. */
function membersOf(source: KeyedSource, value: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  const members = new Map<string, SyntaxNode>();
  const container = containerOf(source, value);
  if (container?.kind !== 'object') return members;
  for (const property of container.node.getChildren('Property')) {
    const key = firstChild(property);
    const colon = key && nextSibling(key);
    const literal = colon?.name === ':' ? nextSibling(colon) : null;
    if (!key || !literal) continue;
    const { value: name } = readValue(source, key, key.from);
    const text = name.kind === 'text' ? name.text : readIdentifier(source, key)?.name;
    if (text !== undefined) members.set(text, unwrap(literal));
  }
  return members;
}

/** Whether something else is put into a constant's member. */
function isChanged(node: SyntaxNode): boolean {
  const member = node.parent?.name === 'MemberExpression' ? node.parent : null;
  const holder = member?.parent;
  return holder?.firstChild?.from === node.from && CHANGING.has(holder?.name ?? '');
}

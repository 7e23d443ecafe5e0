import type { SyntaxNode } from '@lezer/common';
import { isLiteral, meantName } from '../../../model';
import { firstChild, isMissing, nextSibling, unwrap } from '../../syntax/typescript/nodes';
import { rootOf, type Subject } from '../expressions/paths';
import { childrenOf } from '../expressions/walk';
import type { Conditions } from './conditions';
import { type Fact, type Knowledge, rowsOf } from './facts';
import { caseEdits } from './missing-cases-fix';
import { factOf } from './narrowing';
import { type Atom, readCompared } from './predicates';
import { valuesIn } from './row-sets';
import { isJudgeable } from './scopes';

/** The fewest cases that show that a switch is meant to tell states from each other. */
const FEWEST_CASES = 2;

/** Labels that stand together, and the statements behind them. */
interface Group {
  readonly labels: SyntaxNode[];
  readonly statements: SyntaxNode[];
}

export function groupsOf(body: SyntaxNode): Group[] {
  const groups: Group[] = [];
  for (const child of childrenOf(body)) {
    const last = groups.at(-1);
    if (child.name === 'CaseLabel' || child.name === 'DefaultLabel') {
      if (last && last.statements.length === 0) last.labels.push(child);
      else groups.push({ labels: [child], statements: [] });
    } else if (child.name !== '{' && child.name !== '}') last?.statements.push(child);
  }
  return groups;
}

export function caseValue(label: SyntaxNode): SyntaxNode | null {
  const keyword = label.name === 'CaseLabel' ? firstChild(label) : null;
  const value = keyword && nextSibling(keyword);
  return !value || isMissing(value) || value.name === ':' ? null : value;
}

export function caseAtom({ source }: Conditions, subject: Subject, value: SyntaxNode): Atom {
  return {
    kind: 'equal',
    subject,
    range: { start: value.from, end: value.to },
    negated: false,
    compared: [readCompared(source, value, false)],
  };
}

/** What is known behind the labels of a group that is not fallen into. */
export function labelFacts(
  { meaning }: Conditions,
  labels: readonly SyntaxNode[],
  atoms: ReadonlyMap<SyntaxNode, Atom>,
  failing: readonly Fact[],
): Fact[] {
  if (labels.some(({ name }) => name === 'DefaultLabel')) {
    return labels.length === 1 ? [...failing] : [];
  }
  const facts = labels.flatMap((label) => {
    const atom = atoms.get(label);
    return atom ? [factOf(meaning, atom, true)] : [];
  });
  const [first] = facts;
  const last = facts.at(-1);
  if (!first || !last || facts.length !== labels.length) return [];
  const rows = facts.reduce((union, fact) => union | fact.rows, 0n);
  return [{ ...first, rows, range: { start: first.range.start, end: last.range.end } }];
}

export function judgeCase(
  conditions: Conditions,
  atom: Atom,
  entry: Knowledge,
  earlier: readonly Fact[],
): void {
  const { listed, all } = conditions.space;
  if ((rowsOf(entry, atom.subject.receiver, all) & listed) === 0n) return;
  conditions.judge(atom, true, [...entry, ...earlier], 'unreachable-case');
}

export function reportMissing(
  conditions: Conditions,
  node: SyntaxNode,
  subject: Subject,
  atoms: readonly Atom[],
  entry: Knowledge,
): void {
  const { space, scope, source, meaning } = conditions;
  const { field } = subject.name;
  const body = node.getChild('SwitchBody');
  const head = node.getChild('ParenthesizedExpression');
  if (!body || !head || field === 'status' || body.getChild('DefaultLabel')) return;
  if (!isJudgeable(scope.receivers.get(subject.receiver))) return;
  const values = atoms.map(({ compared }) => compared[0]?.value);
  if (values.includes(undefined)) return;
  // A misspelt case is said to be so elsewhere; here it stands for the state that it was meant for.
  const meant = values.map((value) => value && (meantName(space.relation, field, value) ?? value));
  const states = meant.filter((value) => value != null && isLiteral(space.relation, field, value));
  if (new Set(states).size < FEWEST_CASES) return;
  let left = rowsOf(entry, subject.receiver, space.all);
  for (const atom of atoms) {
    const { rows } = factOf(meaning, atom, true);
    // A case that says nothing, of another edition or not to be relied on, covers nothing either.
    if (rows !== space.all) left &= ~rows;
  }
  for (const value of meant) if (value) left &= ~(space.having(field, value) ?? 0n);
  const missing = valuesIn(space, field, left);
  if (missing.length === 0) return;
  const core = unwrap(head);
  conditions.report({
    code: 'missing-cases',
    start: core.from,
    end: core.to,
    root: rootOf(subject.receiver),
    field,
    values: missing,
    negated: false,
    meant: [],
    related: [],
    edits: caseEdits(source, body, missing),
  });
}

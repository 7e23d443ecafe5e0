import type { SyntaxNode } from '@lezer/common';
import { firstChild, nextSibling } from '../../syntax/typescript/nodes';
import { readSubject } from '../expressions/paths';
import { bodyOf, childrenOf, walkWithin } from '../expressions/walk';
import type { Conditions } from './conditions';
import { effectsOf } from './effects';
import { type Fact, type Knowledge, meet, NOTHING, without } from './facts';
import { factOf } from './narrowing';
import type { Atom } from './predicates';
import {
  caseAtom,
  caseValue,
  groupsOf,
  judgeCase,
  labelFacts,
  reportMissing,
} from './switch-cases';

const LONGEST_NAME = 128;

/** Follows what is known through the body of a function. */
export function followFunction(conditions: Conditions): void {
  const body = bodyOf(conditions.scope.node);
  if (!body) return;
  const isBlock = body.name === 'Block' || body.name === 'Script';
  if (isBlock) followStatements(conditions, childrenOf(body), NOTHING);
  else conditions.visit(body, NOTHING);
}

/** What is known behind statements that run one after the other; null where none is reached. */
export function followStatements(
  conditions: Conditions,
  statements: readonly SyntaxNode[],
  known: Knowledge,
): Knowledge | null {
  let now: Knowledge | null = known;
  // What stands behind an exit is looked at as well: it may be a mistake of its own.
  for (const statement of statements) {
    const after: Knowledge | null = follow(conditions, statement, now ?? NOTHING);
    now = now === null ? null : after;
  }
  return now;
}

function follow(conditions: Conditions, node: SyntaxNode, known: Knowledge): Knowledge | null {
  return conditions.budget.deeper(() => {
    switch (node.name) {
      case 'Block':
        return followBlock(conditions, node, known);
      case 'IfStatement':
        return followIf(conditions, node, known);
      case 'SwitchStatement':
        return followSwitch(conditions, node, known);
      case 'WhileStatement': {
        const [, head, body] = childrenOf(node);
        const { holds } = head ? conditions.branch(head, NOTHING) : { holds: NOTHING };
        if (body) follow(conditions, body, holds);
        return NOTHING;
      }
      case 'ForStatement':
      case 'DoStatement':
      case 'TryStatement':
      case 'CatchClause':
      case 'FinallyClause':
      case 'LabeledStatement':
      case 'WithStatement':
        // Whatever may run twice, or be left in the midst, begins and ends with nothing known.
        for (const child of childrenOf(node)) follow(conditions, child, NOTHING);
        return NOTHING;
      case 'ReturnStatement':
      case 'ThrowStatement':
        followLeaf(conditions, node, known);
        return null;
      case 'BreakStatement':
      case 'ContinueStatement':
        return null;
      default:
        return followLeaf(conditions, node, known);
    }
  });
}

function followBlock(conditions: Conditions, node: SyntaxNode, known: Knowledge): Knowledge | null {
  const statements = childrenOf(node);
  const after = followStatements(conditions, statements, known);
  // A name that is declared within means something else, if anything, behind it.
  const names = statements
    .filter((statement) => statement.name.endsWith('Declaration'))
    .flatMap((statement) => namesDeclaredIn(conditions, statement));
  return after && without(after, names);
}

function followIf(conditions: Conditions, node: SyntaxNode, known: Knowledge): Knowledge | null {
  const head = node.getChild('ParenthesizedExpression');
  if (!head) return NOTHING;
  const { holds, fails } = conditions.branch(head, known);
  const first = nextSibling(head);
  const keyword = node.getChild('else');
  const second = keyword && nextSibling(keyword);
  const afterFirst = first ? follow(conditions, first, holds) : holds;
  const afterSecond = second ? follow(conditions, second, fails) : fails;
  return meet(afterFirst, afterSecond);
}

/** What is known behind a statement without statements in it. */
function followLeaf(conditions: Conditions, node: SyntaxNode, known: Knowledge): Knowledge {
  const { source, budget, scope } = conditions;
  const { anything, calls, handed } = effectsOf(source, node, budget, scope);
  conditions.visit(node, anything ? NOTHING : without(known, handed));
  if (anything || calls || node.name === 'ClassDeclaration') return NOTHING;
  return without(known, namesDeclaredIn(conditions, node));
}

/** The names that a statement gives a new meaning to. */
export function namesDeclaredIn({ source, budget }: Conditions, node: SyntaxNode): string[] {
  const names: string[] = [];
  const note = ({ name, from, to }: SyntaxNode) => {
    if (name === 'VariableDefinition')
      names.push(source.read(from, Math.min(to, from + LONGEST_NAME)));
    return undefined;
  };
  if (node.name === 'FunctionDeclaration') {
    for (let child = firstChild(node); child; child = nextSibling(child)) note(child);
  } else walkWithin(node, budget, note);
  return names;
}

/** Follows what is known through the cases of a switch, and reports what is wrong with them. */
export function followSwitch(
  conditions: Conditions,
  node: SyntaxNode,
  known: Knowledge,
): Knowledge | null {
  const head = node.getChild('ParenthesizedExpression');
  const body = node.getChild('SwitchBody');
  if (!head || !body) return NOTHING;
  const { source, budget, scope } = conditions;
  const effects = effectsOf(source, head, budget, scope);
  const before = effects.anything || effects.calls ? NOTHING : known;
  conditions.visit(head, before);

  const groups = groupsOf(body);
  const subject = readSubject(source, head, scope.names);
  const atoms = new Map<SyntaxNode, Atom>();
  let changing = false;
  for (const label of groups.flatMap(({ labels }) => labels)) {
    const value = caseValue(label);
    if (!value) continue;
    const { anything, calls } = effectsOf(source, value, budget, scope);
    if (subject) atoms.set(label, caseAtom(conditions, subject, value));
    else conditions.visit(value, anything || changing ? NOTHING : before);
    changing ||= anything || calls;
  }
  // What was compared is no longer what the server has.
  if (changing) atoms.clear();
  const entry = changing ? NOTHING : before;
  const failing = [...atoms.values()].map((atom): Fact => {
    const { written } = atom.compared[0] ?? { written: undefined };
    const fact = factOf(conditions.meaning, atom, false);
    return { ...fact, range: written?.outer ?? fact.range, failed: true };
  });
  if (subject) {
    [...atoms.values()].forEach((atom, index) => {
      judgeCase(conditions, atom, entry, failing.slice(0, index));
    });
    reportMissing(conditions, node, subject, [...atoms.values()], entry);
  }

  let through: Knowledge | null = null;
  for (const { labels, statements } of groups) {
    const start = [...entry, ...labelFacts(conditions, labels, atoms, failing)];
    const from: Knowledge = through === null ? start : (meet(entry, through) ?? NOTHING);
    through = followStatements(conditions, statements, from);
  }
  const inner = effectsOf(source, body, budget, scope);
  if (inner.anything || inner.calls) return NOTHING;
  return without(entry, namesDeclaredIn(conditions, body));
}

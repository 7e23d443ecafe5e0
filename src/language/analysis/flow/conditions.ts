import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import { firstChild, nextSibling, unwrap } from '../../syntax/typescript/nodes';
import type { Range } from '../../text/range';
import { rootOf } from '../expressions/paths';
import { type Budget, childrenOf, isFunction } from '../expressions/walk';
import type { LogicCode, LogicFinding } from '../finding';
import { type Effects, effectsOf } from './effects';
import {
  asFailed,
  eitherOf,
  type Fact,
  type Knowledge,
  NOTHING,
  reasonFor,
  rowsOf,
  without,
} from './facts';
import { factOf, type Meaning } from './narrowing';
import { type Atom, readAtom } from './predicates';
import type { RowSpace } from './row-sets';
import type { Scope } from './scopes';

/** What is known in the two branches behind a condition. */
export interface Branches {
  readonly holds: Knowledge;
  readonly fails: Knowledge;
}

/** What is known where an operand came out so, and what says that it never does. */
interface Checked {
  readonly facts: Knowledge;
  readonly never?: LogicFinding;
}

/** Follows the expressions of one function, and reports the conditions in them that cannot come true. */
export class Conditions {
  private handed: readonly string[] = [];
  /** Whether there is a call in the condition at hand: what is known before one is not known behind it. */
  private calls = false;
  /** What is found in an operand of which it is not known yet whether that matters. */
  private kept: LogicFinding[] | undefined;

  constructor(
    readonly source: KeyedSource,
    readonly scope: Scope,
    readonly space: RowSpace,
    readonly budget: Budget,
    readonly report: (finding: LogicFinding) => void,
  ) {}

  get meaning(): Meaning {
    return { space: this.space, scope: this.scope, handed: this.handed };
  }

  /** Looks at a condition that decides between two branches. */
  branch(node: SyntaxNode, known: Knowledge): Branches {
    return this.budget.deeper(() => {
      const effects = effectsOf(this.source, node, this.budget, this.scope);
      if (effects.anything) {
        this.visitChildren(node, NOTHING);
        return { holds: NOTHING, fails: NOTHING };
      }
      return this.within(effects, () => {
        const before = without(known, effects.handed);
        const found = this.check(node, true, before, true);
        const failed = asFailed(this.factsOf(node, false));
        if (effects.calls) return { holds: found, fails: failed };
        return { holds: [...before, ...found], fails: [...before, ...failed] };
      });
    });
  }

  /** Looks for conditions in an expression whose value is used otherwise. */
  visit(node: SyntaxNode, known: Knowledge): void {
    this.budget.deeper(() => {
      if (isFunction(node) || node.name === 'ClassBody') return;
      if (!this.isCondition(node)) {
        this.visitChildren(node, known);
        return;
      }
      const effects = effectsOf(this.source, node, this.budget, this.scope);
      if (effects.anything) {
        this.visitChildren(node, NOTHING);
        return;
      }
      this.within(effects, () => this.check(node, true, without(known, effects.handed), false));
    });
  }

  /** Looks at a condition with these effects. */
  private within<T>({ handed, calls }: Effects, look: () => T): T {
    const outside = { handed: this.handed, calls: this.calls };
    this.handed = [...outside.handed, ...handed];
    this.calls = calls;
    const result = look();
    this.handed = outside.handed;
    this.calls = outside.calls;
    return result;
  }

  private visitChildren(node: SyntaxNode, known: Knowledge): void {
    let now = known;
    for (const child of childrenOf(node)) {
      this.visit(child, now);
      if (now.length > 0 && effectsOf(this.source, child, this.budget, this.scope).calls)
        now = NOTHING;
    }
  }

  /** What is known still, of what was before an expression, when that was evaluated. */
  private behind(node: SyntaxNode, known: Knowledge): Knowledge {
    if (!this.calls || known.length === 0) return known;
    return effectsOf(this.source, node, this.budget, this.scope).calls ? NOTHING : known;
  }

  private isCondition(node: SyntaxNode): boolean {
    if (node.name === 'ConditionalExpression' || logicOf(this.source, node)) return true;
    return node.name !== 'VariableName' && node.name !== 'MemberExpression' && !!this.atomOf(node);
  }

  private atomOf(node: SyntaxNode): Atom | undefined {
    return readAtom(this.source, node, this.scope.names);
  }

  /**
   * Reports what in a condition cannot come out as it has to, and gives what is known where the whole does.
   * @param tested whether nothing but its truth matters; else a bare state stands for itself
   * @param negation where it has to be false: what is never true then
   */
  private check(
    wrapped: SyntaxNode,
    outcome: boolean,
    known: Knowledge,
    tested: boolean,
    negation?: Range,
  ): Knowledge {
    const node = unwrap(wrapped);
    return this.budget.deeper(() => {
      const logic = logicOf(this.source, node);
      if (logic?.sign === '!') {
        return this.check(logic.left, !outcome, known, true, outcome ? rangeOf(node) : undefined);
      }
      if (logic && (logic.sign === '&&') === outcome) {
        const left = this.check(logic.left, outcome, known, tested || outcome, negation);
        const before = [...this.behind(logic.left, known), ...left];
        const right = this.check(logic.right, outcome, before, tested, negation);
        return [...this.behind(logic.right, left), ...right];
      }
      if (logic) {
        const look = (side: SyntaxNode, now: Knowledge) =>
          this.apart(negation, () => this.check(side, outcome, now, tested, negation));
        const left = look(logic.left, known);
        // Not as though the left one had failed: to ask for the same in two ways is caution.
        const right = look(logic.right, this.behind(logic.left, known));
        // That one of two is always true is no mistake: the negation is never true where both are.
        if (left.never && right.never) this.say(left.never);
        return eitherOf(left.facts, right.facts, rangeOf(node), this.space.all);
      }
      const atom = this.atomOf(node);
      if (atom) {
        if (tested || atom.kind !== 'truthy') {
          this.judge(atom, outcome, known, undefined, negation);
        }
        return [factOf(this.meaning, atom, outcome)];
      }
      if (isFunction(node)) return NOTHING;
      if (node.name === 'ConditionalExpression') this.visitChoice(node, known);
      else this.visitChildren(node, known);
      return NOTHING;
    });
  }

  /** Checks one of two operands, and keeps what it reports of a range to itself. */
  private apart(range: Range | undefined, check: () => Knowledge): Checked {
    if (!range) return { facts: check() };
    const outside = this.kept;
    const kept: LogicFinding[] = [];
    this.kept = kept;
    const facts = check();
    this.kept = outside;
    let never: LogicFinding | undefined;
    for (const finding of kept) {
      if (finding.start === range.start && finding.end === range.end) never = finding;
      else this.say(finding);
    }
    return { facts, ...(never && { never }) };
  }

  private say(finding: LogicFinding): void {
    if (this.kept) this.kept.push(finding);
    else this.report(finding);
  }

  private visitChoice(node: SyntaxNode, known: Knowledge): void {
    const [test, , first, , second] = childrenOf(node);
    if (!test) return;
    const { holds, fails } = this.branch(test, known);
    if (first) this.visit(first, holds);
    if (second) this.visit(second, fails);
  }

  /** What is known where a condition came out so. */
  private factsOf(wrapped: SyntaxNode, outcome: boolean): Knowledge {
    const node = unwrap(wrapped);
    return this.budget.deeper(() => {
      const logic = logicOf(this.source, node);
      if (logic?.sign === '!') return this.factsOf(logic.left, !outcome);
      if (logic) {
        const left = this.factsOf(logic.left, outcome);
        const right = this.factsOf(logic.right, outcome);
        if ((logic.sign === '&&') === outcome) {
          return [...this.behind(logic.right, left), ...right];
        }
        return eitherOf(left, right, rangeOf(node), this.space.all);
      }
      const atom = this.atomOf(node);
      return atom ? [factOf(this.meaning, atom, outcome)] : NOTHING;
    });
  }

  /**
   * Reports an atom that no row lets come out so, of those that were possible before it.
   * @param code what it is reported as, where the caller knows, and knows that something was possible
   * @param range what is never true then
   */
  judge(
    atom: Atom,
    outcome: boolean,
    known: Knowledge,
    code?: LogicCode,
    range: Range = atom.range,
  ): void {
    const { receiver, name } = atom.subject;
    const before = rowsOf(known, receiver, this.space.all);
    const { rows } = factOf(this.meaning, atom, outcome);
    const wasPossible = (before & this.space.listed) !== 0n || code !== undefined;
    if (!wasPossible || (before & rows) !== 0n) return;
    const reason = reasonFor(known, receiver, rows);
    this.say({
      code: code ?? (reason.some(isFailed) ? 'unreachable-case' : 'impossible-condition'),
      start: range.start,
      end: range.end,
      root: rootOf(receiver),
      field: name.field,
      values: atom.kind === 'truthy' ? [null] : atom.compared.map(({ value }) => value ?? null),
      negated: (outcome === atom.negated) !== (atom.kind === 'truthy'),
      meant: [],
      related: reason.map(({ range, failed }) => ({ ...range, failed })),
      edits: [],
    });
  }
}

function isFailed({ failed }: Fact): boolean {
  return failed;
}

function rangeOf({ from, to }: SyntaxNode) {
  return { start: from, end: to };
}

interface Logic {
  readonly sign: '!' | '&&' | '||';
  readonly left: SyntaxNode;
  /** The operand itself for `!`. */
  readonly right: SyntaxNode;
}

/** The operands of a conjunction, disjunction or negation. */
function logicOf(source: KeyedSource, node: SyntaxNode): Logic | undefined {
  const first = firstChild(node);
  const second = first && nextSibling(first);
  if (!second) return undefined;
  if (node.name === 'UnaryExpression') {
    return first.name === 'LogicOp' ? { sign: '!', left: second, right: second } : undefined;
  }
  const right = nextSibling(second);
  if (node.name !== 'BinaryExpression' || second.name !== 'LogicOp' || !right) return undefined;
  const sign = source.read(second.from, second.to);
  return sign === '&&' || sign === '||' ? { sign, left: first, right } : undefined;
}

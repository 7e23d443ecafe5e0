import type { SyntaxNode } from '@lezer/common';
import { firstChild } from '../../../syntax/typescript/nodes';
import type { Range } from '../../../text/range';
import {
  isSameState,
  joined,
  type Reached,
  type State,
  unknownState,
  widened,
} from '../domain/state';
import type { Trail } from '../domain/trail';
import type { Value } from '../domain/values';
import type { WorldSet } from '../domain/worlds';
import type { AnalysisContext } from '../evaluation/analysis-context';

/** Where `break` and `continue` lead, and with what. */
export interface Target {
  readonly labels: readonly string[];
  readonly isLoop: boolean;
  /** Whether a `break` without a label leads behind it. */
  readonly isBreakable: boolean;
  /** How many `finally` blocks are around it. */
  readonly finallyDepth: number;
  breaks: Reached;
  continues: Reached;
}

/** What holds in the two branches behind a condition. */
export interface Branches {
  readonly holds: Reached;
  readonly fails: Reached;
}

/** What is known of a server that is taken from a list, and by which condition. */
export interface Given {
  readonly worlds: WorldSet;
  readonly range: Range;
}

/** The transfer functions of expressions and statements, which those of their parts ask for. */
export interface Rules {
  visit(walker: Walker, node: SyntaxNode, state: State): Reached;
  follow(walker: Walker, node: SyntaxNode, state: State): Reached;
  branchOn(walker: Walker, node: SyntaxNode, state: State): Branches;
  elementGiven(
    walker: Walker,
    node: SyntaxNode,
    state: State,
    path: string,
    method: 'find' | 'filter',
  ): Given | undefined;
}

/** A condition that the walk comes to. */
export interface Condition {
  readonly node: SyntaxNode;
  readonly value: Value;
  readonly state: State;
  /** For the label of a `switch`, what is known of its server better than the state does. */
  readonly entry?: {
    /** The worlds of the server there, and those that were possible before the first label. */
    readonly worlds: WorldSet;
    readonly possible: WorldSet;
    readonly trail: Trail | null;
  };
}

/** Looks at what the walk comes to, once each, and returns how many findings there are. */
export interface Observer {
  condition(walker: Walker, condition: Condition): number;
  /** @param none what holds where no case matches */
  switch(walker: Walker, node: SyntaxNode, value: Value, none: State): number;
}

/** What one walk through a function carries along. */
export class Walker {
  readonly targets: Target[] = [];
  /** The blocks that run whatever leaves the code at hand. */
  readonly finallyBlocks: SyntaxNode[] = [];
  /** For each `try` that is open, what may hold where something in it throws. */
  covers: Reached[] = [];
  /** Rises whenever a server may have changed. */
  changes = 0;
  /** What holds at the innermost expression round the offset that is asked for. */
  probed: { readonly node: SyntaxNode; readonly state: State } | undefined;
  /** How often the observer has found something. */
  reports = 0;
  private silence = 0;
  /** Whether the observer sees only what functions in it do: what is around them is analyzed with all that is around it. */
  private isOutside = false;

  constructor(
    readonly context: AnalysisContext,
    private readonly rules: Rules,
    private readonly observer: Observer,
    private readonly probe = -1,
  ) {}

  /** Notes what holds where an expression is evaluated, if it is around the offset that is asked for. */
  note(node: SyntaxNode, state: State): void {
    const isRound = node.from <= this.probe && this.probe <= node.to;
    if (isRound && this.silence === 0 && !state.isUnreached) this.probed = { node, state };
  }

  /** What holds once an expression was evaluated, whatever its value is. */
  visit(node: SyntaxNode, state: State): Reached {
    return this.rules.visit(this, node, state);
  }

  /** What holds once several expressions were evaluated, one after the other. */
  visitAll(nodes: readonly SyntaxNode[], state: State): Reached {
    let now: Reached = state;
    for (const node of nodes) {
      if (!firstChild(node) && node.name !== 'VariableName') continue;
      const after: Reached = this.visit(node, now ?? this.unreached(node, state.assigned));
      now = now && after;
    }
    return now;
  }

  /** What holds in the two branches behind a condition. */
  branchOn(node: SyntaxNode, state: State): Branches {
    return this.rules.branchOn(this, node, state);
  }

  /** What is known of the element that an expression finds, or of those that it lets through. */
  elementGiven(
    node: SyntaxNode,
    state: State,
    path: string,
    method: 'find' | 'filter',
  ): Given | undefined {
    return this.rules.elementGiven(this, node, state, path, method);
  }

  /** What holds behind a statement; null where its end is not reached. */
  follow(node: SyntaxNode, state: State): Reached {
    return this.rules.follow(this, node, state);
  }

  /** Shows a condition to the observer. */
  passCondition(condition: Condition): void {
    if (this.isObserved) this.reports += this.observer.condition(this, condition);
  }

  /** Shows a `switch` to the observer. */
  passSwitch(node: SyntaxNode, value: Value, none: State): void {
    if (this.isObserved) this.reports += this.observer.switch(this, node, value, none);
  }

  /** Whether the observer sees what is passed: not while a loop is followed to its fixed point. */
  get isObserved(): boolean {
    return this.silence === 0 && !this.isOutside;
  }

  /** Does something without showing it to the observer. */
  silently<T>(act: () => T): T {
    this.silence++;
    const result = act();
    this.silence--;
    return result;
  }

  /** Does something of which the observer sees only what is in functions. */
  inClosuresOnly(act: () => void): void {
    this.isOutside = true;
    act();
    this.isOutside = false;
  }

  /** Does something that runs at another time: nothing round it is left or thrown into. */
  apart(act: () => void): void {
    const { covers, isOutside } = this;
    this.isOutside = false;
    const targets = this.targets.splice(0);
    const finallyBlocks = this.finallyBlocks.splice(0);
    this.covers = [];
    act();
    this.covers = covers;
    this.isOutside = isOutside;
    this.targets.push(...targets);
    this.finallyBlocks.push(...finallyBlocks);
  }

  /** What holds behind what may have changed any server. */
  widen(state: State, node: SyntaxNode): State {
    return this.changed(widened(state, `${node.from}`), node);
  }

  /** Notes that servers have changed: what holds then may hold where something throws. */
  changed(state: State, node: SyntaxNode): State {
    this.changes++;
    if (state.isUnreached) return state;
    this.covers = this.covers.map((cover) => this.join(cover, state, node));
    return state;
  }

  /** What holds where two ways meet at a node. */
  join(a: Reached, b: Reached, node: SyntaxNode, range: Range = rangeOf(node)): Reached {
    return joined(a, b, this.context.evidence.paths, `${node.from}`, range);
  }

  /** A state for code that nothing reaches: it may be a mistake of its own. */
  unreached(node: SyntaxNode, assigned = 0): State {
    return { ...unknownState(`${node.from}u`, assigned), isUnreached: true };
  }

  /** Whether evaluating something has changed no server and no name. */
  isSame(before: State, after: State): boolean {
    return before === after || isSameState(before, after);
  }
}

export function rangeOf({ from, to }: SyntaxNode): Range {
  return { start: from, end: to };
}

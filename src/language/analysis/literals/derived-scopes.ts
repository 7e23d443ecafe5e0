import type { SyntaxNode, Tree } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateField } from '../../records/record';
import { firstChild } from '../../syntax/typescript/nodes';
import type { Range } from '../../text/range';
import { lastFrom } from '../../text/range-search';
import { isFunction } from '../expressions/walk';
import type { DerivedName } from './derived-names';

/** Nodes that declare the names in them. */
const SCOPES = new Set(['Block', 'SwitchBody', 'ForStatement', 'CatchClause', 'Script']);
/** More nodes are not looked at for a declaration; a name that is declared nowhere is one of the whole text. */
const MOST_NODES = 2000;
/** More steps from name to name than a text has that is not made to have them. */
const MOST_STEPS = 8;
const EVERYWHERE: Range = { start: 0, end: Infinity };

/** Which names of a text stand for what code made of states. */
export class DerivedScopes {
  /** Spellings of members: whose they are is not known. */
  readonly members: ReadonlySet<string>;
  private readonly variables = new Map<string, Range[]>();

  /** @param names all of the text, in order */
  constructor(
    private readonly tree: Tree,
    private readonly source: KeyedSource,
    names: readonly DerivedName[],
  ) {
    const members = new Set<string>();
    this.members = members;
    let open = names;
    for (let step = 0; step < MOST_STEPS; step++) {
      const rest: DerivedName[] = [];
      const derived: DerivedName[] = [];
      for (const name of open) {
        const isDerived = !name.from || this.hasVariable(name.from.spelling, name.from.at);
        (isDerived ? derived : rest).push(name);
      }
      if (derived.length === 0) break;
      for (const { spelling } of derived.filter(({ at }) => at === undefined))
        members.add(spelling);
      this.addVariables(derived);
      open = rest;
    }
  }

  /** Whether there are none. */
  get isEmpty(): boolean {
    return this.members.size === 0 && this.variables.size === 0;
  }

  /** What there is, for comparisons. */
  get all(): readonly (string | readonly [string, readonly Range[]])[] {
    return [...this.members, ...this.variables];
  }

  /** Whether a field that code reads is such a name. */
  has({ spelling, key }: StateField): boolean {
    if (this.members.has(spelling)) return true;
    if (!this.hasVariable(spelling, key.start)) return false;
    return this.tree.resolveInner(key.start, 1).name === 'VariableName';
  }

  private hasVariable(spelling: string, at: number): boolean {
    const scope = lastFrom(this.variables.get(spelling) ?? [], at);
    return scope !== undefined && at <= scope.end;
  }

  private addVariables(names: readonly DerivedName[]): void {
    const added = new Map<string, Range[]>();
    for (const { spelling, at } of names) {
      if (at === undefined || this.hasVariable(spelling, at)) continue;
      const scopes = added.get(spelling) ?? [...(this.variables.get(spelling) ?? [])];
      added.set(spelling, scopes);
      scopes.push(this.scopeOf(this.tree.resolveInner(at, 1), spelling));
    }
    for (const [spelling, scopes] of added) this.variables.set(spelling, outermost(scopes));
  }

  /** Where the variable is known that a node names. */
  private scopeOf(node: SyntaxNode, name: string): Range {
    let left = MOST_NODES;
    const declares = (scope: SyntaxNode): boolean => {
      let isFound = false;
      scope.cursor().iterate((ref) => {
        if (isFound || left-- < 0) return false;
        if (ref.name === 'VariableDefinition') {
          isFound = this.source.read(ref.from, ref.to) === name;
        }
        const isInner = ref.from !== scope.from || ref.to !== scope.to;
        return !isInner || !(SCOPES.has(ref.name) || isFunction(ref));
      });
      return isFound;
    };
    for (let scope = node.parent; scope && left > 0; scope = scope.parent) {
      if (!SCOPES.has(scope.name) && !isFunction(scope)) continue;
      if (scope.name !== 'Script' && !declares(scope)) continue;
      const isWhole = scope.name === 'Script' || isVar(node);
      return isWhole ? this.functionScope(scope) : { start: scope.from, end: scope.to };
    }
    return EVERYWHERE;
  }

  /** The function around a block, in all of which a `var` is known. */
  private functionScope(scope: SyntaxNode): Range {
    let outer: SyntaxNode | null = scope;
    while (outer && !isFunction(outer)) outer = outer.parent;
    return outer ? { start: outer.from, end: outer.to } : EVERYWHERE;
  }
}

/** Whether a name is declared by `var` at the place itself. */
function isVar(node: SyntaxNode): boolean {
  const declaration = node.parent;
  return declaration?.name === 'VariableDeclaration' && firstChild(declaration)?.name === 'var';
}

/** The scopes that are in no other, in order; scopes are in each other or apart. */
function outermost(scopes: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const scope of [...scopes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || scope.start >= last.end) kept.push(scope);
  }
  return kept;
}

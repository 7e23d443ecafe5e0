import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import {
  firstChild,
  LONGEST_NAME,
  nextSibling,
  readIdentifier,
} from '../../../syntax/typescript/nodes';
import { isFunction } from '../../expressions/walk';
import { type Region, walkRegion } from '../../regions';
import { fieldsAssignedBy, ownerOf, partsOfTarget, targetOf } from './assignments';
import { namesCalled } from './function-names';

/** Nodes that have names of their own. */
const SCOPES = new Set(['Block', 'ForStatement', 'CatchClause', 'SwitchBody', 'ArrowFunction']);

/** A name that a declaration gives to something. */
export interface Binding {
  /** Its name with where it is declared: no other has it. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'const' | 'let' | 'parameter' | 'other';
  readonly node: SyntaxNode;
  /** The value of a plain `const name = value` and the like. */
  readonly init?: SyntaxNode;
  /** The property of an object pattern that gives the name. */
  readonly property?: SyntaxNode;
}

/** What a region assigns, in regions within too. */
export interface Assigned {
  readonly names: ReadonlySet<string>;
  /** State fields, a bit each. */
  readonly fields: number;
  /** The names through which it assigns state fields. */
  readonly owners: ReadonlySet<string>;
}

interface Scope {
  readonly from: number;
  readonly to: number;
  readonly isFunction: boolean;
  readonly names: Map<string, Binding>;
  readonly inner: Scope[];
}

/** The names that are declared in a function or statement, except for those in the regions within. */
export class Bindings {
  /** The names, wherever declared, that are given another value somewhere, in regions within too. */
  readonly assigned = new Set<string>();
  /** The names through which state fields are assigned. */
  readonly owners = new Set<string>();
  /** The names of the functions that are called or handed on. */
  readonly calls = new Set<string>();
  /** The state fields that are assigned in it, and those that functions within assign, at a time that nobody knows. */
  assignedFields = 0;
  assignedInClosures = 0;
  /** Whether there is an error in it: then the tree may not be what was meant. */
  isBroken = false;
  /** Whether names may mean something else than where they are declared. */
  isOpaque = false;
  private readonly top: Scope;
  private readonly open: { readonly scope: Scope; readonly node: SyntaxNodeRef }[] = [];

  constructor(
    private readonly source: KeyedSource,
    readonly root: SyntaxNode,
    region: Region | undefined,
    inner: (region: Region) => Assigned | undefined,
  ) {
    this.top = newScope(root, true);
    this.open.push({
      scope: this.top,
      node: { ...positionOf(root), name: root.name } as SyntaxNodeRef,
    });
    const enter = (ref: SyntaxNodeRef) => this.enter(ref);
    const leave = (ref: SyntaxNodeRef) => this.leave(ref);
    if (!region) {
      root.cursor().iterate(enter, leave);
      return;
    }
    walkRegion(root, region, enter, leave, (each) => {
      const { names = [], fields = 0, owners = [] } = inner(each) ?? {};
      for (const name of owners) this.owners.add(name);
      for (const name of names) this.assigned.add(name);
      this.assignedFields |= fields;
      this.assignedInClosures |= fields;
      if (each.isBroken) this.isBroken = true;
    });
  }

  /** What a name stands for at an offset; undefined where it is declared outside. */
  resolve(name: string, offset: number): Binding | undefined {
    let found: Binding | undefined;
    for (let scope: Scope | undefined = this.top; scope; scope = scopeAt(scope.inner, offset)) {
      found = scope.names.get(name) ?? found;
    }
    return found;
  }

  /** All names. */
  all(): Binding[] {
    const found: Binding[] = [];
    const open = [this.top];
    for (let scope = open.pop(); scope; scope = open.pop()) {
      found.push(...scope.names.values());
      open.push(...scope.inner);
    }
    return found;
  }

  /** The names that a node that is a scope declares itself. */
  declaredIn({ from, to }: SyntaxNode): Binding[] {
    let scope: Scope | undefined = this.top;
    while (scope && (scope.from !== from || scope.to !== to)) scope = scopeAt(scope.inner, from);
    return scope ? [...scope.names.values()] : [];
  }

  private enter(ref: SyntaxNodeRef): boolean | undefined {
    if (ref.type.isError) {
      this.isBroken = true;
      return undefined;
    }
    const isRoot =
      ref.from === this.root.from && ref.to === this.root.to && ref.name === this.root.name;
    if (!isRoot && SCOPES.has(ref.name)) this.push(ref);
    else if (!isRoot && isFunction(ref)) return false;
    switch (ref.name) {
      case 'VariableDefinition':
        this.declare(ref.node);
        break;
      case 'AssignmentExpression':
      case 'PostfixExpression':
      case 'UnaryExpression':
      case 'ForOfSpec':
      case 'ForInSpec':
      case 'ObjectExpression':
        this.noteAssigned(ref.node);
        break;
      case 'CallExpression':
        this.noteAssigned(ref.node);
        for (const name of namesCalled(this.source, ref.node)) this.calls.add(name);
        break;
      case 'VariableName':
      case 'WithStatement':
        if (changesNames(this.source, ref)) this.isOpaque = true;
    }
    return undefined;
  }

  private push(ref: SyntaxNodeRef): void {
    const scope = newScope(ref, ref.name === 'ArrowFunction');
    this.open.at(-1)?.scope.inner.push(scope);
    this.open.push({
      scope,
      node: { from: ref.from, to: ref.to, name: ref.name } as SyntaxNodeRef,
    });
  }

  private leave(ref: SyntaxNodeRef): void {
    const last = this.open.at(-1);
    if (this.open.length < 2 || !last) return;
    const { from, to, name } = last.node;
    if (ref.from === from && ref.to === to && ref.name === name) this.open.pop();
  }

  private declare(node: SyntaxNode): void {
    const name = readIdentifier(this.source, node)?.name;
    const made = name === undefined ? undefined : bindingOf(name, node);
    if (!name) return;
    if (!made) return;
    const { binding, isHoisted } = made;
    const scopes = this.open.map(({ scope }) => scope);
    const scope = isHoisted ? scopes.findLast((each) => each.isFunction) : scopes.at(-1);
    // Two of one name are one: what it stands for is not followed then.
    if (scope?.names.has(name))
      scope.names.set(name, { id: `${name}@${scope.from}`, name, kind: 'other', node });
    else scope?.names.set(name, binding);
  }

  private noteAssigned(node: SyntaxNode): void {
    const fields = fieldsAssignedBy(this.source, node);
    this.assignedFields |= fields;
    const owner = fields === 0 ? undefined : ownerOf(this.source, node);
    if (owner !== undefined) this.owners.add(owner);
    if (this.open.some(({ scope }) => scope.isFunction && scope !== this.top)) {
      this.assignedInClosures |= fields;
    }
    const target = targetOf(node);
    for (const part of target ? partsOfTarget(target) : []) {
      if (part.name.startsWith('Variable')) {
        this.assigned.add(this.source.read(part.from, Math.min(part.to, part.from + LONGEST_NAME)));
      }
    }
  }
}

/** Whether a node gives names another meaning: `with`, or another name for `arguments`. */
function changesNames(source: KeyedSource, ref: SyntaxNodeRef): boolean {
  if (ref.name === 'WithStatement') return true;
  if (ref.to - ref.from !== 9 || source.read(ref.from, ref.to) !== 'arguments') return false;
  const user = ref.node.parent?.name;
  return user !== 'MemberExpression' && user !== 'ArgList' && user !== 'ArrayExpression';
}

/** The binding of a definition; undefined where a pattern assigns to a name that there is. */
function bindingOf(
  name: string,
  node: SyntaxNode,
): { binding: Binding; isHoisted: boolean } | undefined {
  const id = `${name}@${node.from}`;
  const parent = node.parent;
  const property = parent?.name === 'PatternProperty' ? parent : undefined;
  let holder = parent;
  while (holder && (holder.name.includes('Pattern') || holder.name === 'Spread'))
    holder = holder.parent;
  const keyword = holder && firstChild(holder)?.name;
  const common = { id, name, node, ...(property && { property }) };
  switch (holder?.name) {
    case 'VariableDeclaration': {
      const kind = keyword === 'const' ? 'const' : keyword === 'let' ? 'let' : 'other';
      const init = property ? undefined : initOf(node);
      const binding = { ...common, kind, ...(init && parent === holder && { init }) } as const;
      return { binding, isHoisted: keyword === 'var' };
    }
    case 'ForOfSpec':
    case 'ForInSpec': {
      const declares = holder.getChild('const') ?? holder.getChild('let');
      if (!declares && !holder.getChild('var')) return undefined;
      const kind = declares?.name === 'const' ? 'const' : 'other';
      return { binding: { ...common, kind }, isHoisted: !declares };
    }
    case 'ParamList':
      return { binding: { ...common, kind: 'parameter' }, isHoisted: false };
    case 'AssignmentExpression':
      return undefined;
    default:
      return { binding: { ...common, kind: 'other' }, isHoisted: false };
  }
}

/** The value behind the `=` of a definition, with or without a type in between. */
function initOf(node: SyntaxNode): SyntaxNode | undefined {
  let equals = nextSibling(node);
  if (equals?.name === 'TypeAnnotation') equals = nextSibling(equals);
  return (equals?.name === 'Equals' ? nextSibling(equals) : null) ?? undefined;
}

function newScope({ from, to }: { from: number; to: number }, isFunction: boolean): Scope {
  return { from, to, isFunction, names: new Map(), inner: [] };
}

function positionOf({ from, to }: SyntaxNode): { from: number; to: number } {
  return { from, to };
}

/** The one of several scopes in order that an offset is in. */
function scopeAt(scopes: readonly Scope[], offset: number): Scope | undefined {
  let [low, high] = [0, scopes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const scope = scopes[middle];
    if (!scope) return undefined;
    if (offset < scope.from) high = middle - 1;
    else if (offset >= scope.to) low = middle + 1;
    else return scope;
  }
  return undefined;
}

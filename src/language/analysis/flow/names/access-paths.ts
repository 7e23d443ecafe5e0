import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import {
  firstChild,
  readIdentifier,
  readStateName,
  type StateName,
  unwrap,
} from '../../../syntax/typescript/nodes';
import { joinPath, memberName, partsOf, type Subject } from '../../expressions/paths';
import type { Binding, Bindings } from './bindings';

/** More names than this for one thing are not followed. */
const LONGEST_CHAIN = 8;

/**
 * Reads expressions as access paths. Their first part is a binding, so that names of inner blocks are others; where a
 * constant is only another name for a variable that stays what it is, the path is that of the variable.
 */
export class AccessPaths {
  /** Paths that parameters of a function stand for while a call of it is evaluated. */
  private readonly given = new Map<string, string>();
  private isEvaluated = false;
  /** The parts that paths are of, by the path. */
  private readonly parts = new Map<string, readonly string[]>();
  /** Paths that begin as another one, of which they were made. */
  private readonly origins = new Map<string, string>();

  constructor(
    readonly source: KeyedSource,
    readonly bindings: Bindings,
  ) {}

  /** The path of an expression that is made of names and fixed members only. */
  pathOf(node: SyntaxNode): string | undefined {
    return this.pathWithin(node, LONGEST_CHAIN);
  }

  /** The names that a path is made of; the first is a binding. */
  partsOf(path: string): readonly string[] {
    return this.parts.get(path) ?? [path];
  }

  /** The state field that an expression reads, if it is one of a path or of a name that holds one. */
  subjectOf(node: SyntaxNode): Subject | undefined {
    const core = unwrap(node);
    if (core.name === 'MemberExpression') return this.memberOf(core);
    const binding = this.bindingOf(core);
    return binding && this.fieldOf(binding);
  }

  /** The binding that a name stands for; undefined for other expressions and for names from outside. */
  bindingOf(node: SyntaxNode): Binding | undefined {
    if (node.name !== 'VariableName' && node.name !== 'VariableDefinition') return undefined;
    const name = readIdentifier(this.source, node)?.name;
    return name === undefined ? undefined : this.bindings.resolve(name, node.from);
  }

  /** The field that a constant holds from its declaration on. */
  fieldOf(binding: Binding): Subject | undefined {
    if (!this.isConstant(binding)) return undefined;
    if (binding.init) {
      const init = unwrap(binding.init);
      return init.name === 'MemberExpression' ? this.memberOf(init) : undefined;
    }
    const key = binding.property && firstChild(binding.property);
    const name = key && key.name !== 'Spread' ? readStateName(this.source, key) : undefined;
    return name && binding.property && { receiver: this.patternPath(binding.property), name };
  }

  /** Whether a name stands for the same value for good. */
  isConstant({ kind, name }: Binding): boolean {
    if (kind === 'const') return true;
    return kind !== 'other' && !this.bindings.assigned.has(name);
  }

  /** The path whose states show what a path is about: that of which it was made. */
  familyOf(path: string): string {
    const [root = path, ...rest] = this.partsOf(path);
    const origin = this.origins.get(root);
    return origin === undefined ? path : rest.reduce(joinPath, origin);
  }

  /** Has one path be about the same servers as another. */
  relate(path: string, to: string): void {
    if (path !== to && this.familyOf(to) !== path) this.origins.set(path, this.familyOf(to));
  }

  /** Whether parameters stand for paths at the moment. */
  get isGiven(): boolean {
    return this.isEvaluated;
  }

  /** Does something while parameters stand for paths. */
  withGiven<T>(given: ReadonlyMap<string, string>, act: () => T): T {
    for (const [binding, path] of given) this.given.set(binding, path);
    this.isEvaluated = true;
    const result = act();
    this.isEvaluated = false;
    for (const binding of given.keys()) this.given.delete(binding);
    return result;
  }

  /** The path that a pattern of a parameter stands for, while a call of its function is evaluated. */
  givenFor(pattern: string): string | undefined {
    return this.given.get(pattern);
  }

  /** The path of the object that a pattern takes apart, or one of its own where that has none. */
  patternPath(property: SyntaxNode): string {
    const pattern = property.parent;
    const own = `{${pattern?.from}`;
    const declaration = pattern?.parent;
    if (declaration?.name !== 'VariableDeclaration') return own;
    const init = pattern?.nextSibling?.name === 'Equals' ? pattern.nextSibling.nextSibling : null;
    return (init && this.pathOf(init)) ?? own;
  }

  private memberOf(core: SyntaxNode): Subject | undefined {
    const named = memberName(core);
    const name = named && (readStateName(this.source, named) satisfies StateName | undefined);
    const object = firstChild(core);
    const receiver = name && object ? this.pathOf(object) : undefined;
    return name && receiver !== undefined ? { receiver, name } : undefined;
  }

  private pathWithin(node: SyntaxNode, left: number): string | undefined {
    const names = partsOf(this.source, node);
    if (!names) return undefined;
    const [name = '', ...rest] = names;
    const root = this.rootOf(name, node, left);
    const path = rest.reduce(joinPath, root);
    if (!this.parts.has(path)) {
      this.parts.set(path, [...this.partsOf(root), ...rest]);
    }
    return path;
  }

  private rootOf(name: string, node: SyntaxNode, left: number): string {
    const binding = name === 'this' ? undefined : this.bindings.resolve(name, node.from);
    if (!binding) return name;
    const given = this.given.get(binding.id);
    if (given !== undefined) return given;
    if (!this.isConstant(binding) || !binding.init || left === 0) return binding.id;
    const source = partsOf(this.source, binding.init);
    if (!source) return binding.id;
    const path = this.pathWithin(binding.init, left - 1);
    if (path === undefined) return binding.id;
    const [original = ''] = source;
    const of = this.bindings.resolve(original, binding.init.from);
    const isLasting = of && (of.kind === 'const' || of.kind === 'parameter' || of.kind === 'let');
    if (source.length === 1 && isLasting && !this.bindings.assigned.has(original)) return path;
    this.relate(binding.id, path);
    return binding.id;
  }
}

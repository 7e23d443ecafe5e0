import type { SyntaxNode, Tree } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import {
  firstChild,
  isLiteral,
  nextSibling,
  readValue,
  unwrap,
} from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import {
  type Collection,
  constant,
  isCollection,
  onlyValue,
  type Primitive,
  type Value,
} from '../domain/values';
import { AccessPaths } from '../names/access-paths';
import { Bindings } from '../names/bindings';
import { isKept, type Uses, usesOf } from '../names/constant-uses';
import { Mentions } from '../names/mentions';
import { type Helper, helperOf } from './helpers';

/** What a name is at the top of a file. */
interface Declared {
  /** Where the name is declared. */
  readonly at: number;
  /** What it is given: an expression, an enum or a function. */
  readonly node: SyntaxNode;
  /** Whether other modules can change what is in it. */
  readonly isShared: boolean;
}

/** The value of an expression that is made of constants, given the paths in it. */
export type EvaluateConstant = (node: SyntaxNode, paths: AccessPaths) => Value | undefined;

/** Types of what nobody changes. */
const READONLY_TYPE = /^:\s*(?:readonly\b|Readonly)/;

/**
 * The constants of one text that its functions see: values of literals, enums, and helper functions. What is asked for
 * is noted, so that it can be compared with what the next text says.
 */
export class FileConstants {
  private readonly declared = new Map<string, Declared | null>();
  private readonly values = new Map<string, Value | undefined>();
  /** The names whose values are being found, each for the one before, and those that refer to themselves. */
  private readonly open: string[] = [];
  private readonly cyclic = new Set<string>();
  private readonly helpers = new Map<string, Helper | undefined>();
  private readonly uses = new Map<string, Uses>();
  private readonly signatures = new Map<string, string>();
  private readonly mentions: Mentions;
  private isRead = false;

  /** @param evaluate gives the value of an expression that is made of constants */
  constructor(
    readonly source: KeyedSource,
    readonly tree: Tree,
    private readonly evaluate: EvaluateConstant,
  ) {
    this.mentions = new Mentions(source, tree.topNode);
  }

  /** The value of a name; undefined where nobody knows. */
  get(name: string): Value | undefined {
    if (this.values.has(name)) return this.values.get(name);
    const at = this.open.indexOf(name);
    if (at >= 0) {
      // All that refer to themselves are unknown, whichever is asked for first.
      for (const each of this.open.slice(at)) this.cyclic.add(each);
      return undefined;
    }
    this.open.push(name);
    const declared = this.find(name);
    const found = declared && this.valueOf(name, declared);
    this.open.pop();
    const value = this.cyclic.has(name) ? undefined : found;
    this.values.set(name, value);
    return value;
  }

  /** The helper function that a name is. */
  helper(name: string): Helper | undefined {
    if (this.helpers.has(name)) return this.helpers.get(name);
    const declared = this.find(name);
    const node = declared && unwrap(declared.node);
    const isFunction = /^(?:ArrowFunction|FunctionExpression|FunctionDeclaration)$/.test(
      node?.name ?? '',
    );
    const isSure = declared && isFunction && this.usesOf(name, declared).isDeclaredOnce;
    const helper = node && isSure ? helperOf(this.source, node) : undefined;
    this.helpers.set(name, helper);
    return helper;
  }

  /** Whether the file declares or imports the name at its top. */
  has(name: string): boolean {
    this.signatureOf(name);
    return this.declared.has(name);
  }

  /** What a name is given at the top of the file: an expression, an enum or a function. */
  declaration(name: string): SyntaxNode | undefined {
    return this.find(name)?.node;
  }

  /** Whether all that was asked of other constants has the same answers here. */
  agreesWith(other: FileConstants): boolean {
    for (const [name, signature] of other.signatures) {
      if (this.signatureOf(name) !== signature) return false;
    }
    return true;
  }

  private find(name: string): Declared | undefined {
    this.signatureOf(name);
    return this.declared.get(name) ?? undefined;
  }

  /** All that the meaning of a name hangs on, except for other names. */
  private signatureOf(name: string): string {
    const known = this.signatures.get(name);
    if (known !== undefined) return known;
    if (!this.isRead) this.readAll();
    const declared = this.declared.get(name);
    let signature = this.declared.has(name) ? 'declared' : '';
    if (declared) {
      const { isDeclaredOnce, isOnlyRead, isDeeplyRead } = this.usesOf(name, declared);
      const { from, to } = declared.node;
      signature = `${isDeclaredOnce} ${isOnlyRead} ${isDeeplyRead} ${declared.isShared} ${this.source.read(from, to)}`;
    }
    this.signatures.set(name, signature);
    return signature;
  }

  private valueOf(name: string, declared: Declared): Value | undefined {
    const { node, isShared } = declared;
    const uses = this.usesOf(name, declared);
    if (!uses.isDeclaredOnce || node.name === 'FunctionDeclaration') return undefined;
    if (node.name === 'EnumDeclaration') return enumOf(this.source, node);
    const bindings = new Bindings(this.source, node, undefined, () => undefined);
    const value = this.evaluate(node, new AccessPaths(this.source, bindings));
    if (!value || value.of) return undefined;
    const only = onlyValue(value);
    return isCollection(only) && (isShared || !isKept(only, uses)) ? undefined : value;
  }

  private usesOf(name: string, { at }: Declared): Uses {
    const known = this.uses.get(name) ?? usesOf(this.source, this.mentions, name, at);
    this.uses.set(name, known);
    return known;
  }

  private readAll(): void {
    this.isRead = true;
    for (let child = firstChild(this.tree.topNode); child; child = nextSibling(child)) {
      const isExported = child.name === 'ExportDeclaration';
      for (const node of isExported ? childrenOf(child) : [child]) this.read(node, isExported);
    }
  }

  private read(node: SyntaxNode, isExported: boolean): void {
    switch (node.name) {
      case 'VariableDeclaration':
        if (firstChild(node)?.name === 'const') this.readDeclaration(node, isExported);
        break;
      case 'FunctionDeclaration':
        this.add(node.getChild('VariableDefinition'), node, false);
        break;
      case 'EnumDeclaration':
        this.add(node.getChild('TypeDefinition'), node, false);
        break;
      case 'ClassDeclaration':
        this.addUnknown(node.getChild('VariableDefinition'));
        break;
      case 'ImportDeclaration':
        for (const each of [node, ...node.getChildren('ImportGroup')]) {
          for (const name of each.getChildren('VariableDefinition')) this.addUnknown(name);
        }
    }
  }

  private readDeclaration(node: SyntaxNode, isExported: boolean): void {
    for (const name of node.getChildren('VariableDefinition')) {
      let equals = nextSibling(name);
      const type = equals?.name === 'TypeAnnotation' ? equals : null;
      if (type) equals = nextSibling(type);
      const value = equals?.name === 'Equals' ? nextSibling(equals) : null;
      if (!value) continue;
      const isReadonly =
        (type &&
          READONLY_TYPE.test(this.source.read(type.from, Math.min(type.to, type.from + 20)))) ||
        value.getChild('const') !== null ||
        value.name === 'CallExpression';
      this.add(name, value, isExported && !isReadonly);
    }
  }

  private add(name: SyntaxNode | null, node: SyntaxNode, isShared: boolean): void {
    if (!name || name.to - name.from > 128) return;
    const text = this.source.read(name.from, name.to);
    this.declared.set(text, this.declared.has(text) ? null : { at: name.from, node, isShared });
  }

  /** A name for what nobody knows. */
  private addUnknown(name: SyntaxNode | null): void {
    if (name && name.to - name.from <= 128)
      this.declared.set(this.source.read(name.from, name.to), null);
  }
}

/** The members of an enum whose values are texts. */
function enumOf(source: KeyedSource, node: SyntaxNode): Value | undefined {
  const body = node.getChild('EnumBody');
  const entries = new Map<Primitive, Value>();
  let isOpen = false;
  for (const key of body?.getChildren('PropertyName') ?? []) {
    const equals = nextSibling(key);
    const given = equals?.name === 'Equals' ? nextSibling(equals) : null;
    const text = given && isLiteral(given) ? readText(source, given) : undefined;
    if (text === undefined) isOpen = true;
    else entries.set(source.read(key.from, key.to), constant(text));
  }
  const collection: Collection = { kind: 'object', entries, isOpen };
  return constant(collection);
}

function readText(source: KeyedSource, node: SyntaxNode): string | undefined {
  const { value } = readValue(source, node, node.from);
  return value.kind === 'text' ? value.text : undefined;
}

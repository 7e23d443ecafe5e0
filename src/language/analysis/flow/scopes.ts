import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { type Field, isEverydayWord, isLiteral, type Relation } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import { firstChild, nextSibling } from '../../syntax/typescript/nodes';
import { readDestructured } from '../expressions/destructuring';
import {
  joinPath,
  type Names,
  pathOf,
  reaches,
  readSubject,
  type Subject,
} from '../expressions/paths';
import { isFunction } from '../expressions/walk';
import { type Piece, walkPiece } from '../regions';
import { type Absence, type Atom, readAtom, readCompared } from './predicates';
import { rootOfAssignedState } from './state-assignments';

const LONGEST_NAME = 128;
/** More comparisons of states than any function has that a person wrote. */
const MOST_ATOMS = 2000;

/** What one function does with the state fields of one path. */
export interface Receiver {
  readonly fields: Set<Field>;
  /** Whether a field has the spelling that only servers have. */
  prefixed: boolean;
  /** How many literals of vm_state and task_state are states, and how many are not. */
  known: number;
  unknown: number;
  /** Whether a field has its name in the API, or a state that only servers have. */
  isServers: boolean;
  /** The ways in which no step is asked for. */
  readonly absences: Set<Absence>;
}

/** A function, or the text outside of functions. */
export interface Scope {
  readonly node: SyntaxNode;
  readonly receivers: Map<string, Receiver>;
  readonly names: Names;
  readonly atoms: Atom[];
  /** The paths assigned within, functions within included. */
  readonly assigned: Set<string>;
  /** The paths assigned by functions within, at a time that nobody knows. */
  readonly assignedLater: Set<string>;
  /** The names that it declares itself. */
  readonly declared: Set<string>;
  /** The names of others to whose servers states are assigned within, functions within included. */
  readonly stateRoots: Set<string>;
  /** Whether states are assigned within, functions within included: then they need not fit each other. */
  assignsStates: boolean;
  /** The function around it. */
  readonly outer: Scope | undefined;
  /** Whether there is an error in it: then the tree may not be what was meant. */
  broken: boolean;
}

/** What a piece within tells those around it of what it assigns. */
export interface Assigned {
  readonly assigned: Iterable<string>;
  readonly stateRoots: Iterable<string>;
  readonly assignsStates: boolean;
}

/** What the functions of a piece are, and what is of no function in it. */
export interface PieceScopes {
  /** The functions that look at the state of something, and of what. */
  readonly functions: readonly Scope[];
  /** What is round them, as though no name stood for a state there. */
  readonly outside: Scope;
}

/** The functions of a piece, but for those of the pieces in it: these have `assigned` what that tells of them. */
export function scopesOf(
  node: SyntaxNode,
  piece: Piece,
  source: KeyedSource,
  relation: Relation,
  assignedIn: (inner: Piece) => Assigned | undefined,
): PieceScopes {
  const outside = newScope(node, new Map());
  const scopes: Scope[] = [];
  const open: Scope[] = [outside];
  const enter = (ref: SyntaxNodeRef) => {
    if (ref.type.isError) {
      for (const scope of open) scope.broken = true;
      return undefined;
    }
    if (isFunction(ref)) {
      const made = newScope(ref.node, readDestructured(source, ref.node), open.at(-1));
      open.push(made);
      scopes.push(made);
    }
    const scope = open.at(-1);
    if (scope) note(ref.name, ref, scope, source, relation);
    return undefined;
  };
  const leave = (ref: SyntaxNodeRef) => {
    const scope = open.at(-1);
    if (!scope || scope === outside) return;
    if (ref.from !== scope.node.from || ref.to !== scope.node.to) return;
    if (ref.name !== scope.node.name || ref.type.isError) return;
    open.pop();
    const outer = open.at(-1);
    if (outer) noteInner(outer, scope);
  };
  walkPiece(node, piece, enter, leave, (inner) => {
    const outer = open.at(-1);
    const told = assignedIn(inner);
    if (outer && told) noteInner(outer, told);
    if (inner.isBroken) for (const scope of open) scope.broken = true;
  });
  return { functions: scopes.filter(isWorthFollowing), outside };
}

/** The text outside of functions, if it looks at the state of something. */
export function scopeOfScript(
  script: SyntaxNode,
  source: KeyedSource,
  relation: Relation,
): Scope | undefined {
  const scope = newScope(script, readDestructured(source, script));
  script.cursor().iterate((ref) => {
    if (ref.type.isError) scope.broken = true;
    else if (isFunction(ref)) return false;
    else note(ref.name, ref, scope, source, relation);
    return undefined;
  });
  return isWorthFollowing(scope) ? scope : undefined;
}

/** Notes paths that a function within a scope assigns. */
export function noteAssigned(scope: Scope, paths: Iterable<string>): void {
  for (const path of paths) {
    scope.assigned.add(path);
    scope.assignedLater.add(path);
  }
}

/** The names of others to whose servers a scope assigns states. */
export function foreignRoots({ declared, stateRoots }: Scope): string[] {
  return [...stateRoots].filter((root) => !declared.has(root));
}

function noteInner(outer: Scope, inner: Scope | Assigned): void {
  noteAssigned(outer, inner.assigned);
  const roots = 'declared' in inner ? foreignRoots(inner) : inner.stateRoots;
  for (const root of roots) outer.stateRoots.add(root);
  outer.assignsStates ||= inner.assignsStates;
}

function noteStates(scope: Scope, node: SyntaxNode, source: KeyedSource): void {
  const root = rootOfAssignedState(source, node);
  if (root === undefined) return;
  scope.stateRoots.add(root);
  scope.assignsStates = true;
}

function isWorthFollowing({ broken, receivers, atoms }: Scope): boolean {
  return !broken && receivers.size > 0 && atoms.length <= MOST_ATOMS;
}

/** Whether what is known of a path may be lost by an assignment that runs at any time. */
export function isSteady({ assignedLater }: Scope, { receiver, name }: Subject): boolean {
  const field = joinPath(receiver, name.spelling);
  for (const path of assignedLater) {
    if (reaches(path, field) || reaches(field, path)) return false;
  }
  return true;
}

/** Whether the path is a server for sure: its fields are spelled or used together as only a server's are. */
export function isServer(receiver: Receiver | undefined): boolean {
  if (!receiver) return false;
  if (receiver.prefixed) return true;
  const { fields, known, unknown } = receiver;
  return fields.has('vm_state') && fields.has('task_state') && known > 0 && known >= unknown;
}

/** Whether conclusions may be drawn from comparisons with the fields of the path. */
export function isJudgeable(receiver: Receiver | undefined): boolean {
  if (!receiver) return false;
  if (isServer(receiver)) return true;
  const { fields, known, unknown, isServers } = receiver;
  const hasState = fields.has('vm_state') || fields.has('task_state');
  return hasState && isServers && known > 0 && unknown === 0;
}

function newScope(node: SyntaxNode, names: Names, outer?: Scope): Scope {
  return {
    node,
    receivers: new Map(),
    names,
    atoms: [],
    assigned: new Set(),
    assignedLater: new Set(),
    declared: new Set(),
    stateRoots: new Set(),
    assignsStates: false,
    outer,
    broken: false,
  };
}

function note(
  name: string,
  ref: { readonly node: SyntaxNode },
  scope: Scope,
  source: KeyedSource,
  relation: Relation,
): void {
  switch (name) {
    case 'VariableDefinition':
      scope.declared.add(
        source.read(ref.node.from, Math.min(ref.node.to, ref.node.from + LONGEST_NAME)),
      );
      return;
    case 'BinaryExpression':
    case 'CallExpression': {
      if (name === 'CallExpression') noteStates(scope, ref.node, source);
      const atom = readAtom(source, ref.node, scope.names);
      if (!atom) return;
      scope.atoms.push(atom);
      noteSubject(scope, atom.subject);
      for (const compared of atom.compared) noteValue(scope, atom.subject, compared, relation);
      return;
    }
    case 'VariableName':
    case 'MemberExpression': {
      if (name === 'VariableName' && scope.names.size === 0) return;
      const { node } = ref;
      const parent = node.parent?.name;
      if (parent === 'MemberExpression' || parent === 'CallExpression') return;
      const atom = readAtom(source, node, scope.names);
      if (!atom) return;
      // Also counts what a comparison has counted already, which changes nothing.
      noteSubject(scope, atom.subject);
      if (isTested(node)) receiverOf(scope, atom.subject).absences.add('falsy');
      return;
    }
    case 'SwitchStatement':
      noteSwitch(ref.node, scope, source, relation);
      return;
    case 'AssignmentExpression':
    case 'PostfixExpression':
    case 'UnaryExpression':
    case 'ForOfSpec':
    case 'ForInSpec':
      noteAssignment(ref.node, scope, source);
  }
}

function noteSwitch(node: SyntaxNode, scope: Scope, source: KeyedSource, relation: Relation): void {
  const head = node.getChild('ParenthesizedExpression');
  const subject = head && readSubject(source, head, scope.names);
  if (!subject) return;
  noteSubject(scope, subject);
  for (const label of node.getChild('SwitchBody')?.getChildren('CaseLabel') ?? []) {
    const keyword = firstChild(label);
    const value = keyword && nextSibling(keyword);
    if (!value) continue;
    const compared = readCompared(source, value, false);
    const range = { start: value.from, end: value.to };
    scope.atoms.push({ kind: 'equal', subject, range, negated: false, compared: [compared] });
    noteValue(scope, subject, compared, relation);
  }
}

function receiverOf(scope: Scope, { receiver }: Subject): Receiver {
  const known = scope.receivers.get(receiver);
  if (known) return known;
  const made: Receiver = {
    fields: new Set(),
    prefixed: false,
    known: 0,
    unknown: 0,
    isServers: false,
    absences: new Set(),
  };
  scope.receivers.set(receiver, made);
  return made;
}

function noteSubject(scope: Scope, subject: Subject): void {
  const receiver = receiverOf(scope, subject);
  receiver.fields.add(subject.name.field);
  const { prefixed, own, spelling, field } = subject.name;
  if (prefixed) receiver.prefixed = true;
  if (own || spelling === field) receiver.isServers = true;
}

function noteValue(
  scope: Scope,
  subject: Subject,
  { value, absence }: { value: string | null | undefined; absence?: Absence },
  relation: Relation,
): void {
  const { field } = subject.name;
  const receiver = receiverOf(scope, subject);
  if (field === 'task_state' && absence) receiver.absences.add(absence);
  if (typeof value !== 'string' || field === 'status') return;
  if (!isEverydayWord(value)) receiver.isServers ||= isLiteral(relation, field, value);
  if (isLiteral(relation, field, value)) receiver.known++;
  else receiver.unknown++;
}

/** Whether the bare state stands for whether there is one. */
function isTested(node: SyntaxNode): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.name) {
      case 'ParenthesizedExpression':
        if (outer.parent?.name.endsWith('Statement')) return true;
        continue;
      case 'PostfixExpression':
        continue;
      case 'UnaryExpression':
        return true;
      case 'ConditionalExpression':
        return firstChild(outer)?.from === inner.from;
      case 'BinaryExpression': {
        const operator = firstChild(outer)?.nextSibling;
        return operator?.name === 'LogicOp';
      }
      default:
        return false;
    }
  }
  return false;
}

function noteAssignment(node: SyntaxNode, scope: Scope, source: KeyedSource): void {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  if (node.name.startsWith('For') && children.some(({ name }) => name === 'VariableDefinition')) {
    return;
  }
  if (node.name === 'UnaryExpression' && !isChange(children[0], source)) return;
  if (node.name === 'PostfixExpression' && !isChange(children[1], source)) return;
  noteStates(scope, node, source);
  const target = children.find(
    ({ name }) => name === 'VariableName' || name === 'MemberExpression',
  );
  const path = target && pathOf(source, target);
  if (path !== undefined) scope.assigned.add(path);
  const pattern = children.find(({ name }) => name.endsWith('Pattern'));
  if (pattern) {
    pattern.cursor().iterate((inner) => {
      // In a pattern that assigns, the grammar has no other node for a name.
      if (inner.name === 'VariableDefinition')
        scope.assigned.add(source.read(inner.from, inner.to));
    });
  }
}

function isChange(operator: SyntaxNode | undefined, source: KeyedSource): boolean {
  if (!operator) return false;
  const sign = source.read(operator.from, Math.min(operator.to, operator.from + 6));
  return sign === '++' || sign === '--' || sign === 'delete';
}

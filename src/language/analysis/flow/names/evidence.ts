import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { type Field, isLiteral, type Relation } from '../../../../model';
import { isEverydayWord } from '../../../records/everyday-words';
import { isCompound } from '../../../records/state-names';
import {
  firstChild,
  isLiteral as isText,
  LONGEST_NAME,
  nextSibling,
  readStateName,
  unwrap,
} from '../../../syntax/typescript/nodes';
import type { Subject } from '../../expressions/paths';
import {
  type Compared,
  type Predicate,
  readCompared,
  readPredicate,
} from '../../expressions/predicates';
import { isFunction } from '../../expressions/walk';
import { type Region, walkRegion } from '../../regions';
import type { Assumptions } from '../domain/absence';
import { asksForMissing } from './absence-questions';
import type { AccessPaths } from './access-paths';
import {
  type ConstantReader,
  derivedLiteral,
  type NamedLiterals,
  namedLiterals,
  textsOf,
} from './named-literals';

/** What code does with the state fields of one path, which shows whether it is a server. */
export interface AccessPathEvidence {
  readonly fields: Set<Field>;
  /** Whether a field has the spelling that only servers have. */
  prefixed: boolean;
  /** How many literals of vm_state and task_state are states, and how many are not. */
  known: number;
  unknown: number;
  /** Whether a word is among them that nothing but servers has. */
  hasOwnWord: boolean;
  /** Whether a status is compared with a word that is none. */
  hasOtherStatus: boolean;
  /** How each field is spelled. */
  readonly spellings: Map<Field, string>;
  /** Whether a field is spelled in several ways: it may be there in one of them, and not in the other. */
  isMixed: boolean;
}

/** What the rest of the file says. */
export interface EvidenceOfFile {
  /** The value of a constant. */
  readonly value: ConstantReader;
  /** Whether a helper function asks if a task is missing. */
  readonly asksForTask: (name: string) => boolean;
}

/** What a function or statement as a whole, wherever in it, says of the servers that it looks at. */
export class Evidence {
  readonly receivers = new Map<string, AccessPathEvidence>();
  readonly predicates: Predicate[] = [];
  /** The paths of all receivers, which are of one family or several, each with its place among them. */
  readonly paths = new Map<string, number>();
  private asksForTask = false;
  private readonly holding: ReadonlySet<string>;
  /** The names of functions that are called or handed on. */
  private readonly called = new Set<string>();

  constructor(
    private readonly accessPaths: AccessPaths,
    root: SyntaxNode,
    region: Region | undefined,
    private readonly relation: Relation,
    private readonly constants: EvidenceOfFile,
    names: readonly string[],
  ) {
    this.holding = new Set(names);
    const enter = (ref: SyntaxNodeRef) => this.enter(ref, root);
    if (region) walkRegion(root, region, enter);
    else root.cursor().iterate(enter);
  }

  /** What is known of the receivers of the family of a path. */
  of(path: string): AccessPathEvidence | undefined {
    return this.receivers.get(this.accessPaths.familyOf(path));
  }

  /** What is assumed of all servers here. */
  get assumptions(): Assumptions {
    this.asksForTask ||= [...this.called].some(this.constants.asksForTask);
    return { mayLackTask: this.asksForTask };
  }

  private enter(ref: SyntaxNodeRef, root: SyntaxNode): boolean | undefined {
    const isRoot = ref.from === root.from && ref.to === root.to && ref.name === root.name;
    if (!isRoot && isFunction(ref) && ref.name !== 'ArrowFunction') return false;
    switch (ref.name) {
      case 'BinaryExpression':
      case 'CallExpression':
        this.notePredicate(ref.node);
        this.noteQuestion(ref.node);
        break;
      case 'ArrayExpression':
        this.noteQuestion(ref.node);
        break;
      case 'MemberExpression':
        this.noteRead(ref.node);
        break;
      case 'VariableName':
        if (this.holding.size > 0) this.noteRead(ref.node);
        break;
      case 'PatternProperty':
        this.noteDefault(ref.node);
        break;
      case 'SwitchStatement':
        this.noteSwitch(ref.node);
    }
    return undefined;
  }

  private notePredicate(node: SyntaxNode): void {
    const { source } = this.accessPaths;
    const predicate = readPredicate(source, node, (side) => this.accessPaths.subjectOf(side));
    if (predicate) this.note(predicate);
    else if (node.name === 'BinaryExpression') this.noteMembership(node);
    const isOpen = !predicate || predicate.compared.every(({ value }) => value === undefined);
    const named = isOpen ? namedLiterals(this.accessPaths, node, this.constants.value) : undefined;
    if (named) this.noteTexts(named.subject, named.texts);
    const derived = predicate ? undefined : derivedLiteral(this.accessPaths, node);
    if (derived) this.noteDerived(derived);
  }

  /** A text that is made of a state says something only where it is one, in capitals or not. */
  private noteDerived({ subject, texts }: NamedLiterals): void {
    const { field } = subject.name;
    const [text = ''] = texts;
    const cased = field === 'status' ? text.toUpperCase() : text.toLowerCase();
    if (isLiteral(this.relation, field, cased)) this.noteTexts(subject, [cased]);
  }

  private noteTexts(subject: Subject, texts: readonly string[]): void {
    const receiver = this.receiverOf(subject);
    for (const text of texts) this.noteText(receiver, subject.name.field, text);
  }

  private note(predicate: Predicate): void {
    this.predicates.push(predicate);
    const receiver = this.receiverOf(predicate.subject);
    for (const each of predicate.compared) {
      this.noteCompared(receiver, predicate, each);
    }
  }

  private noteCompared(
    receiver: AccessPathEvidence,
    predicate: Predicate,
    compared: Compared,
  ): void {
    const { field } = predicate.subject.name;
    const { value, written } = compared;
    if (value === null && written.value.kind !== 'text' && !predicate.isLoose) {
      const isNull = written.outer.end - written.outer.start === 4;
      if (!isNull) this.noteAsked(field);
    }
    if (typeof value === 'string') this.noteText(receiver, field, value);
  }

  private noteText(receiver: AccessPathEvidence, field: Field, value: string): void {
    const isState = isLiteral(this.relation, field, value);
    if (isState && isCompound(value) && !isEverydayWord(value)) receiver.hasOwnWord = true;
    if (field === 'status') receiver.hasOtherStatus ||= !isState;
    else if (isState) receiver.known++;
    else receiver.unknown++;
  }

  private noteRead(node: SyntaxNode): void {
    const subject = this.accessPaths.subjectOf(node);
    if (!subject) return;
    this.receiverOf(subject);
  }

  /** Notes in which other words the code asks whether a task is missing, and what may ask for it. */
  private noteQuestion(node: SyntaxNode): void {
    if (asksForMissing(this.accessPaths, node, this.constants.value)) this.noteAsked('task_state');
    if (node.name !== 'CallExpression') return;
    const { source } = this.accessPaths;
    const named = [node, ...node.getChildren('ArgList')].flatMap((each) =>
      each.getChildren('VariableName'),
    );
    for (const { from, to } of named)
      if (to - from <= LONGEST_NAME) this.called.add(source.read(from, to));
  }

  /** Notes that the code asks whether a member is there. */
  private noteAsked(field: Field): void {
    if (field === 'task_state') this.asksForTask = true;
  }

  /** `'task_state' in server` */
  private noteMembership(node: SyntaxNode): void {
    const left = firstChild(node);
    const operator = left && nextSibling(left);
    if (!left || operator?.name !== 'in' || !isText(unwrap(left))) return;
    const name = readStateName(this.accessPaths.source, unwrap(left));
    const object = nextSibling(operator);
    const receiver = name && object ? this.accessPaths.pathOf(object) : undefined;
    if (!name || receiver === undefined) return;
    this.receiverOf({ receiver, name });
    this.noteAsked(name.field);
  }

  /** `{ task_state = 'none' }` */
  private noteDefault(property: SyntaxNode): void {
    const key = firstChild(property);
    const name =
      key && key.name !== 'Spread' ? readStateName(this.accessPaths.source, key) : undefined;
    if (!name) return;
    const receiver = this.accessPaths.patternPath(property);
    this.receiverOf({ receiver, name });
    if (property.getChild('Equals')) this.noteAsked(name.field);
  }

  private noteSwitch(node: SyntaxNode): void {
    const head = node.getChild('ParenthesizedExpression');
    const subject = head && this.accessPaths.subjectOf(head);
    if (!subject) return;
    const values = (node.getChild('SwitchBody')?.getChildren('CaseLabel') ?? []).flatMap(
      (label) => {
        const keyword = firstChild(label);
        const value = keyword && nextSibling(keyword);
        return value && value.name !== ':' ? [value] : [];
      },
    );
    const isNamed = unwrap(head).name === 'VariableName';
    for (const value of values) {
      const compared = [readCompared(this.accessPaths.source, value)];
      this.note({ kind: 'equal', subject, compared, isNamed, isLoose: false });
      this.noteTexts(subject, textsOf(this.accessPaths, value, this.constants.value));
    }
  }

  private receiverOf({ receiver: path, name }: Subject): AccessPathEvidence {
    if (!this.paths.has(path)) this.paths.set(path, this.paths.size);
    const family = this.accessPaths.familyOf(path);
    const known = this.receivers.get(family) ?? {
      fields: new Set(),
      prefixed: false,
      known: 0,
      unknown: 0,
      hasOwnWord: false,
      hasOtherStatus: false,
      spellings: new Map(),
      isMixed: false,
    };
    this.receivers.set(family, known);
    known.fields.add(name.field);
    if (name.prefixed) known.prefixed = true;
    known.isMixed ||= (known.spellings.get(name.field) ?? name.spelling) !== name.spelling;
    known.spellings.set(name.field, name.spelling);
    return known;
  }
}

/** Whether the path is a server for sure: its fields are spelled or used together as only a server's are. */
export function isServer(receiver: AccessPathEvidence | undefined): boolean {
  if (!receiver) return false;
  if (receiver.prefixed) return true;
  const { fields, known, unknown } = receiver;
  return fields.has('vm_state') && fields.has('task_state') && known > 0 && known >= unknown;
}

/** Whether conclusions may be drawn from comparisons with a field of the path. */
export function isJudgeable(receiver: AccessPathEvidence | undefined, field?: Field): boolean {
  if (!receiver) return false;
  if (isServer(receiver)) return true;
  const { fields, known, unknown, hasOwnWord, hasOtherStatus } = receiver;
  const isStatusOfServer = !hasOtherStatus && (hasOwnWord || fields.has('vm_state'));
  if (field === 'status' && !isStatusOfServer) return false;
  return (fields.has('vm_state') || fields.has('task_state')) && known > 0 && unknown === 0;
}

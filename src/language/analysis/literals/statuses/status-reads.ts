import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { type KeyedSource, withAnyStatus } from '../../../records/keyed-source';
import type { StateRecord } from '../../../records/record';
import { isOtherThing, isServersName } from '../../../records/server-names';
import { fieldsOfName, isNearState } from '../../../records/state-names';
import { expectedToHave } from '../../../syntax/typescript/expectations';
import { readStateName } from '../../../syntax/typescript/nodes';
import { readCode } from '../../../syntax/typescript/records';
import { memberSubject, partsOf, SEPARATOR, type Subject } from '../../expressions/paths';
import type { TextContext } from '../text-context';
import { Scopes } from './scopes';

const STATUS = 'status';
const VM_STATE = 'vm_state';
/** So many expressions are around a status up to the one that compares it: `expect(s.status).to.not.equal('x')`. */
const MOST_AROUND = 10;
const LONGEST_WORD = 40;

/** Expressions that compare what is in them with a literal, or give it one. */
const COMPARING = new Set([
  'AssignmentExpression',
  'BinaryExpression',
  'CallExpression',
  'SwitchStatement',
]);
const AROUND = new Set([
  ...COMPARING,
  'ArgList',
  'MemberExpression',
  'ParenthesizedExpression',
  'PostfixExpression',
  'PrefixCast',
]);

/** A comparison of the status of something that may be a server. */
export interface StatusRead {
  /** The path of what has the status. */
  readonly path: string;
  /** The same with the scope that its first name is declared in. */
  readonly key: string;
  /** Whether its name is one of a server, or of something else. */
  readonly kind: 'server' | 'other' | 'unnamed';
  records: StateRecord[];
}

/** What a region says of servers and of statuses. */
export interface StatusReads {
  readonly reads: readonly StatusRead[];
  /** The paths of which a field is read that only servers have, with their scopes. */
  readonly servers: ReadonlySet<string>;
  /** Those of which any other state is read, and the ones above, without scopes. */
  readonly paths: ReadonlySet<string>;
  /** Whether a name is there that hardly anything but a server's state has. */
  readonly isAboutServers: boolean;
}

/** Collects the statuses that a region compares with literals, and what it says of whose they are. */
export class StatusReader {
  readonly #reads: StatusRead[] = [];
  readonly #servers = new Set<string>();
  readonly #paths = new Set<string>();
  #isAboutServers = false;
  readonly #scopes: Scopes;
  readonly #anyStatus: KeyedSource;

  /** @param isTop whether the region is a statement of the program, so that its names are known in others */
  constructor(
    private readonly source: KeyedSource,
    private readonly newGroup: () => number,
  ) {
    this.#scopes = new Scopes(source);
    this.#anyStatus = withAnyStatus(source);
  }

  /** Takes a node of the region. */
  enter(ref: SyntaxNodeRef): void {
    this.#scopes.enter(ref);
    const { name, from, to } = ref;
    if (name === 'VariableDefinition') {
      const isState = to - from === VM_STATE.length && this.source.read(from, to) === VM_STATE;
      this.#isAboutServers ||= isState;
    } else if (name === 'PropertyName') {
      if (to - from < STATUS.length) return;
      if (to - from === STATUS.length && this.source.read(from, to) === STATUS) {
        this.#readStatus(ref.node);
      } else if (this.source.keys.read(this.source.read(from, Math.min(to, from + 64)))) {
        this.#readState(ref.node.parent);
      }
    } else if (name === 'String' && to - from > STATUS.length) {
      const { parent } = ref.node;
      if (parent?.name === 'MemberExpression') this.#readState(parent);
      else if (parent?.name === 'ArgList') this.#readExpected(ref.node);
    }
  }

  leave(ref: SyntaxNodeRef): void {
    this.#scopes.leave(ref);
  }

  /** What there is, once all of the region has been walked through. */
  finish(): StatusReads {
    return {
      reads: this.#reads,
      servers: this.#servers,
      paths: this.#paths,
      isAboutServers: this.#isAboutServers,
    };
  }

  #readState(member: SyntaxNode | null): void {
    const subject = member && memberSubject(this.source, member);
    if (subject) this.#note(subject);
  }

  /** The name of a property that something is expected to have. */
  #readExpected(named: SyntaxNode): void {
    const name = readStateName(this.source, named);
    const object = name && expectedToHave(this.source, named);
    const parts = object && partsOf(this.source, object);
    if (!name || !parts) return;
    if (name.field !== 'status' || name.own) {
      this.#note({ receiver: parts.join(SEPARATOR), name });
      return;
    }
    const call = named.parent?.parent;
    const records = call ? readCode(this.#anyStatus, call, this.newGroup()) : [];
    this.#add(parts, records.filter(isLikely).map(inItsCase));
  }

  #note(subject: Subject): void {
    if (subject.name.field === 'status' && !subject.name.own) return;
    this.#paths.add(subject.receiver);
    this.#isAboutServers ||= subject.name.prefixed || subject.name.spelling === VM_STATE;
    if (subject.name.prefixed) this.#servers.add(this.#keyOf(subject.receiver));
  }

  #readStatus(named: SyntaxNode): void {
    const member = named.parent;
    const parts = member?.name === 'MemberExpression' ? partsOf(this.source, member) : undefined;
    if (!member || !parts) return;
    this.#add(parts.slice(0, -1), this.#comparing(member, named.from));
  }

  /** @param parts the path of what has the status */
  #add(parts: readonly string[], records: StateRecord[]): void {
    if (records.length === 0) return;
    const path = parts.join(SEPARATOR);
    const name = parts.findLast((part) => /\D/.test(part)) ?? '';
    const kind = isServersName(name) ? 'server' : isOtherThing(name) ? 'other' : 'unnamed';
    this.#reads.push({ path, key: this.#keyOf(path), kind, records });
  }

  #keyOf(path: string): string {
    const [root = ''] = path.split(SEPARATOR, 1);
    return `${this.#scopes.declaring(root) ?? ''}${SEPARATOR}${path}`;
  }

  /** The records of the literals that a status is compared with, where they are statuses or nearly so. */
  #comparing(member: SyntaxNode, start: number): StateRecord[] {
    let node: SyntaxNode | null = member.parent;
    for (let depth = 0; node && AROUND.has(node.name) && depth < MOST_AROUND; depth++) {
      if (COMPARING.has(node.name)) {
        const records = readCode(this.#anyStatus, node, this.newGroup());
        const own = records.filter(({ fields }) => fields[0]?.key.start === start);
        if (own.length > 0) return own.filter(isLikely).map(inItsCase);
      }
      node = node.parent;
    }
    return [];
  }
}

/** Whether the literal of a record is a status, nearly one, or still to be typed. */
function isLikely({ fields }: StateRecord): boolean {
  const value = fields[0]?.value;
  if (value?.kind === 'missing') return true;
  if (value?.kind !== 'text' || value.text.length > LONGEST_WORD) return false;
  return (
    value.text === '' || fieldsOfName(value.text).has('status') || isNearState('status', value.text)
  );
}

/** A status in lower case was made so elsewhere, by whoever gave it. */
function inItsCase(record: StateRecord): StateRecord {
  const value = record.fields[0]?.value;
  const isLower = value?.kind === 'text' && /^[a-z_-]+$/.test(value.text);
  const own = withOwnRanges(record);
  return isLower && !record.letterCase ? { ...own, letterCase: 'lower' } : own;
}

/** The literals of a group share ranges, but each is moved on its own. */
function withOwnRanges(record: StateRecord): StateRecord {
  const fields = record.fields.map((field) => ({ ...field, key: { ...field.key } }));
  return { ...record, range: { ...record.range }, fields };
}

/** The scope of names that a region does not declare. */
const FREE = SEPARATOR;

/** One region's reads, and whether it is a statement of the program, whose names others share. */
export interface StatusReadsOfRegion extends StatusReads {
  readonly isTop: boolean;
}

/**
 * The records of statuses that are likely those of servers: sure where a field of the same object is read that only
 * servers have, plausible where its name says so, or the text is about servers and the name says nothing else.
 * @param context whether the text is about servers otherwise
 */
export function recordsOfStatuses(
  regions: readonly StatusReadsOfRegion[],
  context: TextContext,
): StateRecord[] {
  const reads = regions.flatMap((region) => region.reads.map((read) => ({ read, region })));
  if (reads.length === 0) return [];
  const paths = new Set(regions.flatMap((region) => [...region.paths]));
  const shared = new Set(
    regions.filter(({ isTop }) => isTop).flatMap(({ servers }) => [...servers]),
  );
  const isAbout = context.isLikely();
  return reads.flatMap(({ read, region }) => {
    const isShared = region.isTop && read.key.startsWith(FREE) && shared.has(read.key);
    const isSure = region.servers.has(read.key) || isShared;
    const isPlausible =
      read.kind === 'server' || paths.has(read.path) || (isAbout && read.kind === 'unnamed');
    if (!isSure && !isPlausible) return [];
    if (!isSure && read.kind === 'server' && context.isSure()) return decide(read, 'sure by name');
    return decide(read, isSure ? 'sure' : 'plausible');
  });
}

/** How sure a status is; where it is so by the name of what has it, only what is misspelt is reported. */
type Certainty = 'plausible' | 'sure' | 'sure by name';

/** The records with their evidence. They stay the same objects as long as it is the same. */
function decide(read: StatusRead, certainty: Certainty): StateRecord[] {
  const isByName = certainty === 'sure by name';
  const isSame = (record: StateRecord) =>
    record.evidence === evidenceFor(record, certainty) && (record.loose === true) === isByName;
  if (read.records.every(isSame)) return read.records;
  read.records = read.records.map(({ loose, ...record }) => ({
    ...record,
    evidence: evidenceFor(record, certainty),
    ...(isByName && { loose: true, caution: 'near' }),
  }));
  return read.records;
}

/** What is in lower case although nothing made it so here is not checked. */
function evidenceFor({ letterCase, caution }: StateRecord, certainty: Certainty) {
  if (certainty === 'sure by name') return 'sure';
  return letterCase === 'lower' && caution !== 'near' ? 'plausible' : certainty;
}

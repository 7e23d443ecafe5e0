import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import {
  firstChild,
  isLiteral,
  readIdentifier,
  readStateName,
  type StateName,
  unwrap,
} from '../../syntax/typescript/nodes';
import { decode } from '../../syntax/typescript/strings';
import type { Range } from '../../text/range';

const LONGEST_PART = 128;
const LONGEST_PATH = 12;
/** What is between the parts of a path. */
export const SEPARATOR = '\n';

/** A state field of something: what it is of, as a path, and how the field is spelled. */
export interface Subject {
  readonly receiver: string;
  readonly name: StateName;
}

/**
 * The path of an expression that is made of names and fixed members only (`this.servers[0].vm`), as text in
 * which `?.`, `!` and the way of access make no difference; undefined for any other expression.
 */
function pathOf(source: KeyedSource, node: SyntaxNode): string | undefined {
  return partsOf(source, node)?.join(SEPARATOR);
}

/** The names that a path is made of, as in `pathOf`. */
export function partsOf(source: KeyedSource, node: SyntaxNode): string[] | undefined {
  const parts: string[] = [];
  for (let next = unwrap(node); ; ) {
    if (parts.length > LONGEST_PATH || next.type.isError) return undefined;
    if (next.name === 'this') return ['this', ...parts];
    if (next.name === 'VariableName') {
      const root = readIdentifier(source, next, LONGEST_PART);
      return root && [root.name, ...parts];
    }
    const part = next.name === 'MemberExpression' ? memberPart(source, next) : undefined;
    const object = firstChild(next);
    if (part === undefined || !object) return undefined;
    parts.unshift(part);
    next = unwrap(object);
  }
}

/** The path of several parts. */
export function joinPath(path: string, part: string): string {
  return path + SEPARATOR + part;
}

/** Whether a change of what is at one path can change what is at the other. */
export function reaches(path: string, other: string): boolean {
  return path === other || other.startsWith(path + SEPARATOR);
}

/** The member of a path that an expression reads, where the member is a state field. */
export function memberSubject(source: KeyedSource, node: SyntaxNode): Subject | undefined {
  const core = unwrap(node);
  if (core.name !== 'MemberExpression') return undefined;
  const named = memberName(core);
  const name = named && readStateName(source, named);
  const object = firstChild(core);
  const receiver = name && object ? pathOf(source, object) : undefined;
  return name && receiver !== undefined ? { receiver, name } : undefined;
}

/** The name or index of the member that an expression reads. */
export function memberName(member: SyntaxNode): SyntaxNode | null {
  const last = member.lastChild;
  return last?.name === ']' ? last.prevSibling : last;
}

function memberPart(source: KeyedSource, member: SyntaxNode): string | undefined {
  const named = memberName(member);
  if (!named || named.to - named.from > LONGEST_PART) return undefined;
  switch (named.name) {
    case 'PropertyName':
      return readIdentifier(source, named, LONGEST_PART)?.name;
    case 'PrivatePropertyName':
    case 'Number':
      return source.read(named.from, named.to);
    default:
      return isLiteral(named) ? decode(source.read(named.from + 1, named.to - 1)) : undefined;
  }
}

/** The state that a name stands for, and where it does: in the block that declares it. */
export interface NamedState {
  readonly subject: Subject;
  readonly block: Range;
}

/** Names that stand for a state field of something: `const { task_state: t } = server`. */
export type Names = ReadonlyMap<string, NamedState>;

/** The state that an expression reads, if it is one of a path or of a name that stands for one. */
export function readSubject(
  source: KeyedSource,
  node: SyntaxNode,
  names: Names,
): Subject | undefined {
  const core = unwrap(node);
  if (core.name !== 'VariableName') return memberSubject(source, core);
  const identifier = readIdentifier(source, core, LONGEST_PART);
  const named = identifier && names.get(identifier.name);
  const isInBlock = named && named.block.start <= core.from && core.to <= named.block.end;
  return isInBlock ? named.subject : undefined;
}

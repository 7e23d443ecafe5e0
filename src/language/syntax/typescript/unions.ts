import type { SyntaxNode } from '@lezer/common';
import type { Field } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import { stateOfTypeName } from '../../records/keys';
import type { StateRecord } from '../../records/record';
import type { Range } from '../../text/range';
import { firstChild, isMissing, nextSibling, readIdentifier, readValue, unwrap } from './nodes';
import { readStateMember } from './objects';

interface Named {
  readonly field: Field;
  readonly spelling: string;
  readonly range: Range;
}

/** The records of the literals of a type alias that is named after a state. */
export function readAlias(source: KeyedSource, node: SyntaxNode, group: number): StateRecord[] {
  const definition = node.getChild('TypeDefinition');
  const identifier = definition && readIdentifier(source, definition);
  const field = identifier && fieldOfType(source, identifier.name);
  const equals = node.getChild('Equals');
  if (!field || !equals) return [];
  const named = { field, spelling: identifier.name, range: identifier.range };
  return readUnion(source, nextSibling(equals), equals.to, named, group);
}

/** The records of the literals of a property's type, where that is a union and the property a state field. */
export function readPropertyUnion(
  source: KeyedSource,
  node: SyntaxNode,
  group: number,
): StateRecord[] {
  const member = readStateMember(source, node);
  if (!member?.value || member.name.field === 'status' || member.name.notified) return [];
  if (unwrap(member.value).name !== 'UnionType') return [];
  return readUnion(source, member.value, member.afterColon, member.name, group);
}

/** The state that a type holds by its name. */
export function fieldOfType({ keys }: KeyedSource, name: string): Field | undefined {
  const field = keys.read(name)?.field ?? stateOfTypeName(name);
  return field === 'status' ? undefined : field;
}

/** The literals of a type, those of the unions and parentheses within it included. */
function readUnion(
  source: KeyedSource,
  type: SyntaxNode | null,
  after: number,
  named: Named,
  group: number,
): StateRecord[] {
  const records: StateRecord[] = [];
  /** The types to look at yet, last first, each with the end of the token it is due behind. */
  const open: { node: SyntaxNode | null; after: number }[] = [{ node: type, after }];
  for (let next = open.pop(); next; next = open.pop()) {
    const core = next.node && unwrap(next.node);
    if (core?.name === 'UnionType') {
      for (const member of membersOf(core).reverse()) open.push(member);
      continue;
    }
    const written = readValue(source, isMissing(core) ? null : core, next.after);
    if (written.value.kind !== 'text' && written.value.kind !== 'missing') continue;
    const start = Math.min(type?.from ?? after, written.outer.start);
    const end = Math.max(type?.to ?? after, written.outer.end);
    records.push({
      kind: 'union',
      range: { start, end },
      fields: [{ field: named.field, spelling: named.spelling, key: named.range, ...written }],
      group,
    });
  }
  return records;
}

function membersOf(union: SyntaxNode): { node: SyntaxNode | null; after: number }[] {
  const members: { node: SyntaxNode | null; after: number }[] = [];
  for (let child = firstChild(union); child; child = nextSibling(child)) {
    if (child.name !== 'LogicOp') {
      if (members.length === 0) members.push({ node: child, after: child.from });
      continue;
    }
    members.push({ node: nextSibling(child), after: child.to });
  }
  return members;
}

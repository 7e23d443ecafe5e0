import { FIELDS, type Field, isLiteral, otherWordFor, type Relation } from '../../../model';
import type { KeyNames } from '../../records/key-names';
import type { Edit } from '../../text/edit';
import { rootOf } from '../expressions/paths';
import type { LogicFinding } from '../finding';
import type { Atom } from './predicates';
import { isServer, type Scope } from './scopes';

/** The literals that a server's field is compared with and that are states of another field only. */
export function wrongFields(scope: Scope, relation: Relation, keys: KeyNames): LogicFinding[] {
  return scope.atoms.flatMap((atom) => {
    const { receiver, name } = atom.subject;
    if (!isServer(scope.receivers.get(receiver))) return [];
    return atom.compared.flatMap(({ value, written }): LogicFinding[] => {
      if (typeof value !== 'string' || isLiteral(relation, name.field, value)) return [];
      const meant = FIELDS.filter((field) => isLiteral(relation, field, value));
      if (meant.length === 0) return [];
      const { inner } = written;
      return [
        {
          code: 'wrong-field',
          start: inner.start,
          end: inner.end,
          root: rootOf(receiver),
          field: name.field,
          values: [value],
          negated: false,
          meant,
          expected: otherWordFor(relation, name.field, value),
          related: [],
          edits: editsFor(atom, meant, keys),
        },
      ];
    });
  });
}

/** Names the field that was meant, where the comparison is of one literal and the spelling is known. */
function editsFor(
  { kind, subject, compared }: Atom,
  meant: readonly Field[],
  keys: KeyNames,
): Edit[] {
  const [field] = meant;
  const { name, receiver } = subject;
  const isMember = !receiver.startsWith('{');
  if (kind !== 'equal' || compared.length !== 1 || meant.length !== 1 || !field) return [];
  if (!isMember || name.field === 'status') return [];
  const { start, end } = name.range;
  return [{ start, end, newText: keys.respell(name.spelling, field) }];
}

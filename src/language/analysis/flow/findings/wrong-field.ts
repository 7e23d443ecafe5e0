import { FIELDS, type Field, isLiteral, otherWordFor, type Relation } from '../../../../model';
import type { KeyNames } from '../../../records/key-names';
import type { TextEdit } from '../../../text/edit';
import type { Predicate } from '../../expressions/predicates';
import type { LogicFinding } from '../../finding';
import { rootOf } from '../names/access-paths';
import { type Evidence, isServer } from '../names/evidence';

/** The literals that a server's field is compared with and that are states of another field only. */
export function wrongFields(
  evidence: Evidence,
  relation: Relation,
  keys: KeyNames,
): { finding: LogicFinding; path: string }[] {
  return evidence.predicates.flatMap((predicate) => {
    const { receiver: path, name } = predicate.subject;
    if (!isServer(evidence.of(path))) return [];
    return predicate.compared.flatMap(({ value, written }) => {
      if (typeof value !== 'string' || isLiteral(relation, name.field, value)) return [];
      const meant = FIELDS.filter((field) => isLiteral(relation, field, value));
      if (meant.length === 0) return [];
      const { start, end } = written.inner;
      const finding: LogicFinding = {
        code: 'wrong-field',
        start,
        end,
        root: rootOf(path),
        field: name.field,
        values: [value],
        negated: false,
        meant,
        expected: otherWordFor(relation, name.field, value),
        related: [],
        edits: editsFor(predicate, meant, keys),
      };
      return [{ finding, path }];
    });
  });
}

/** Names the field that was meant, where the comparison is of one literal and the spelling is known. */
function editsFor(
  { kind, subject, compared, isNamed }: Predicate,
  meant: readonly Field[],
  keys: KeyNames,
): TextEdit[] {
  const [field] = meant;
  const { name } = subject;
  if (kind !== 'equal' || compared.length !== 1 || meant.length !== 1 || !field) return [];
  if (isNamed || name.field === 'status') return [];
  const { start, end } = name.range;
  return [{ start, end, newText: keys.respell(name.spelling, field) }];
}

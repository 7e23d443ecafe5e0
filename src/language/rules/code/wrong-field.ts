import { FIELDS, type Field, isLiteral, otherWordFor } from '../../../model';
import type { CodeFinding, Detected, VisitedComparison } from '../../analysis';
import { titleOf } from '../../glossary/change-title';
import type { KeyNames } from '../../records/key-names';
import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';
import type { CodeRule, RecordPlace } from '../rule';

interface WrongField extends Detected {
  readonly field: Field;
  readonly state: string;
  /** The field that the literal is a state of. */
  readonly ownField: Field;
  /** The state of the compared field that was most likely meant. */
  readonly expected: string | undefined;
}

/** A field that is compared with a state of another field. */
export const wrongField = {
  kind: 'code',
  code: 'wrong-field',
  defaultSeverity: 'warning',
  summary: 'A field that is compared with a state of another field.',
  documentation: [
    'The literal is a state, but not of the field it is compared with, so the comparison never matches. status is in upper case, vm_state and task_state are in lower case.',
  ],
  whenNotToUse:
    'Your objects keep other things in a field of that name, as the status in a member vm_state.',
  example: {
    wrong: "server['OS-EXT-STS:vm_state'] === 'ACTIVE'",
    right: "server.status === 'ACTIVE'",
  },
  comparison: (comparison) => {
    const { predicate, relation } = comparison;
    const { field } = predicate.subject.name;
    return predicate.compared.flatMap(({ value, written }) => {
      if (typeof value !== 'string' || isLiteral(relation, field, value)) return [];
      const fields = FIELDS.filter((each) => isLiteral(relation, each, value));
      const [ownField] = fields;
      if (!ownField) return [];
      const expected = otherWordFor(relation, field, value);
      const named = fields.length === 1 ? renamedField(comparison, ownField) : [];
      return [wrongFieldIn(written.inner, field, value, ownField, expected, named)];
    });
  },
  message: ({ state, ownField, field, expected }, t) =>
    expected === undefined
      ? t("'{0}' is a {1}, so {2} never equals it. Compare {1}.", state, ownField, field)
      : t(
          "'{0}' is a {1}, so {2} never equals it. Compare {1}, or use '{3}'.",
          state,
          ownField,
          field,
          expected,
        ),
  fixes: ({ start, end, edits, ownField, field, expected }, t) => [
    ...(edits.length > 0 ? [{ title: t('Compare {0} instead', ownField), edits }] : []),
    ...(expected === undefined
      ? []
      : [
          {
            title: titleOf({ [field]: expected }, t),
            edits: [{ start, end, newText: expected }],
          },
        ]),
  ],
} as const satisfies CodeRule<WrongField>;

/** The finding for a value that a rule about records reports, where code compares its field with it. */
export function wrongFieldAt(
  place: RecordPlace,
  state: string,
  ownField: Field,
  expected: string | undefined,
  keys: KeyNames,
): CodeFinding {
  const { field, inner } = place.stateField;
  const named = renamedMember(place, ownField, keys);
  const found = wrongFieldIn(inner, field, state, ownField, expected, named);
  return { code: wrongField.code, ...found };
}

function wrongFieldIn(
  { start, end }: Range,
  field: Field,
  state: string,
  ownField: Field,
  expected: string | undefined,
  edits: readonly TextEdit[],
): WrongField {
  return { start, end, field, state, ownField, expected, related: [], edits };
}

/** Names the field that was meant, where the comparison is of one literal and the spelling is known. */
function renamedField({ predicate, source }: VisitedComparison, ownField: Field): TextEdit[] {
  const { kind, subject, compared, isNamed } = predicate;
  const { name } = subject;
  if (kind !== 'equal' || compared.length !== 1 || isNamed || name.field === 'status') return [];
  return [compareInstead(name.range, name.spelling, ownField, source.keys)];
}

/** The same for what was read as a record, where one literal is compared with a member. */
function renamedMember(
  { record, stateField }: RecordPlace,
  ownField: Field,
  keys: KeyNames,
): TextEdit[] {
  const { key, outer, spelling } = stateField;
  const { range, member, loose } = record;
  const isOperand = range.start === outer.start || range.end === outer.end;
  const isWithin = range.start <= key.start && key.end <= range.end;
  if (!member || loose || !isOperand || !isWithin) return [];
  return [compareInstead(key, spelling, ownField, keys)];
}

function compareInstead(
  { start, end }: Range,
  spelling: string,
  field: Field,
  keys: KeyNames,
): TextEdit {
  return { start, end, newText: keys.respell(spelling, field) };
}

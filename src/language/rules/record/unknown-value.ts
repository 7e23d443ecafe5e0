import {
  type Field,
  isLiteral,
  isPossible,
  meantName,
  nullFirst,
  otherWordFor,
  type PartialRow,
  possibleValues,
  type Relation,
  sameNameFolded,
  statusOf,
} from '../../../model';
import type { Change } from '../../glossary/change-title';
import { isMeantAsState } from '../../records/evidence';
import { isOutOfSight, knownRow } from '../../records/known-row';
import type { StateField, StateRecord } from '../../records/record';
import { isOfAnyDialect, otherFieldOf } from '../../records/state-names';
import { stateOf } from '../../records/written-state';
import { wrongFieldAt } from '../code/wrong-field';
import { listOf } from '../names';
import { otherFieldMessage } from '../other-field-message';
import type { RecordProblem, RuleEntry, Situation, ValueRule } from '../rule';
import { exchangedStates } from './exchanged-states';

/** A value that is not a state of its field. */
export interface UnknownValue extends RecordProblem {
  readonly state: string;
  /** The other field that it is a state of. */
  readonly ownField: Field | undefined;
  /** The states that the field can have there. */
  readonly possible: readonly (string | null)[];
}

/** A rule that reports the values of a field that are not its states. */
function unknownValueRule<const E extends RuleEntry>(
  field: Field,
  entry: E,
): E & ValueRule<UnknownValue> {
  return {
    ...entry,
    kind: 'value',
    check: (stateField, record, relation) =>
      stateField.field === field ? unknownValue(stateField, record, relation) : undefined,
    message: ({ state, expected, ownField, possible }, t) => {
      if (ownField !== undefined) return otherFieldMessage(state, ownField, field, expected, t);
      if (expected !== undefined) {
        return t("Unknown {0} '{1}'. Did you mean '{2}'?", field, state, expected);
      }
      return possible.length === 0
        ? t("Unknown {0} '{1}'.", field, state)
        : t("Unknown {0} '{1}'. Possible here: {2}.", field, state, listOf(possible, t));
    },
    fixes: otherNames,
    certain: certainName,
    inCode: ({ state, expected, ownField }, place, keys) =>
      ownField && wrongFieldAt(place, state, ownField, expected, keys),
  };
}

/** A vm_state that no server has. */
export const unknownVmState = unknownValueRule('vm_state', {
  code: 'unknown-vm-state',
  defaultSeverity: 'warning',
  summary: 'A vm_state that no server has.',
  documentation: [
    'The value of vm_state is not one of the states that the API returns. Code that compares with it never matches, and a mock that holds it tests nothing that can happen.',
    'vm_state is written in lower case; an upper-case name such as ACTIVE is a status, not a vm_state.',
  ],
  whenNotToUse:
    'Your servers have vm_states of their own, as those of a changed Nova have: add them to ecsStates.additionalRows instead, and all other names are still checked.',
  example: {
    wrong: '"OS-EXT-STS:vm_state": "running"',
    right: '"OS-EXT-STS:vm_state": "active"',
  },
});

/** A task_state that no server has. */
export const unknownTaskState = unknownValueRule('task_state', {
  code: 'unknown-task-state',
  defaultSeverity: 'warning',
  summary: 'A task_state that no server has.',
  documentation: [
    'The value of task_state is not one of the tasks that the API returns. Waiting for it waits forever.',
    'Most names are joined by underscores; powering-on and powering-off have a hyphen. No task at all is null.',
  ],
  whenNotToUse:
    'Your servers have task_states of their own, as those of a changed Nova have: add them to ecsStates.additionalRows instead, and all other names are still checked.',
  example: {
    wrong: '"OS-EXT-STS:task_state": "powering_off"',
    right: '"OS-EXT-STS:task_state": "powering-off"',
  },
});

/** A status that no server shows. */
export const unknownStatus = unknownValueRule('status', {
  code: 'unknown-status',
  defaultSeverity: 'warning',
  summary: 'A status that no server shows.',
  documentation: [
    'The value of status, in an object that is known to describe a server, is not one of the statuses that the API returns.',
    'status is written in upper case, its words joined by underscores: VERIFY_RESIZE, not RESIZE_VERIFY.',
  ],
  whenNotToUse:
    'Your program writes a status of its own into the objects of servers. Turn the rule off for these files with ecsStates.suppress.',
  example: {
    wrong: '"status": "RESIZE_VERIFY", "OS-EXT-STS:vm_state": "resized"',
    right: '"status": "VERIFY_RESIZE", "OS-EXT-STS:vm_state": "resized"',
  },
});

/** The rules that report values that are not states, by field. */
export const UNKNOWN_VALUE_RULES = {
  vm_state: unknownVmState,
  task_state: unknownTaskState,
  status: unknownStatus,
} as const satisfies Record<Field, ValueRule<UnknownValue>>;

function unknownValue(
  stateField: StateField,
  record: StateRecord,
  relation: Relation,
): UnknownValue | undefined {
  const { field, value } = stateField;
  const state = stateOf(relation, field, value);
  if (typeof state !== 'string' || isLiteral(relation, field, state)) return undefined;
  if (!isMeantAsState(relation, record, stateField, state)) return undefined;
  if (field === 'status' && isOutOfSight(record) && isOfAnyDialect(field, state)) return undefined;
  const expected = expectedState(record, relation, field, state);
  return { ...problemOf(field, state, relation, knownRow(relation, record)), expected };
}

/** What is wrong with a name that is not a state, as far as it shows without its text. */
export function problemOf(
  field: Field,
  state: string,
  relation: Relation,
  others: PartialRow,
): UnknownValue {
  const ownField = otherFieldOf(field, state);
  const expected = ownField ? undefined : meantName(relation, field, state);
  const possible = nullFirst(possibleValues(relation, field, others));
  return { field, state, expected, ownField, possible };
}

/** The state that was meant, or that follows from the others: a status does before all else. */
function expectedState(
  record: StateRecord,
  relation: Relation,
  field: Field,
  state: string,
): string | undefined {
  const ownField = otherFieldOf(field, state);
  const exchanged = ownField && exchangedStates(record, relation, field, ownField)?.[field];
  if (exchanged) return exchanged;
  // What is near in spelling to a state of another field is another thing.
  const meant = (ownField ? otherWordFor : meantName)(relation, field, state);
  const known = knownRow(relation, record);
  if (meant !== undefined && isPossible(relation, { ...known, [field]: meant })) return meant;
  const { vm_state, task_state } = known;
  if (field === 'status' && vm_state !== undefined && task_state !== undefined) {
    return statusOf(relation, vm_state, task_state) ?? meant;
  }
  if (meant !== undefined || !ownField || record.kind !== 'object') return meant;
  return onlyStateWith(relation, field, { [ownField]: state });
}

/** The one state that the field has in all rows with the other's state, if there is one. */
function onlyStateWith(relation: Relation, field: Field, other: PartialRow): string | undefined {
  const [first, ...more] = possibleValues(relation, field, other);
  return more.length === 0 ? (first ?? undefined) : undefined;
}

/** The name that was meant, or all that the other fields allow. */
function otherNames(problem: UnknownValue, situation: Situation): readonly Change[] {
  const likely = likelyNames(problem, situation);
  if (likely.length > 0) return likely;
  const { field } = problem;
  const possible: readonly (string | null)[] = possibleValues(
    situation.relation,
    field,
    othersOf(field, situation),
  );
  return nullFirst(possible).map((value) => ({ [field]: value }));
}

/** The name that was meant, where the record is possible with it; none where nobody knows. */
export function likelyNames(
  { field, expected, ownField }: UnknownValue,
  situation: Situation,
): readonly Change[] {
  const { record, relation } = situation;
  const exchanged = ownField && exchangedStates(record, relation, field, ownField);
  if (exchanged) return [exchanged];
  const others = othersOf(field, situation);
  const isFitting =
    expected !== undefined && isPossible(relation, { ...others, [field]: expected });
  return isFitting ? [{ [field]: expected }] : [];
}

/** What the other fields say: a status follows from them once they are right. */
function othersOf(field: Field, { known, assumed }: Situation): PartialRow {
  return field === 'status' ? assumed : known;
}

/** The literal that is only written otherwise, in another case or with other joining characters, if the status fits. */
function certainName(
  { field, state }: UnknownValue,
  { vm_state, task_state }: PartialRow,
  relation: Relation,
): string | undefined {
  const same = sameNameFolded(relation, field, state);
  if (field !== 'status' || vm_state === undefined || task_state === undefined) return same;
  const status = statusOf(relation, vm_state, task_state);
  const isMeant = status !== undefined && meantName(relation, field, state) === status;
  return same === undefined && !isMeant ? undefined : (status ?? same);
}

import {
  changedFields,
  type Field,
  isPossible,
  meantName,
  nearestRows,
  nullFirst,
  type PartialRow,
  possibleValues,
  type Relation,
  sameNameFolded,
  statusOf,
} from '../../../model';
import { exchangedStates, type Finding, findInRecord } from '../../diagnostics/record-rules';
import type { Change } from '../../glossary/change-title';
import { knownRow, partialRow } from '../../records/known-row';
import type { StateField, StateRecord, Value } from '../../records/record';
import { relationFor } from '../../records/record-relation';
import { stateOf } from '../../records/written-state';

/** The states that fields of one record are to have. */
export type Targets = ReadonlyMap<StateField, string | null>;

const NONE: Targets = new Map();

/** What can be done about the findings of one record, without a look at the rest of the text. */
export class RecordChanges {
  /** The fields whose state is no literal, those where that is suppressed included. */
  private readonly unknown: ReadonlySet<StateField>;
  private readonly known: PartialRow;
  private readonly relation: Relation;
  /** The changes that have no alternative, all of which can be made at once. */
  readonly safe: Targets;

  /** @param findings those of the record that are to be fixed */
  constructor(
    readonly record: StateRecord,
    findings: readonly Finding[],
    relation: Relation,
  ) {
    this.relation = relationFor(relation, record);
    const all = findInRecord(record, relation).filter(isUnknown);
    this.unknown = new Set(all.map(({ stateField }) => stateField));
    this.known = knownRow(this.relation, record);
    this.safe = this.safeTargets(findings);
  }

  /** What could be changed so that the finding is gone and no other is there, the likeliest first. */
  for(finding: Finding): { readonly change: Change; readonly targets: Targets }[] {
    const changes = isUnknown(finding) ? this.otherNames(finding) : this.nearChanges(finding);
    return changes
      .filter((change) => this.isOfOwnFields(change))
      .map((change) => ({ change, targets: this.targetsOf(finding, change) }))
      .filter(({ targets }) => this.addsNothing(targets));
  }

  /** What is taken over from another object is not changed there, for that may have it from here on, too. */
  private isOfOwnFields(change: Change): boolean {
    const { fields, inherited } = this.record;
    const isOwnField = (name: string) => fields.some(({ field }) => field === name);
    return !inherited || Object.keys(change).every(isOwnField);
  }

  /** Names for a field that is misspelt: the one that was meant, or all that the other fields allow. */
  private otherNames({ fault: { field, expected, ownField, dialects } }: Finding): Change[] {
    const exchanged = ownField && exchangedStates(this.record, this.relation, field, ownField);
    if (exchanged) return [exchanged];
    const others = field === 'status' ? this.assumed() : this.known;
    if (expected !== undefined && isPossible(this.relation, { ...others, [field]: expected })) {
      return [{ [field]: expected }];
    }
    // What another dialect has is most likely right, so nothing is made up in its place.
    if (dialects) return [];
    const possible = possibleValues(this.relation, field, others);
    return nullFirst(possible).map((value) => ({ [field]: value }));
  }

  /** What is known of the record once its safe changes are made: the status has to follow from these. */
  private assumed(): PartialRow {
    return this.safe.size === 0 ? this.known : knownRow(this.relation, this.changed(this.safe));
  }

  /** The smallest changes that make a possible record of one that is none. */
  private nearChanges({ fault }: Finding): Change[] {
    const row = partialRow(this.relation, this.record);
    const changes = new Map<string, Change>();
    for (const near of nearestRows(this.relation, row)) {
      const change = Object.fromEntries(
        changedFields(near, row).map((field) => [field, near[field]]),
      );
      changes.set(JSON.stringify(change), change);
    }
    const blamedFirst = (change: Change) => (fault.field in change ? 0 : 1);
    return [...changes.values()].sort(
      (a, b) => blamedFirst(a) - blamedFirst(b) || nullRank(a) - nullRank(b),
    );
  }

  /** A misspelt name is changed where it stands; a field that does not fit, wherever the record has it. */
  private targetsOf(finding: Finding, change: Change): Targets {
    const isOfOne = isUnknown(finding) && Object.keys(change).length === 1;
    const places = isOfOne ? [finding.stateField] : this.record.fields;
    return new Map(
      places.flatMap((stateField): [StateField, string | null][] => {
        const value = change[stateField.field];
        return value === undefined ? [] : [[stateField, value]];
      }),
    );
  }

  private safeTargets(all: readonly Finding[]): Targets {
    const targets = new Map<StateField, string | null>();
    const findings = all.filter(({ fault }) => !fault.dialects);
    for (const finding of findings) {
      const name = sameName(finding, this.relation);
      if (name !== undefined) targets.set(finding.stateField, name);
    }
    const ofStatus = findings.filter(({ fault }) => fault.field === 'status');
    const { vm_state, task_state } =
      ofStatus.length > 0 ? knownRow(this.relation, this.changed(targets)) : NOTHING_KNOWN;
    if (vm_state !== undefined && task_state !== undefined) {
      const status = statusOf(this.relation, vm_state, task_state);
      for (const finding of ofStatus) {
        if (status !== undefined) this.deriveStatus(targets, finding, status);
      }
    }
    this.dropDisputed(targets);
    return targets.size > 0 && this.addsNothing(targets) ? targets : NONE;
  }

  /** Gives the status that the pair shows, where another was written or that one was meant. */
  private deriveStatus(
    targets: Map<StateField, string | null>,
    finding: Finding,
    status: string,
  ): void {
    if (!isUnknown(finding)) {
      for (const stateField of this.record.fields) {
        if (stateField.field === 'status') targets.set(stateField, status);
      }
    } else if (targets.has(finding.stateField) || meantOf(finding, this.relation) === status) {
      targets.set(finding.stateField, status);
    }
  }

  /** A field that would have two states is left to the user: a program that reads the text takes either. */
  private dropDisputed(targets: Map<StateField, string | null>): void {
    const states = new Map<Field, string | null | undefined>();
    const disputed = new Set<Field>();
    for (const stateField of this.record.fields) {
      const { field, value } = stateField;
      const target = targets.get(stateField);
      const state = target === undefined ? stateOf(this.relation, field, value) : target;
      if (states.has(field) && states.get(field) !== state) disputed.add(field);
      states.set(field, state);
    }
    for (const stateField of targets.keys()) {
      if (disputed.has(stateField.field)) targets.delete(stateField);
    }
  }

  private addsNothing(targets: Targets): boolean {
    // As long as a name is unknown, nothing is said of how the fields fit together.
    let left = this.unknown.size;
    for (const stateField of targets.keys()) if (this.unknown.has(stateField)) left--;
    return left > 0 || findInRecord(this.changed(targets), this.relation).length === 0;
  }

  private changed(targets: Targets): StateRecord {
    const fields = this.record.fields.map((stateField): StateField => {
      const target = targets.get(stateField);
      return target === undefined ? stateField : { ...stateField, value: toValue(target) };
    });
    return { ...this.record, fields };
  }
}

const NOTHING_KNOWN: PartialRow = {};

function toValue(state: string | null): Value {
  return state === null ? { kind: 'null' } : { kind: 'text', text: state };
}

/** Whether the finding is of a name alone, not of how fields fit together. */
function isUnknown({ others }: Finding): boolean {
  return others.length === 0;
}

/** The literal that is only written otherwise, in another case or with other joining characters. */
function sameName({ fault, others }: Finding, relation: Relation): string | undefined {
  const written = fault[fault.field];
  if (others.length > 0 || typeof written !== 'string') return undefined;
  return sameNameFolded(relation, fault.field, written);
}

/** The literal that a name was meant for, whatever the other fields say. */
function meantOf({ fault }: Finding, relation: Relation): string | undefined {
  const written = fault[fault.field];
  return typeof written === 'string' ? meantName(relation, fault.field, written) : undefined;
}

function nullRank(change: Change): number {
  return Object.values(change).includes(null) ? 0 : 1;
}

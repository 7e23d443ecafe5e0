import type { Field, Relation } from '../../../model';
import { type Finding, findInRecord } from '../../diagnostics/record-findings';
import type { Change } from '../../glossary/change-title';
import { knownRow, partialRow } from '../../records/known-row';
import { fieldOfItem } from '../../records/objects/items';
import type { StateField, StateRecord, Value } from '../../records/record';
import { relationFor } from '../../records/record-relation';
import { stateOf } from '../../records/written-state';
import type { Situation } from '../../rules/rule';

/** The states that fields of one record are to have. */
export type Targets = ReadonlyMap<StateField, string | null>;

const NONE: Targets = new Map();

/** What can be done about the findings of one record, without a look at the rest of the text. */
export class RecordChanges {
  /** The fields whose state is no literal, those where that is suppressed included. */
  private readonly unknown: ReadonlySet<StateField>;
  private readonly relation: Relation;
  /** The changes that have no alternative, all of which can be made at once. */
  readonly safe: Targets;
  private seen: Situation | undefined;

  /** @param findings those of the record that are to be fixed */
  constructor(
    readonly record: StateRecord,
    findings: readonly Finding[],
    relation: Relation,
  ) {
    this.relation = relationFor(relation, record);
    const all = findInRecord(record, relation).filter(isOfValue);
    this.unknown = new Set(all.map(({ stateField }) => stateField));
    this.safe = this.safeTargets(findings);
  }

  /** What could be changed so that the finding is gone and no other is there, the likeliest first. */
  for(finding: Finding): { readonly change: Change; readonly targets: Targets }[] {
    return finding.rule
      .fixes(finding.problem, this.situation())
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

  /** What each finding of the record is seen in, so that many of them do not each look at all its fields. */
  private situation(): Situation {
    this.seen ??= this.situationOf();
    return this.seen;
  }

  private situationOf(): Situation {
    const { record, relation, safe } = this;
    const known = knownRow(relation, record);
    const assumed = safe.size === 0 ? known : knownRow(relation, this.changed(safe));
    return { record, relation, row: partialRow(relation, record), known, assumed };
  }

  /** A misspelt name is changed where it stands; a field that does not fit, wherever the record has it. */
  private targetsOf(finding: Finding, change: Change): Targets {
    const isOfOne = isOfValue(finding) && Object.keys(change).length === 1;
    const places = isOfOne ? [finding.stateField] : this.record.fields;
    return new Map(
      places.flatMap((stateField): [StateField, string | null][] => {
        const value = change[stateField.field];
        return value === undefined ? [] : [[stateField, value]];
      }),
    );
  }

  private safeTargets(findings: readonly Finding[]): Targets {
    const targets = new Map<StateField, string | null>();
    const isOfStatus = ({ problem }: Finding) => problem.field === 'status';
    // A status follows from the other two once they are right.
    this.addCertain(
      targets,
      findings.filter((finding) => !isOfStatus(finding)),
    );
    this.addCertain(targets, findings.filter(isOfStatus));
    this.dropDisputed(targets);
    return targets.size > 0 && this.addsNothing(targets) ? targets : NONE;
  }

  /** Adds the states of findings that have no other right answer, given those that are there. */
  private addCertain(targets: Map<StateField, string | null>, findings: readonly Finding[]): void {
    if (findings.length === 0) return;
    const { fields } = this.record;
    const own = new Set(fields);
    const row = knownRow(this.relation, this.changed(targets));
    for (const finding of findings) {
      const { rule, problem, stateField } = finding;
      const state = rule.certain?.(problem, row, this.relation);
      if (state === undefined) continue;
      const places = isOfValue(finding)
        ? [stateField].filter((each) => own.has(each))
        : fields.filter(({ field }) => field === problem.field);
      for (const place of places) targets.set(place, state);
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
      if (target !== undefined) return { ...stateField, value: toValue(target) };
      return stateField.items ? withItems(stateField, targets) : stateField;
    });
    return { ...this.record, fields };
  }
}

function withItems(stateField: StateField, targets: Targets): StateField {
  const items = stateField.items?.map((item) => {
    const target = targets.get(fieldOfItem(stateField, item));
    return target === undefined ? item : { ...item, value: toValue(target) };
  });
  return items ? { ...stateField, items } : stateField;
}

function toValue(state: string | null): Value {
  return state === null ? { kind: 'null' } : { kind: 'text', text: state };
}

/** Whether the finding is of a value alone, not of how fields fit together. */
function isOfValue({ rule }: Finding): boolean {
  return rule.kind === 'value';
}

import type { Dialect, Field, PartialRow, Relation } from '../../model';
import type { CodeFinding, Detected, Detector } from '../analysis';
import type { Change } from '../glossary/change-title';
import type { KeyNames } from '../records/key-names';
import type { StateField, StateRecord } from '../records/record';
import type { TextEdit } from '../text/edit';
import type { Translate } from '../text/localize';
import type { Severity } from './severity';

/** What there is to know of a rule, in whatever way it is checked. English texts are keys for translation. */
export interface RuleEntry {
  /** The name of the rule, as shown next to a diagnostic and used in settings. */
  readonly code: string;
  readonly defaultSeverity: Severity;
  /** One line for settings and lists. */
  readonly summary: string;
  /** Paragraphs for the documentation page: why it matters. */
  readonly documentation: readonly string[];
  /** A paragraph for the documentation page: in which case the rule is better turned off, or suppressed at a place. */
  readonly whenNotToUse: string;
  /** Text that breaks the rule, and what makes it right: members of an object, or an expression of code. */
  readonly example: { readonly wrong: string; readonly right: string };
}

/** What a rule about records has found. */
export interface RecordProblem {
  /** The field that most likely is wrong. */
  readonly field: Field;
  /** The value that was most likely meant, or that follows from the others. */
  readonly expected?: string | undefined;
  /** The other dialects that have what is reported, the likeliest first. */
  readonly dialects?: readonly Dialect[] | undefined;
}

/** What a fix of a record starts from. */
export interface Situation {
  readonly record: StateRecord;
  readonly relation: Relation;
  /** All that the record says. */
  readonly row: PartialRow;
  /** The part of it that is states of the relation. */
  readonly known: PartialRow;
  /** The same once all changes are made that have no alternative. */
  readonly assumed: PartialRow;
}

/** What rules about records have in common. A rule gets back the problems that it has found itself. */
interface RecordRuleEntry<P extends RecordProblem> extends RuleEntry {
  message(problem: P, t: Translate): string;
  /** The values that could be in place of those that are there, the likeliest first. */
  fixes(problem: P, situation: Situation): readonly Change[];
  /**
   * The one state that the field can have, where there is no other right answer.
   * @param row what is known of the record, without the fields that are not states
   */
  certain?(problem: P, row: PartialRow, relation: Relation): string | undefined;
}

/** A rule about the value of one field. */
export interface ValueRule<P extends RecordProblem = RecordProblem> extends RecordRuleEntry<P> {
  readonly kind: 'value';
  check(stateField: StateField, record: StateRecord, relation: Relation): P | undefined;
  /** What the rules about code say instead where code compares the field with the value. */
  inCode?(problem: P, finding: RecordPlace, keys: KeyNames): CodeFinding | undefined;
}

/** A rule about how the values of a record fit together; asked where no rule about a value reports one of them. */
export interface RowRule<P extends RecordProblem = RecordProblem> extends RecordRuleEntry<P> {
  readonly kind: 'row';
  check(row: PartialRow, relation: Relation): P | undefined;
}

/** A rule about records. */
export type RecordRule = ValueRule | RowRule;

/** A change of code. */
export interface CodeFix {
  readonly title: string;
  /** In order and without overlap. */
  readonly edits: readonly TextEdit[];
}

/** A rule about the conditions of code: a detector, and what is said of what it finds. */
export interface CodeRule<D extends Detected = Detected> extends RuleEntry, Detector<D> {
  readonly kind: 'code';
  message(found: D, t: Translate): string;
  /** What could be changed, the likeliest first. */
  fixes?(found: D, t: Translate): readonly CodeFix[];
}

/** What a message about a directive in a comment speaks of. */
export interface DirectiveProblem {
  /** The directive: `ecs-states-disable-line`, ... */
  readonly word: string;
  /** The words in the place of codes that the message is about; none where it is about all there is. */
  readonly names: readonly string[];
  /** The code that was most likely meant. */
  readonly meant?: string | undefined;
  /** For a directive that turns rules on again: the one that would have to precede it. */
  readonly counterpart?: string | undefined;
}

/** A rule about the comments that suppress rules. */
export interface CommentRule extends RuleEntry {
  readonly kind: 'comment';
  message(problem: DirectiveProblem, t: Translate): string;
}

/** Where a rule about records reports something. */
export interface RecordPlace {
  readonly record: StateRecord;
  /** The field that most likely is wrong. */
  readonly stateField: StateField;
}

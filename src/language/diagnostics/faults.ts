import type { Relation } from '../../model';
import type { CodeFinding } from '../analysis';
import type { EmbeddedDocument } from '../document/parsed-document';
import type { CodeRule } from '../rules/rule';
import type { Finding } from './record-findings';
import type { CommentProblem, Suppressible, Suppressions } from './suppress';

/** A finding about code, with what suppressions look at. */
export interface CodeFault extends Suppressible {
  readonly rule: CodeRule;
  readonly finding: CodeFinding;
}

/** What is to be said of a text. */
export interface Faults {
  readonly findings: readonly Finding[];
  readonly ofCode: readonly CodeFault[];
  /** Those of the texts within. */
  readonly embedded: readonly EmbeddedFaults[];
  /** What the text was compared with: another dialect's relation where it is full of its states. */
  readonly relation: Relation;
  /** The comments that silence findings; none where there can be none. */
  readonly suppressions: Suppressions | undefined;
  /** What is wrong with those comments, in order. */
  readonly comments: readonly CommentProblem[];
}

/** What is to be said of an embedded text, which has a place in its file. */
export interface EmbeddedFaults extends EmbeddedDocument {
  readonly faults: Faults;
}

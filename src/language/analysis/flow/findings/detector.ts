import type { SyntaxNode } from '@lezer/common';
import type { Relation } from '../../../../model';
import type { KeyedSource } from '../../../records/keyed-source';
import type { Predicate } from '../../expressions/predicates';
import type { Detected } from '../../finding';
import type { State } from '../domain/state';
import type { Value } from '../domain/values';
import type { AnalysisContext } from '../evaluation/analysis-context';
import type { NeverTrue } from './never-true';

/** A comparison of a server's state with literals, wherever it is written. */
export interface VisitedComparison {
  readonly predicate: Predicate;
  readonly source: KeyedSource;
  readonly relation: Relation;
}

/** A condition on a server's state, with what is known where the code gets to it. */
export interface VisitedCondition {
  readonly node: SyntaxNode;
  /** What it is in each world. */
  readonly value: Value;
  /** Whether it is the comparison with a label of a `switch`. */
  readonly isCase: boolean;
  /** Why it cannot come true; undefined where it can. */
  readonly neverTrue: NeverTrue | undefined;
  readonly context: AnalysisContext;
}

/** A `switch` on a server's state. */
export interface VisitedSwitch {
  readonly node: SyntaxNode;
  /** What is compared with its cases. */
  readonly value: Value;
  /** What holds where none of them matches. */
  readonly none: State;
  readonly context: AnalysisContext;
}

/**
 * What a rule about code looks at. Each function is called once for each place that is of its kind, and returns what
 * is wrong there.
 */
export interface Detector<D extends Detected = Detected> {
  /** The code of the rule. */
  readonly code: string;
  comparison?(comparison: VisitedComparison): readonly D[];
  condition?(condition: VisitedCondition): readonly D[];
  switch?(statement: VisitedSwitch): readonly D[];
}

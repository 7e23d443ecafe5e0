import type { Candidate, Operation } from '../candidates/candidate';
import type { InputPlan } from '../inputs/inputs';
import type { Summary } from '../measure/statistics';

/** What is measured, in the order it is reported. */
export type Measure =
  | Operation
  | 'stretch'
  | 'cold'
  | 'peakHeap'
  | 'peakInUse'
  | 'peakResident'
  | 'keptHeap';

/** One cell of the tables. */
export interface Result {
  readonly plan: InputPlan;
  /** The text's length in bytes. */
  readonly length: number;
  readonly measure: Measure;
  readonly candidate: string;
  readonly role: Candidate['role'];
  /** Milliseconds, or multiples of the text for memory; undefined where a run took too long to be repeated. */
  readonly summary: Summary | undefined;
}

import type { Candidate, Operation } from '../candidates/candidate';
import type { Memory } from './memory';
import type { Summary } from './statistics';

/** How long one operation of one candidate takes on one input. */
export interface Timing {
  readonly candidate: string;
  readonly role: Candidate['role'];
  readonly operation: Operation;
  /** Milliseconds; undefined where one run takes too long to be repeated. */
  readonly summary: Summary | undefined;
  /** Milliseconds of the one run during the proof. */
  readonly once: number;
}

/** How long a candidate that opens a text in slices keeps all others waiting at most. */
export interface Stretch {
  readonly candidate: string;
  readonly role: Candidate['role'];
  /** Milliseconds. */
  readonly summary: Summary;
}

/** What a process tells that has timed all candidates on one input. */
export interface TimedOutcome {
  /** Why nothing was timed: where candidates did not find what is there. Empty where all did. */
  readonly objections: readonly string[];
  readonly timings: readonly Timing[];
  readonly stretches: readonly Stretch[];
  /** How many faulty records were planted, and found by all. */
  readonly faults: number;
  /** The text's length in bytes. */
  readonly length: number;
}

/** What a process tells in which one candidate has read one input, and nothing before. */
export interface ColdOutcome {
  readonly candidate: string;
  readonly role: Candidate['role'];
  readonly milliseconds: number;
}

/** What a process tells in which one candidate has read a small input, and then one to be measured on. */
export interface MemoryOutcome {
  readonly candidate: string;
  readonly role: Candidate['role'];
  readonly memory: Memory;
}

import type { Syntax } from '../inputs/inputs';
import type { EditorDocument, KeyPress } from '../measure/editor-document';

/**
 * Something that reads texts, to be measured. `State` is whatever it keeps between two calls, its diagnostics
 * included.
 */
export interface Candidate<State = unknown> {
  readonly name: string;
  /** A floor does less than what is asked for: it shows what no candidate can be quicker than. */
  readonly role: 'ours' | 'peer' | 'floor';
  readonly syntax: Syntax;
  /** The first diagnostics of a text that was not seen before. */
  open(document: EditorDocument): State | Promise<State>;
  /** Where the faults it found are, as offsets; no floor has this. */
  faults?(state: State): readonly number[];
  /**
   * The diagnostics after one key press, which the document has seen already. The one place to make a candidate
   * incremental: it may keep in the state what it needs for that.
   */
  afterKeyPress?(state: State, press: KeyPress, document: EditorDocument): State | Promise<State>;
  /** The first diagnostics of a text in slices, between which others get their turn: how long each took, in ms. */
  openInSlices?(document: EditorDocument): readonly number[];
  /** The explanation at the offset, in a text that was diagnosed already. */
  hover?(state: State, offset: number): unknown;
  /** The proposals at the offset, in a text that was diagnosed already. */
  complete?(state: State, offset: number): unknown;
}

/** What can be measured of a candidate. */
export type Operation = 'open' | 'afterKeyPress' | 'hover' | 'complete';

import type { StateRecord } from '../record';
import type { TextSource } from '../source';
import type { TextChange } from './edits';

/** The records of one document in one syntax, which are kept up with its text, at first the empty one. */
export interface LiveSyntax {
  /** In order of their start; of the newest text once `advance` has said that it is done. */
  readonly records: readonly StateRecord[];
  /** Whether a full read might tell more of the text, as it is broken. */
  readonly isDoubtful?: boolean;
  /** Takes changes that were made at once; what was read meanwhile of the text before is void. */
  change(changes: readonly TextChange[]): void;
  /** Reads on until all is read or the time is over; at least a little each time. */
  advance(source: TextSource, isOver: () => boolean): boolean;
}

import type { StateRecord } from '../record';
import { compose, growth, type TextChange } from './edits';
import { LiveGuard } from './guard';
import type { TextSource } from './source';
import type { LiveSyntax } from './syntax';
import { liveSyntaxFor } from './syntaxes';

const NONE: readonly StateRecord[] = [];

/**
 * The records of one open document, kept up with its text: `change` takes what was typed, `advance` reads what
 * that touched. The records are those of a full read; the ones that are not touched stay the same objects, and are
 * moved in place.
 */
export class LiveDocument {
  private length = 0;
  private guard: LiveGuard | undefined;
  /** None as long as the text cannot hold a state. */
  private syntax: LiveSyntax | undefined;

  constructor(readonly languageId: string) {}

  /** In order of their start; those of the newest text once `advance` has said that it is done. */
  get records(): readonly StateRecord[] {
    return this.syntax?.records ?? NONE;
  }

  /**
   * Whether a full read might find more: a broken text can be understood otherwise when it is read piece by piece.
   * `refresh` is for when there is time.
   */
  get isDoubtful(): boolean {
    return this.syntax?.isDoubtful === true;
  }

  /** Takes changes that were made at once; nothing is read yet, and a reading under way is void. */
  change(changes: readonly TextChange[]): void {
    if (!this.guard || changes.length === 0) return;
    const edits = compose([], changes);
    for (const edit of edits) this.length += growth(edit);
    this.guard.edit(edits);
    this.syntax?.change(changes);
  }

  /** Forgets what is known: the next `advance` reads all of the text. */
  refresh(): void {
    this.guard = undefined;
  }

  /**
   * Reads on until the records are those of the text, or the time is over; at least a little each time.
   * @param isOver whether to stop, to be called again later
   * @returns whether the records are those of the text
   */
  advance(source: TextSource, isOver: () => boolean): boolean {
    if (!this.guard || this.length !== source.length) {
      this.length = source.length;
      this.guard = new LiveGuard(source.length);
      this.syntax = undefined;
    }
    if (!this.guard.advance(source, isOver)) return false;
    if (!this.guard.hasHit) this.syntax = undefined;
    else if (!this.syntax) {
      this.syntax = liveSyntaxFor(this.languageId);
      this.syntax?.change([{ start: 0, end: 0, newLength: source.length }]);
    }
    return this.syntax?.advance(source, isOver) ?? true;
  }
}

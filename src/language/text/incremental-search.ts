import type { ChangedRange } from './changes';
import type { Range } from './range';
import type { TextSource } from './source';

const PART = 1 << 16;
const MOST_STRETCHES = 64;

/**
 * Whether there is something anywhere in a document. One place that has it is kept, and the stretches in which it
 * was not looked for yet: while that place stands, and in a document that has none, an edit costs a look at its lines.
 */
export class IncrementalSearch {
  private unsearched: Range[];
  private place: Range | undefined;

  /**
   * @param isIn whether a text has it
   * @param longest no such thing is longer; what is searched in parts overlaps by as much
   */
  constructor(
    length: number,
    private readonly isIn: (text: string) => boolean,
    private readonly longest: number,
  ) {
    this.unsearched = [{ start: 0, end: length }];
  }

  /** Whether a place is known. */
  get hasHit(): boolean {
    return this.place !== undefined;
  }

  /** Takes edits that are in order. */
  edit(edits: readonly ChangedRange[]): void {
    const { place } = this;
    const touched = edits.map(({ newStart, newEnd }) => ({
      start: Math.max(0, newStart - this.longest),
      end: newEnd + this.longest,
    }));
    const isLost =
      place && edits.some((edit) => edit.oldStart <= place.end && edit.oldEnd >= place.start);
    if (place) {
      const moved = { start: mapped(place.start, edits), end: mapped(place.end, edits) };
      this.place = isLost ? undefined : moved;
      if (isLost) touched.push(moved);
    }
    const stretches = this.unsearched.map(({ start, end }) => ({
      start: mapped(start, edits),
      end: mapped(end, edits),
    }));
    this.unsearched = joined([...stretches, ...touched]);
  }

  /** Looks on; returns whether it is known now whether there is a place. */
  advance(source: TextSource, isOver: () => boolean): boolean {
    while (!this.place) {
      const stretch = this.unsearched.shift();
      if (!stretch) return true;
      const { start } = stretch;
      const end = Math.min(stretch.end, source.length);
      if (start >= end) continue;
      const stop = Math.min(end, start + PART);
      const part = source.read(start, Math.min(stop + this.longest, source.length));
      const at = this.firstHit(part);
      if (at !== undefined) {
        this.place = { start: start + at, end: start + at + this.longest };
        this.unsearched.unshift({ start: start + at, end });
      } else if (stop < end) {
        this.unsearched.unshift({ start: stop, end });
        if (isOver()) return false;
      }
    }
    return true;
  }

  /** Where the shortest beginning of the text that has it has it begin, at the latest. */
  private firstHit(text: string): number | undefined {
    if (!this.isIn(text)) return undefined;
    let [without, length] = [0, text.length];
    while (length - without > 1) {
      const middle = (without + length) >> 1;
      if (this.isIn(text.slice(0, middle))) length = middle;
      else without = middle;
    }
    return Math.max(0, length - this.longest);
  }
}

/** Where an offset of the old text is in the new one; within an edit, its end. */
function mapped(offset: number, edits: readonly ChangedRange[]): number {
  let by = 0;
  for (const { oldStart, oldEnd, newEnd } of edits) {
    if (offset < oldStart) break;
    if (offset < oldEnd) return newEnd;
    by = newEnd - oldEnd;
  }
  return offset + by;
}

function joined(stretches: Range[]): Range[] {
  stretches.sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of stretches) {
    const last = apart.at(-1);
    if (last && (start <= last.end || apart.length > MOST_STRETCHES)) {
      last.end = Math.max(last.end, end);
    } else apart.push({ start, end });
  }
  return apart;
}

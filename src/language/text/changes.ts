/** A stretch that was replaced; the offsets are of the text before the change. */

export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newLength: number;
}

/** A stretch that differs between an old text and a new one: where it was, and where it is. */
export interface ChangedRange {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** More edits than this are taken for one that covers them all. */
const MOST_EDITS = 64;

/** How much longer the edit makes the text. */
export function growth({ oldStart, oldEnd, newStart, newEnd }: ChangedRange): number {
  return newEnd - newStart - (oldEnd - oldStart);
}

/** One edit over all that lies between the first and the last of some that are in order. */
export function covering(first: ChangedRange, last: ChangedRange): ChangedRange {
  const { oldStart, newStart } = first;
  return { oldStart, oldEnd: last.oldEnd, newStart, newEnd: last.newEnd };
}

/**
 * The edits that lead from the oldest text to the newest, in order and apart from each other.
 * @param edits from the oldest text to the one the changes were made in
 * @param changes made at once, in any order, without overlap
 */
export function compose(
  edits: readonly ChangedRange[],
  changes: readonly TextChange[],
): readonly ChangedRange[] {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  const composed: ChangedRange[] = [];
  let grownBefore = 0;
  let grownNow = 0;
  let next = 0;
  let open: ChangedRange | undefined;

  const add = (edit: ChangedRange) => {
    if (open && edit.oldStart <= open.oldEnd) {
      open = covering(open, { ...edit, oldEnd: Math.max(open.oldEnd, edit.oldEnd) });
    } else {
      if (open) composed.push(open);
      open = edit;
    }
  };
  // Both lists are walked in the order of the text between them; what touches there becomes one edit.
  let at = 0;
  while (at < sorted.length || next < edits.length) {
    const before = edits[next];
    const change = sorted[at];
    const middle = Math.min(before?.newStart ?? Infinity, change?.start ?? Infinity);
    let middleEnd = middle;
    const oldStart = middle - grownBefore;
    const newStart = middle + grownNow;
    for (;;) {
      const one = edits[next];
      const other = sorted[at];
      if (one && one.newStart <= middleEnd) {
        middleEnd = Math.max(middleEnd, one.newEnd);
        grownBefore += growth(one);
        next++;
      } else if (other && other.start <= middleEnd) {
        middleEnd = Math.max(middleEnd, other.end);
        grownNow += other.newLength - (other.end - other.start);
        at++;
      } else break;
    }
    add({
      oldStart,
      oldEnd: middleEnd - grownBefore,
      newStart,
      newEnd: middleEnd + grownNow,
    });
  }
  if (open) composed.push(open);
  const [first, last] = [composed[0], composed.at(-1)];
  return first && last && composed.length > MOST_EDITS ? [covering(first, last)] : composed;
}

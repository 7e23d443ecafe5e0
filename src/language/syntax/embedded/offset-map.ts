import type { TextEdit } from '../../text/edit';
import type { Range } from '../../text/range';

/** How text is written in a place of the file, as with escapes; undefined where it cannot stand there. */
export type Encode = (text: string) => string | undefined;

/**
 * A stretch of a region's text and where it stands in the file. Stretches of one length are the same text; others,
 * such as an escape, are mapped at their ends only.
 */
export interface Segment {
  readonly inner: Range;
  readonly outer: Range;
  /** How other text is written here; as it is where absent. */
  readonly encode?: Encode | undefined;
}

/**
 * Maps offsets between the text of an embedded region and its file. What lies between the segments of the region was
 * generated and has no place in the file. All offsets are UTF-16 code units.
 */
export class OffsetMap {
  private readonly byOuter: readonly Segment[];

  /** @param segments in the order of the region's text, without overlap */
  constructor(private readonly segments: readonly Segment[]) {
    const isSorted = segments.every(
      ({ outer }, index) => outer.start >= (segments[index - 1]?.outer.start ?? 0),
    );
    this.byOuter = isSorted
      ? segments
      : [...segments].sort((a, b) => a.outer.start - b.outer.start || a.outer.end - b.outer.end);
  }

  /** Where an offset of the file is in the region; undefined where it is in no part of the region. */
  toInner(offset: number): number | undefined {
    const last = lastFrom(this.byOuter, 'outer', offset);
    for (const segment of [this.byOuter[last], this.byOuter[last - 1]]) {
      const inner = segment && mapped(segment.outer, segment.inner, offset);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }

  /** The part of the region that a range of the file touches; undefined where it touches none. */
  rangeToInner({ start, end }: Range): Range | undefined {
    let first = lastFrom(this.byOuter, 'outer', start);
    while (first > 0 && (this.byOuter[first - 1]?.outer.end ?? -1) >= start) first--;
    let found: { start: number; end: number } | undefined;
    for (let index = Math.max(0, first); index < this.byOuter.length; index++) {
      const segment = this.byOuter[index];
      if (!segment || segment.outer.start > end) break;
      if (segment.outer.end < start) continue;
      const from = mapped(segment.outer, segment.inner, Math.max(start, segment.outer.start));
      const to = mapped(segment.outer, segment.inner, Math.min(end, segment.outer.end));
      const innerStart = from ?? segment.inner.start;
      const innerEnd = to ?? segment.inner.end;
      found ??= { start: innerStart, end: innerEnd };
      found.start = Math.min(found.start, innerStart);
      found.end = Math.max(found.end, innerEnd);
    }
    return found;
  }

  /** Where a range of the region is in the file, generated text at its ends left out; undefined where all of it is. */
  rangeToOuter({ start, end }: Range): Range | undefined {
    if (start === end) {
      const at = this.offsetToOuter(start);
      return at === undefined ? undefined : { start: at, end: at };
    }
    let first = lastFrom(this.segments, 'inner', start);
    if ((this.segments[first]?.inner.end ?? start) <= start) first++;
    const last = lastFrom(this.segments, 'inner', end - 1);
    const [from, to] = [this.segments[first], this.segments[last]];
    if (!from || !to || first > last) return undefined;
    const outerStart = start <= from.inner.start ? from.outer.start : startIn(from, start);
    const outerEnd = end >= to.inner.end ? to.outer.end : endIn(to, end);
    return outerStart <= outerEnd ? { start: outerStart, end: outerEnd } : undefined;
  }

  /** The segments of a range of the region, those at its ends cut where they can be. */
  within({ start, end }: Range): Segment[] {
    const found: Segment[] = [];
    const first = lastFrom(this.segments, 'inner', start);
    for (let index = first; index < this.segments.length; index++) {
      const segment = this.segments[index];
      if (!segment || segment.inner.start >= end) break;
      if (segment.inner.end <= start) continue;
      const inner = {
        start: Math.max(start, segment.inner.start),
        end: Math.min(end, segment.inner.end),
      };
      const outerStart = mapped(segment.inner, segment.outer, inner.start);
      const outerEnd = mapped(segment.inner, segment.outer, inner.end);
      if (outerStart === undefined || outerEnd === undefined) continue;
      found.push({ inner, outer: { start: outerStart, end: outerEnd }, encode: segment.encode });
    }
    return found;
  }

  /**
   * The edit of the file that makes an edit of the region; undefined where there is none, because it would change
   * generated text or a part of an escape, or because its text cannot be written there.
   */
  editToOuter({ start, end, newText }: TextEdit): TextEdit | undefined {
    const range = start === end ? this.rangeToOuter({ start, end }) : this.exactToOuter(start, end);
    const encoded = range && this.encode(start, newText);
    return range && encoded !== undefined ? { ...range, newText: encoded } : undefined;
  }

  /** Text as it is written in the file at an offset of the region; undefined where it cannot stand there. */
  encode(offset: number, text: string): string | undefined {
    const segment = this.touching(offset);
    if (!segment) return undefined;
    return segment.encode ? segment.encode(text) : text;
  }

  private exactToOuter(start: number, end: number): Range | undefined {
    const first = lastFrom(this.segments, 'inner', start);
    const last = lastFrom(this.segments, 'inner', end - 1);
    const [from, to] = [this.segments[first], this.segments[last]];
    if (!from || !to) return undefined;
    for (let index = first; index < last; index++) {
      const [one, next] = [this.segments[index], this.segments[index + 1]];
      if (one?.inner.end !== next?.inner.start || one?.outer.end !== next?.outer.start) {
        return undefined;
      }
    }
    const outerStart = mapped(from.inner, from.outer, start);
    const outerEnd = mapped(to.inner, to.outer, end);
    if (outerStart === undefined || outerEnd === undefined) return undefined;
    return { start: outerStart, end: outerEnd };
  }

  private offsetToOuter(offset: number): number | undefined {
    const segment = this.touching(offset);
    return segment && mapped(segment.inner, segment.outer, offset);
  }

  /** The segment that an offset is in or at the end of, with a place for the offset if one has. */
  private touching(offset: number): Segment | undefined {
    const last = lastFrom(this.segments, 'inner', offset);
    return [this.segments[last], this.segments[last - 1]].find(
      (segment) => segment && mapped(segment.inner, segment.outer, offset) !== undefined,
    );
  }
}

/** Where an offset in or at the end of one range is in the other; undefined within what is mapped at its ends only. */
function mapped(from: Range, to: Range, offset: number): number | undefined {
  if (offset < from.start || offset > from.end) return undefined;
  if (from.end - from.start === to.end - to.start) return to.start + offset - from.start;
  if (offset === from.start) return to.start;
  return offset === from.end ? to.end : undefined;
}

function startIn({ inner, outer }: Segment, offset: number): number {
  return mapped(inner, outer, offset) ?? outer.start;
}

function endIn({ inner, outer }: Segment, offset: number): number {
  return mapped(inner, outer, offset) ?? outer.end;
}

/** The index of the last segment that begins at an offset or before; 0 where none does. */
function lastFrom(segments: readonly Segment[], side: 'inner' | 'outer', offset: number): number {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.[side].start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

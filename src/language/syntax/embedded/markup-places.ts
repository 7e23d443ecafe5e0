import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';
import { hideFromMarkup, interpolationsIn } from './finders/interpolations';
import { walkMarkup } from './markup';

interface Places {
  readonly comments: readonly Range[];
  /** What is no text between tags: the tags themselves, scripts and comments. */
  readonly others: readonly Range[];
}

const KNOWN = new WeakMap<TextSource, Places>();

/** The comment of markup that an offset is in. */
export function commentAround(source: TextSource, offset: number): Range | undefined {
  const found = lastBefore(placesOf(source).comments, offset + 1);
  return found && offset < found.end ? found : undefined;
}

/** Whether an offset is outside of tags, scripts and comments. */
export function isBetweenTags(source: TextSource, offset: number): boolean {
  const found = lastBefore(placesOf(source).others, offset);
  return !found || found.end <= offset;
}

/** Of ranges in order, the last one that begins before an offset. */
function lastBefore(ranges: readonly Range[], offset: number): Range | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

/** The ranges in order; those that overlap as one. */
function joined(ranges: Range[]): Range[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

function placesOf(source: TextSource): Places {
  const known = KNOWN.get(source);
  if (known) return known;
  const text = source.read(0, source.length);
  const interpolations = interpolationsIn(text);
  const comments: Range[] = [];
  const others: Range[] = [];
  walkMarkup(hideFromMarkup(text, interpolations), {
    tag: ({ start, end }) => others.push({ start, end }),
    text: (range, element) =>
      element && others.push({ start: element.end - 1, end: range.end + 1 }),
    comment: (range) => {
      comments.push(range);
      others.push(range);
    },
  });
  const places = { comments, others: joined([...others, ...interpolations]) };
  KNOWN.set(source, places);
  return places;
}

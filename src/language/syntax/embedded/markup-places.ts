import type { Range } from '../../text/range';
import type { TextSource } from '../../text/source';
import { walkMarkup } from './markup';

/** The places of a file that comments of markup are in or keep out of, each in order. */
export interface MarkupPlaces {
  readonly comments: readonly Range[];
  /** What is no text between tags: the tags themselves, scripts and comments. */
  readonly others: readonly Range[];
}

/** Finds the places of a text. */
export type FindPlaces = (text: string) => MarkupPlaces;

const KNOWN = new WeakMap<TextSource, MarkupPlaces>();

/** The comment of markup that an offset is in. */
export function commentAround(
  source: TextSource,
  offset: number,
  find: FindPlaces,
): Range | undefined {
  const found = lastBefore(placesOf(source, find).comments, offset + 1);
  return found && offset < found.end ? found : undefined;
}

/** Whether an offset is outside of tags, scripts and comments. */
export function isBetweenTags(source: TextSource, offset: number, find: FindPlaces): boolean {
  const found = lastBefore(placesOf(source, find).others, offset);
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

function placesOf(source: TextSource, find: FindPlaces): MarkupPlaces {
  const known = KNOWN.get(source);
  if (known) return known;
  const places = find(source.read(0, source.length));
  KNOWN.set(source, places);
  return places;
}

/**
 * The places of a text that is markup.
 * @param markup the text in which nothing within its expressions looks like markup; as long as the text
 * @param expressions where these are
 */
export function placesInMarkup(markup: string, expressions: readonly Range[]): MarkupPlaces {
  const comments: Range[] = [];
  const others: Range[] = [];
  walkMarkup(markup, {
    tag: ({ start, end }) => others.push({ start, end }),
    text: (range, element) =>
      element && others.push({ start: element.end - 1, end: range.end + 1 }),
    comment: (range) => {
      comments.push(range);
      others.push(range);
    },
  });
  return { comments, others: joined([...others, ...expressions]) };
}

import type { Range } from '../../../text/range';
import type { MarkupTag } from '../markup';

/** What a walk through a template meets, in order. */
export type TemplateEvent =
  | { readonly kind: 'tag'; readonly tag: MarkupTag }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'expression'; readonly range: Range };

/** Elements that have no end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Where elements end: for the index of each start tag that of the event that closes the element, which is its own where
 * nothing can be in it. Tags that nothing closes have none.
 */
export function elementEnds(events: readonly TemplateEvent[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly name: string; readonly index: number }[] = [];
  const count = new Map<string, number>();
  const add = (name: string, by: number) => count.set(name, (count.get(name) ?? 0) + by);
  events.forEach((event, index) => {
    if (event.kind === 'tag') {
      const { name, isClosed } = event.tag;
      if (isClosed || VOID.has(name.toLowerCase())) ends.set(index, index);
      else {
        open.push({ name, index });
        add(name, 1);
      }
    } else if (event.kind === 'close' && (count.get(event.name) ?? 0) > 0) {
      // What was opened within and is still open is closed by nothing.
      for (let last = open.pop(); last; last = open.pop()) {
        add(last.name, -1);
        if (last.name !== event.name) continue;
        ends.set(last.index, index);
        break;
      }
    }
  });
  return ends;
}

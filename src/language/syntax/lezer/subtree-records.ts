import type { Tree } from '@lezer/common';
import type { StateRecord } from '../../records/record';
import { shiftRecord } from '../../records/shift';

/** A record that counts only if there is an error before an offset. */
export interface Tentative {
  readonly record: StateRecord;
  readonly errorBefore: number;
}

/** What a part of a syntax tree says. Parts that the parser takes over keep it; only their place changes. */
export interface SubtreeResult {
  /** Where the part begins. */
  at: number;
  /** The records of the part except for those of parts that are results themselves, and these; in order of the walk. */
  readonly items: (StateRecord | Tentative | SubtreeResult)[];
  /** Where the first error in it is; infinite where there is none. */
  firstError: number;
  /** Whether there is one that is in none of its braces. */
  hasLooseError: boolean;
  /** How much was read by tokens. */
  scanned: number;
}

/** What the parts of a document's trees say, as long as the trees are there. */
export type SubtreeResults = WeakMap<Tree, SubtreeResult>;

/** A result that says nothing yet. */
export function newSubtreeResult(at: number): SubtreeResult {
  return { at, items: [], firstError: Infinity, hasLooseError: false, scanned: 0 };
}

/** Moves the records of a result to where its part of the tree is now. */
export function place(result: SubtreeResult, at: number): void {
  const by = at - result.at;
  if (by === 0 || (result.items.length === 0 && result.firstError === Infinity)) return;
  const open = [result];
  for (let next = open.pop(); next; next = open.pop()) {
    next.at += by;
    next.firstError += by;
    for (const item of next.items) {
      if ('items' in item) open.push(item);
      else if ('record' in item) {
        shiftRecord(item.record, by);
        (item as { errorBefore: number }).errorBefore += by;
      } else shiftRecord(item, by);
    }
  }
}

/** All records of a whole tree, in order of their start. */
export function recordsOf(root: SubtreeResult): StateRecord[] {
  const records: StateRecord[] = [];
  const open: { items: SubtreeResult['items']; next: number }[] = [{ items: root.items, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const item = top.items[top.next++];
    if (!item) open.pop();
    else if ('items' in item) open.push({ items: item.items, next: 0 });
    else if (!('record' in item)) records.push(item);
    else if (root.firstError <= item.errorBefore) records.push(item.record);
  }
  return records.sort((one, other) => one.range.start - other.range.start);
}

import type { RuleCode } from '../rules/rules';
import type { Range } from '../text/range';

/** One code of a suppression, or all of them where it names none, and whether it does anything. */
export class Entry {
  isUsed = false;
  /** For one that turns a code off: those that turn it on again. */
  readonly endedBy: Entry[] = [];
  /** For one that turns a code on again: those that had turned it off. */
  readonly ends: Entry[] = [];

  /** @param range where the suppression stands */
  constructor(
    readonly range: Range,
    readonly code: RuleCode | 'all',
  ) {}
}

/** The entries that reach the same place. */
interface Group {
  readonly entries: Entry[];
  isUsed: boolean;
}

/** Entries by the place they reach, such as a line. To ask for one takes the same time however many there are. */
export class EntriesByPlace {
  private readonly places = new Map<number, Map<RuleCode | 'all', Group>>();

  add(place: number, entry: Entry): void {
    const codes = this.places.get(place) ?? new Map<RuleCode | 'all', Group>();
    this.places.set(place, codes);
    const group = codes.get(entry.code) ?? { entries: [], isUsed: false };
    codes.set(entry.code, group);
    group.entries.push(entry);
  }

  /** Whether an entry silences the code at the place; those that do are used from now on. */
  silences(place: number, code: RuleCode): boolean {
    const codes = this.places.get(place);
    const groups = [codes?.get(code), codes?.get('all')];
    for (const group of groups) {
      if (!group || group.isUsed) continue;
      group.isUsed = true;
      for (const entry of group.entries) entry.isUsed = true;
    }
    return groups.some((group) => group !== undefined);
  }
}

/** Entries that silence what is around them. They are added in the order of the text. */
export class EntriesWithin {
  private readonly lists = new Map<RuleCode | 'all', { entries: Entry[]; next: number[] }>();

  add(entry: Entry): void {
    const list = this.lists.get(entry.code) ?? { entries: [], next: [] };
    this.lists.set(entry.code, list);
    list.next.push(list.entries.length);
    list.entries.push(entry);
  }

  /** Whether an entry for the code is in the stretch; all that are, are used from now on. */
  silences(stretch: Range, code: RuleCode): boolean {
    const ofCode = this.use(stretch, code);
    const ofAll = this.use(stretch, 'all');
    return ofCode || ofAll;
  }

  private use({ start, end }: Range, code: RuleCode | 'all'): boolean {
    const list = this.lists.get(code);
    if (!list) return false;
    const { entries, next } = list;
    const first = firstFrom(entries, start);
    const isWithin = (entry: Entry | undefined) => entry !== undefined && entry.range.end <= end;
    for (let at = unused(next, first); isWithin(entries[at]); at = unused(next, at)) {
      (entries[at] as Entry).isUsed = true;
      next[at] = at + 1;
    }
    return isWithin(entries[first]);
  }
}

/** The first index from one on that is not used; what is passed over is pointed further on, to be passed at once. */
function unused(next: number[], from: number): number {
  let at = from;
  while ((next[at] ?? at) !== at) {
    const after = next[at] as number;
    const further = next[after] ?? after;
    next[at] = further;
    at = further;
  }
  return at;
}

/** The index of the first entry that begins at or behind an offset. */
function firstFrom(entries: readonly { readonly range: Range }[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stretches in which a code is off, one after the other. */
export class Stretches {
  private readonly stretches: { range: { start: number; end: number }; entry: Entry }[] = [];
  private open: { range: { start: number; end: number }; entry: Entry } | undefined;

  /** The entry that has the code off at the end of what was added. */
  get current(): Entry | undefined {
    return this.open?.entry;
  }

  begin(entry: Entry): void {
    this.end(entry.range.start);
    this.open = { range: { start: entry.range.start, end: Infinity }, entry };
    this.stretches.push(this.open);
  }

  end(offset: number): void {
    if (this.open) this.open.range.end = offset;
    this.open = undefined;
  }

  /** Whether the code is off at an offset; the entry that has it off is used from now on. */
  silences(offset: number): boolean {
    const stretch = this.stretches[firstFrom(this.stretches, offset + 1) - 1];
    if (!stretch || stretch.range.end <= offset) return false;
    stretch.entry.isUsed = true;
    return true;
  }
}

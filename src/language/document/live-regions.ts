import type { EmbeddedRegion } from '../syntax/embedded/region';
import type { TextChange } from '../text/changes';
import { sourceOf, type TextSource } from '../text/source';
import type { EmbeddedDocument, ParsedDocument } from './parsed-document';

/** What keeps up with the text of a region. */
export interface LiveText {
  /** Whether some reader serves the language. */
  readonly isServed: boolean;
  readonly needsFullReparse: boolean;
  change(changes: readonly TextChange[]): void;
  read(source: TextSource, isOver: () => boolean): ParsedDocument | undefined;
}

/** A region, and what keeps up with its text. */
interface LiveRegion {
  region: EmbeddedRegion;
  readonly live: LiveText;
}

/** The regions of one open document: those that are found again are kept, and of the others what an edit leaves. */
export class LiveRegions {
  private regions: LiveRegion[] = [];

  /** @param open what keeps up with a text of a language */
  constructor(private readonly open: (languageId: string) => LiveText) {}

  /** Takes the regions of the newest text. */
  update(found: readonly EmbeddedRegion[]): void {
    const before = this.regions;
    let first = 0;
    while (first < found.length && isSame(before[first], found[first])) first++;
    let [lastBefore, last] = [before.length, found.length];
    while (Math.min(lastBefore, last) > first && isSame(before[lastBefore - 1], found[last - 1])) {
      lastBefore--;
      last--;
    }
    this.regions = found.map((region, index) => {
      const known = index < last ? before[index] : before[index - last + lastBefore];
      const isTaken = index < last && index >= lastBefore;
      if (!known || isTaken || known.region.languageId !== region.languageId) {
        return { region, live: this.open(region.languageId) };
      }
      const change = changeOf(known.region.text, region.text);
      if (change) known.live.change([change]);
      known.region = region;
      return known;
    });
  }

  /** Forgets them. */
  clear(): void {
    this.regions = [];
  }

  /** Whether a full read might find more in one of them. */
  get needsFullReparse(): boolean {
    return this.regions.some(({ live }) => live.needsFullReparse);
  }

  /** Reads all of them; undefined as long as the time was over before. */
  read(isOver: () => boolean): EmbeddedDocument[] | undefined {
    const documents: EmbeddedDocument[] = [];
    for (const { region, live } of this.regions) {
      const document = live.read(sourceOf(region.text), isOver);
      if (document) documents.push({ document, map: region.map });
      else if (live.isServed) return undefined;
    }
    return documents;
  }
}

function isSame(one: LiveRegion | undefined, other: EmbeddedRegion | undefined): boolean {
  return one?.region.text === other?.text && one?.region.languageId === other?.languageId;
}

/** The one change between two texts; undefined where they are equal. */
function changeOf(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let [end, newEnd] = [before.length, after.length];
  while (
    Math.min(end, newEnd) > start &&
    before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)
  ) {
    end--;
    newEnd--;
  }
  return { start, end, newLength: newEnd - start };
}

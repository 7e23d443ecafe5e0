import type { LiveSyntax, Reader, Syntax } from '../reader';
import { commentAround, type FindPlaces, isBetweenTags } from './markup-places';
import type { RegionFinder } from './region';

/** What distinguishes one kind of file that is all regions from another. */
export interface HostLanguage {
  readonly languageIds: readonly string[];
  readonly fileExtensions: Readonly<Record<string, string>>;
  readonly regions: RegionFinder;
  readonly places: FindPlaces;
  /** What begins a comment that ends with its line; comments are those of markup where absent. */
  readonly lineComment?: string;
}

const NO_PLACE = { records: [] };

/** The syntax of files that have no records of their own, only those of the texts within them. */
export function hostSyntax(host: HostLanguage): Syntax {
  const { languageIds, fileExtensions, regions, places, lineComment } = host;
  const reader: Reader = {
    languageIds,
    fileExtensions,
    isCode: false,
    separator: ': ',
    read: () => NO_PLACE,
    regions,
    keyPosition: () => undefined,
    recordPosition: () => undefined,
    writeValue: (value) => value ?? 'null',
    writeKey: (key) => key,
    lineComment: () => lineComment,
    ...(lineComment === undefined && { inlineComment: (content) => `<!-- ${content} -->` }),
    allowsComment: (source, offset) => isBetweenTags(source, offset, places),
    comments: (source) => (offset) => commentAround(source, offset, places),
  };
  return { reader, open: () => new NothingOfItsOwn() };
}

class NothingOfItsOwn implements LiveSyntax {
  readonly records = [];
  change(): void {}
  advance(): boolean {
    return true;
  }
}

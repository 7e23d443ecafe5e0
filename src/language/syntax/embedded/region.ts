import type { Tree } from '@lezer/common';
import type { OffsetMap } from './offset-map';

/** Text of another language within a file, such as the code of a component or JSON in a string. */
export interface EmbeddedRegion {
  readonly languageId: string;
  /** What is read: the text as the other language has it, without escapes and indentation. */
  readonly text: string;
  /** Where it stands in the file. */
  readonly map: OffsetMap;
}

/** Finds the texts of other languages in a text, in time that grows with the text. */
export interface RegionFinder {
  /** Whether there can be any; what shows it is at most `LONGEST_HINT` long. */
  mayFind(text: string): boolean;
  /**
   * Any text gives an answer.
   * @param tree that of the text, where there is one
   * @returns regions that do not overlap
   */
  find(text: string, languageId: string, tree: Tree | undefined): readonly EmbeddedRegion[];
}

/** What shows that there can be regions is not longer. */
export const LONGEST_HINT = 32;

/** Regions nested deeper than this are not looked for. */
export const DEEPEST_REGION = 3;

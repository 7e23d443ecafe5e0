import type { Tree } from '@lezer/common';
import type { KeyNames } from '../records/key-names';
import type { Quote, StateRecord } from '../records/record';
import type { TextChange } from '../text/changes';
import type { Range } from '../text/range';
import type { TextSource } from '../text/source';
import type { RegionFinder } from './embedded/region';

/** A place where a key can be typed, in or next to a record. */
export interface KeyPosition {
  /** The record that the key would join. */
  readonly record: StateRecord;
  /** What the key replaces: what is typed of it so far, quotes included. Single line. */
  readonly outer: Range;
  /** The quote that stands there already, `''` for none. */
  readonly quote: Quote;
  /** Whether a value (with its separator) follows already, so that only the key is replaced. */
  readonly hasValue: boolean;
  /** What has to be written behind a new pair: `,` where another member follows, else nothing. */
  readonly after: string;
}

/** What a text was read as. */
export interface ParseResult {
  /** All records, in order of their start. */
  readonly records: readonly StateRecord[];
  /** The syntax tree, where there is one and it is of further use. */
  readonly tree?: Tree | undefined;
}

/** A place where a whole record can be written, and what is written round its pairs. */
export interface RecordPosition {
  /** What stands before the first pair, between two, and behind the last. */
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** The quote for values, `''` for the syntax's own. */
  readonly quote: Quote;
}

/**
 * Finds the comment, marks included, that begins at an offset or goes on there; undefined where there is none.
 * A line comment ends before its line break. UTF-16 code units.
 */
export type CommentAt = (offset: number) => Range | undefined;

/**
 * A syntax: text in, records out. Tolerant: any text gives an answer, none throws.
 * All offsets are UTF-16 code units of the text that was given.
 */
export interface Reader {
  /** The editor's language identifiers this reader serves. */
  readonly languageIds: readonly string[];
  /** The language identifier of files by the end of their name, dot included; for where no editor knows it. */
  readonly fileExtensions: Readonly<Record<string, string>>;
  /** Whether its texts are programs, whose conditions can be analyzed. */
  readonly isCode: boolean;
  /**
   * Reads a text; half-typed text gives what can be recognized.
   * @param keys what keys mean, here and below; without names of the user's own where absent
   */
  read(text: string, languageId: string, keys?: KeyNames): ParseResult;
  /** The texts of other languages within; absent where none can be. */
  readonly regions?: RegionFinder;
  /** The place for a key at this offset, or undefined where none can be typed. */
  keyPosition(
    text: string,
    languageId: string,
    records: readonly StateRecord[],
    offset: number,
    keys?: KeyNames,
  ): KeyPosition | undefined;
  /**
   * How a record is written in place of a word that is all there is of a value, or of an empty object's content;
   * undefined where no record can begin.
   * @param word one line; may be empty
   */
  recordPosition(text: string, languageId: string, word: Range): RecordPosition | undefined;
  /**
   * What null replaces in the place of a value: more than the value, where something around it can only be said of a
   * string; undefined where null cannot stand. Absent where it can stand for every value.
   * @param tree that of the text
   * @param value with its quotes
   */
  nullRange?(tree: Tree, value: Range): Range | undefined;
  /** How a state (or null) is written as a value; `quote` is the quoting in use there, `''` for none yet. */
  writeValue(value: string | null, quote: Quote, record: StateRecord): string;
  /**
   * What has to be replaced so that another value can stand in the place of one: more than that where the syntax has
   * assertions of it; absent where it has none.
   * @param tree that of the text
   * @param outer the value with its quotes
   * @returns undefined where the value cannot stand there at all
   */
  replacedRange?(
    tree: Tree,
    source: TextSource,
    outer: Range,
    value: string | null,
  ): Range | undefined;
  /** How a key is written, its separator not included. */
  writeKey(key: string, quote: Quote, record: StateRecord): string;
  /** What begins a comment that ends with its line; undefined where the language has none. */
  lineComment(languageId: string): string | undefined;
  /** How a comment is written that ends before its line does; absent where the language has none. */
  inlineComment?(content: string): string;
  /**
   * Whether a comment can stand at the offset, in a file of which comments of its own are a part only; absent where
   * the tree shows.
   */
  allowsComment?(source: TextSource, offset: number): boolean;
  /**
   * Whether a comment at the offset would be none but text, as in JSX, templates and strings of several lines;
   * absent where there is no such place.
   * @param tree that of the text
   */
  isText?(tree: Tree, offset: number): boolean;
  /**
   * The comments of the text; throws where the text is nested too deeply to be parsed.
   * @param tree that of the text, if it has been parsed
   */
  comments(source: TextSource, languageId: string, tree: Tree | undefined): CommentAt;
  /**
   * Whether the text does not parse, so that the parser guesses: even another comment can make it guess otherwise.
   * Absent where what is read never depends on comments.
   * @param tree that of the text
   * @param length of the text
   */
  isBroken?(tree: Tree, length: number): boolean;
  /**
   * The words that stand together with the one at an offset: the keys of its map or the items of its list; none where
   * it is neither. Absent where groups of words are read with the records.
   * @param tree that of the text, if it has been parsed
   */
  wordsAround?(source: TextSource, tree: Tree | undefined, offset: number): readonly string[];
  /** What stands between a key and its value. */
  readonly separator: string;
}

/** The records of one document in one syntax, which are kept up with its text, at first the empty one. */
export interface LiveSyntax {
  /** In order of their start; of the newest text once `advance` has said that it is done. */
  readonly records: readonly StateRecord[];
  /** The tree that the records were read from, where there is one and it is of further use. */
  readonly tree?: Tree | undefined;
  /** Whether a full parse might find more, as the text is broken. */
  readonly needsFullReparse?: boolean;
  /** Takes changes that were made at once; what was read meanwhile of the text before is outdated. */
  change(changes: readonly TextChange[]): void;
  /** Reads on until all is read or the time is over; at least a little each time. */
  advance(source: TextSource, isOver: () => boolean): boolean;
}

/** A syntax whole: how its texts are read at once, and how an open document is kept up with. */
export interface Syntax {
  readonly reader: Reader;
  /** What keeps up with one document; at first its text is the empty one. */
  open(languageId: string, keys: KeyNames): LiveSyntax;
}

import type { Dialect, PartialRow, Row } from '../../model';

/** A record in a text, as it is sent to the map. */
export interface ShownRecord {
  /** What is known of it; names that are no states among it. */
  readonly row: PartialRow;
  /** Where it is, for people: a file's name and a line. */
  readonly place: string;
}

/** What the editor sends to the page: all that the map depends on. */
export interface MapData {
  readonly dialect: Dialect;
  readonly additionalRows: readonly Row[];
  /** The language of the texts, as pages name it, and the translations of the English ones. */
  readonly language: string;
  readonly messages: Readonly<Record<string, string>>;
  /** The record under the cursor, where there is one. */
  readonly record?: ShownRecord | undefined;
}

/** What the page asks of the editor. */
export type MapRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'save'; readonly text: string };

/** A stretch of text, in UTF-16 code units; `end` is exclusive. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

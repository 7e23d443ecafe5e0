import type { Translate } from '../../language';
import type { FileReport, Summary } from '../report';

/** A way to print reports: pieces of text, in the order of the files. */
export interface Format {
  /** What comes before all files. */
  begin(): string;
  /** What a file adds, in pieces: there may be more to say than a string can hold. */
  file(report: FileReport): Iterable<string>;
  /** What comes after all files. */
  end(summary: Summary): string;
}

/** What a format may need to know. */
export interface FormatContext {
  readonly t: Translate;
  readonly locale: string;
  readonly version: string;
  readonly color: boolean;
  readonly quiet: boolean;
}

import type { RuleCode, Severity } from '../language';

/** A place in a text: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch between two places; `end` is exclusive. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
}

/** A replacement of text. */
export interface Replacement extends Region {
  readonly newText: string;
}

/** A change that would remove a finding. */
export interface ProposedFix {
  readonly title: string;
  readonly replacements: readonly Replacement[];
}

/** A diagnostic of a file, as all formats print it. */
export interface Finding extends Region {
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly related: readonly (Region & { readonly message: string })[];
  /** Whether `--fix` would remove it. */
  readonly fixable: boolean;
  readonly fixes: readonly ProposedFix[];
  /** The line it begins on, cut where that is very long, and the column of its first character. */
  readonly excerpt: { readonly text: string; readonly from: number };
  /** Stays the same while other lines of the file change. */
  readonly fingerprint: string;
}

/** What is known of one file when it has been checked. Plain data, so that threads can hand it over. */
export interface FileReport {
  /** Relative to the working directory where it is below that, with `/`. */
  readonly path: string;
  readonly findings: readonly Finding[];
  /** How many problems have been fixed in it. */
  readonly fixed: number;
  /** Why it could not be checked, or could not be written. */
  readonly trouble?: string;
  /** What the reader may want to know, without being trouble. */
  readonly note?: string;
}

/** Sums over all files. */
export interface Summary {
  readonly files: number;
  readonly count: Readonly<Record<Finding['severity'], number>>;
  readonly byCode: ReadonlyMap<RuleCode, number>;
  readonly fixable: number;
  readonly fixed: number;
  readonly troubles: readonly { readonly path: string; readonly message: string }[];
}

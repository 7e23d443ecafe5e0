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
  /** Whether `--fix` would remove it; false where nobody asks for it. */
  readonly fixable: boolean;
  /** Empty where nobody asks for them. */
  readonly fixes: readonly ProposedFix[];
  /** The line it begins on, cut where that is very long, and the column of its first character. */
  readonly excerpt: { readonly text: string; readonly from: number };
  /** Stays the same while other lines of the file change. */
  readonly fingerprint?: string;
}

/** What a format shows of a finding, besides what all formats show. */
export interface Details {
  readonly fixable: boolean;
  readonly fixes: boolean;
  readonly fingerprint: boolean;
}

/** What is known of one file when it has been checked. Plain data, so that threads can hand it over. */
export interface FileReport {
  /** Relative to the working directory where it is below that, with `/`; bytes that are no UTF-8 are escaped. */
  readonly path: string;
  /** Whether it has been checked: not if it is excluded, no text, or could not be read. */
  readonly isChecked: boolean;
  readonly findings: readonly Finding[];
  /** How many problems have been fixed in it. */
  readonly fixed: number;
  /** Why it could not be checked, or could not be written. */
  readonly trouble?: string;
  /** What the reader may want to know, without being trouble. */
  readonly note?: string;
}

/** What was found in a file, and what it is to contain now. Plain data as well. */
export interface FileResult {
  readonly report: FileReport;
  /** Bytes that take the place of others, where something was fixed. */
  readonly change?: { readonly expected: Uint8Array; readonly content: Uint8Array };
}

/** Something that kept a path from being checked. */
export interface Trouble {
  readonly path: string;
  readonly message: string;
}

/** Sums over all files. */
export interface Summary {
  /** How many were checked. */
  readonly files: number;
  readonly count: Readonly<Record<Finding['severity'], number>>;
  readonly byCode: ReadonlyMap<RuleCode, number>;
  readonly fixable: number;
  readonly fixed: number;
  readonly troubles: readonly Trouble[];
}

/** What was measured in the extension host; times in milliseconds. */
export interface Measured {
  readonly vscode: string;
  /** How long loading and activating took; undefined where the editor does not tell. */
  readonly activation: { readonly ours?: number | undefined; readonly json?: number | undefined };
  readonly documents: readonly MeasuredDocument[];
}

/** What was measured on one document. */
export interface MeasuredDocument {
  readonly name: string;
  readonly characters: number;
  /** Until the document is there, before anything is reported. */
  readonly open: number;
  /** From there to our first diagnostics. */
  readonly first: number;
  /** From each edit to the diagnostics that it changes: ours, and those of the editor's own JSON support. */
  readonly ours: readonly number[];
  readonly json: readonly number[];
  /** The longest time that the host was busy without a pause, whoever kept it busy: once, and for each edit. */
  readonly blocked: { readonly opening: number; readonly typing: readonly number[] };
}

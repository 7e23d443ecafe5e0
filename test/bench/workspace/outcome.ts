/** What checking a workspace came to. */
export interface WorkspaceOutcome {
  /** Who did it. */
  readonly by: string;
  readonly files: number;
  readonly megabytes: number;
  readonly faulty: number;
  readonly milliseconds: number;
}

/** An outcome as the cells of a table. */
export function cells({
  by,
  files,
  megabytes,
  faulty,
  milliseconds,
}: WorkspaceOutcome): readonly string[] {
  const perSecond = (1000 * files) / milliseconds;
  return [
    by,
    String(files),
    megabytes.toFixed(1),
    String(faulty),
    (milliseconds / 1000).toFixed(2),
    perSecond.toFixed(0),
  ];
}

/** What the cells are. */
export const HEAD = ['', 'files', 'MB', 'files with problems', 's', 'files/s'] as const;

import type { CodeFinding } from '../../finding';
import type { Assigned } from '../names/bindings';

/** A finding, and the name from outside of the region by which it finds the server that it is about. */
export interface RegionFinding {
  readonly finding: CodeFinding;
  readonly captured: string | undefined;
  /** Whether it follows from what holds there, not from the comparison alone. */
  readonly isOfFlow: boolean;
  /** Whether it hangs on a status. */
  readonly isOfStatus: boolean;
}

/** The summary of a region: what is wrong with its conditions, and what else it says to those round it. */
export interface RegionSummary {
  readonly findings: readonly RegionFinding[];
  readonly assigned: Assigned;
  /** The names of what it declares, and of the functions that it calls or hands on. */
  readonly names: readonly string[];
  readonly calls: ReadonlySet<string>;
  /** Whether states are looked at, or given names, outside of its functions. */
  readonly looksOutside: boolean;
}

/** A region with its summary, and those of the regions in it. */
export interface SummarizedRegion {
  readonly summary: RegionSummary;
  readonly inner: readonly SummarizedRegion[];
}

/** The same of a region that has moved. */
export function movedSummary(summary: RegionSummary, by: number): RegionSummary {
  if (summary.findings.length === 0) return summary;
  const findings = summary.findings.map((each) => ({
    ...each,
    finding: moved(each.finding, by),
  }));
  return { ...summary, findings };
}

function moved(finding: CodeFinding, by: number): CodeFinding {
  const shift = <T extends { readonly start: number; readonly end: number }>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  const { related, edits, alternatives } = finding;
  return {
    ...shift(finding),
    related: related.map(shift),
    edits: edits.map(shift),
    ...(alternatives && { alternatives: alternatives.map(shift) }),
  };
}

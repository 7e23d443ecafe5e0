import type { SummarizedRegion } from './region-summary';

/**
 * The state fields that servers of each region need not fit a row in, a bit each, since a function assigns them that the
 * region calls, or that calls it, in however many steps. Functions are told apart by their names alone.
 */
export function assignedByOthers(statements: readonly SummarizedRegion[]): Map<object, number> {
  const regions = statements.flatMap(withInner);
  const bits = new Map<object, number>();
  const open = regions.filter(({ summary }) => summary.assigned.fields !== 0);
  if (open.length === 0) return bits;
  const byName = new Map<string, SummarizedRegion[]>();
  const byCall = new Map<string, SummarizedRegion[]>();
  for (const region of regions) {
    for (const name of region.summary.names) add(byName, name, region);
    for (const name of region.summary.calls) add(byCall, name, region);
  }
  for (const { summary } of open) bits.set(summary, summary.assigned.fields);
  for (let region = open.pop(); region; region = open.pop()) {
    const { summary } = region;
    const given = bits.get(summary) ?? 0;
    const callers = summary.names.flatMap((name) => byCall.get(name) ?? []);
    const callees = [...summary.calls].flatMap((name) => byName.get(name) ?? []);
    for (const other of [...callers, ...callees]) {
      const known = bits.get(other.summary) ?? 0;
      if ((known | given) === known) continue;
      bits.set(other.summary, known | given);
      open.push(other);
    }
  }
  return bits;
}

function withInner(region: SummarizedRegion): SummarizedRegion[] {
  return [region, ...region.inner.flatMap(withInner)];
}

function add(to: Map<string, SummarizedRegion[]>, name: string, region: SummarizedRegion): void {
  const known = to.get(name);
  if (known) known.push(region);
  else to.set(name, [region]);
}

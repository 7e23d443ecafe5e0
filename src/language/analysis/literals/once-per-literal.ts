import type { StateRecord } from '../../records/record';

/**
 * The records without those whose literal another one says more of: what has a key of its own says more than the
 * words next to it, and what is sure says more than what is plausible. Records without a decided evidence all stay.
 */
export function oncePerLiteral(records: StateRecord[]): StateRecord[] {
  if (!records.some(({ evidence }) => evidence)) return records;
  const best = new Map<number, StateRecord>();
  for (const record of records) {
    for (const { outer } of record.fields) {
      const other = best.get(outer.start);
      if (!other || rank(record) > rank(other)) best.set(outer.start, record);
    }
  }
  return records.filter((record) => {
    const start = record.fields[0]?.outer.start ?? -1;
    return !record.evidence || best.get(start) === record;
  });
}

function rank({ evidence, loose }: StateRecord): number {
  if (!evidence) return 4;
  return (evidence === 'sure' ? 2 : 0) + (loose ? 0 : 1);
}

import { FIELDS, type Row } from '../../model';
import { operationOf } from '../glossary/glossary';
import type { Translate } from '../text/localize';

/** The rows that have every word of the filter in one of their values or in the name of their operation. */
export function filteredRows(
  rows: readonly Row[],
  filter: string,
  t: Translate,
): ReadonlySet<number> {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set<number>();
  rows.forEach((row, index) => {
    const texts = [
      ...FIELDS.map((field) => String(row[field])),
      operationOf('task_state', row.task_state, t).name,
    ].map((text) => text.toLowerCase());
    if (words.every((word) => texts.some((text) => text.includes(word)))) found.add(index);
  });
  return found;
}

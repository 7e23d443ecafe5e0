import { FIELDS, type Field } from '../../model';
import type { Translate } from '../text/localize';

/** New values of fields that make a record possible. */
export type Change = Readonly<Partial<Record<Field, string | null>>>;

/** Says what a change makes of which field. */
export function titleOf(change: Change, t: Translate): string {
  const steps = FIELDS.flatMap((field) => {
    const value = change[field];
    if (value === undefined) return [];
    return [value === null ? t('{0} to null', field) : t("{0} to '{1}'", field, value)];
  });
  const [first = '', ...rest] = steps;
  return t(
    'Change {0}',
    rest.reduce((list, step) => t('{0} and {1}', list, step), first),
  );
}
